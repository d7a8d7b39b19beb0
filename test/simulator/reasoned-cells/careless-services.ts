// Reasoned by hand for the seller on pages that count badly, from how the setup is written and from what the sources say each scenario does.
import { safe, taken, under } from "./cell.ts";
import type { ReasonedCell } from "./cell.ts";

export const carelessServices: readonly ReasonedCell[] = [
  ...under("code-guessing/without-passwords", {
    market: taken(
      "locked-out",
      "It never stops listening: the reset's code is found within a day, and so is the one at the sign-in.",
    ),
    parcels: taken(
      "locked-out",
      "Four digits, five tries, another code, five tries: the count that starts anew is no count.",
    ),
    auction: safe("signed-in", "Three tries against ten thousand codes, and then no more."),
    insurance: safe(
      "signed-in",
      "Eight digits that change every minute: a day of trying covers one in a hundred.",
    ),
    wallet: safe("signed-in", "The code can be found; the password is not known."),
  }),
  ...under("code-guessing/with-passwords", {
    wallet: taken("locked-out", "A wallet that listens for ever is found sooner than not within a day."),
    auction: safe("signed-in", "Password known, three tries."),
  }),
  ...under(
    "code-replay/over-the-shoulder",
    {
      wallet: taken("locked-out", "The code was seen, and the wallet takes it a second time."),
    },
    "wallet",
  ),
  ...under(
    "code-replay/over-the-shoulder",
    {
      market: safe("signed-in", "A used code is refused."),
    },
    "market",
  ),
  ...under(
    "clock-drift/half-a-minute",
    {
      wallet: safe("locked-out", "It allows for no drift at all."),
    },
    "phone",
  ),
  ...under(
    "clock-drift/two-minutes",
    {
      wallet: safe("locked-out", "It allows for no drift at all."),
      market: safe("signed-in", "A text has no clock on the phone."),
    },
    "phone",
  ),
  ...under("sim-swap/phone-call", {
    parcels: taken("locked-out", "One text lets straight in."),
    auction: taken("locked-out", "Counting well does not help against somebody who reads the text."),
    wallet: safe("signed-in", "No text is involved."),
  }),
  ...under("reset-skips-second-factor/sim-swap", {
    auction: taken(
      "locked-out",
      "One text sets the password, the next one is the second factor: the same number twice.",
    ),
    parcels: safe(
      "locked-out",
      "No text sets a password there, and the stranger knows none. Bo's texts are gone.",
    ),
  }),
  ...under("texts-delayed/quarter-of-an-hour", {
    insurance: safe("locked-out", "A code that lives a minute is long dead."),
    market: safe("locked-out", "A code that lives ten minutes is dead."),
  }),
];

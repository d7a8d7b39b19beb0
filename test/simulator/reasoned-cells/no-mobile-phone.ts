// Reasoned by hand for the person without a mobile phone, from how the setup is written and from what the sources say each scenario does.
import { safe, taken, under } from "./cell.ts";
import type { ReasonedCell } from "./cell.ts";

export const noMobilePhone: readonly ReasonedCell[] = [
  ...under("sim-swap/phone-call", {
    mail: safe("signed-in", "There is no SIM to swap."),
    council: safe("signed-in", "A landline has no SIM; his calls still come to the hall."),
  }),
  ...under("carrier-block/short-codes", {
    council: safe("signed-in", "No text is ever sent to Wendelin, so a filter for texts stops nothing."),
  }),
  ...under("lost-phone/not-found", {
    mail: safe("signed-in", "He carries no phone that he could lose."),
  }),
  ...under(
    "call-forwarding/without-passwords",
    {
      council: taken(
        "locked-out",
        "The call that gives a new password goes to the stranger, and so does the one at the sign-in.",
      ),
      mail: safe(
        "recoverable",
        "The stranger hears the code but knows no password and has no printed codes. Wendelin's calls go elsewhere; a printed code has the call left out.",
      ),
    },
    "home",
  ),
  ...under(
    "call-forwarding/with-passwords",
    {
      mail: taken(
        "locked-out",
        "Password and call. A key to press does not help where the stranger answers in person.",
      ),
      bank: safe(
        "locked-out",
        "The letter stays in Wendelin's drawer, so nobody gets in. But the taken mailbox gives the stranger a new password for the bank, his own stops working, and his mailbox is gone.",
      ),
    },
    "home",
  ),
  ...under(
    "voicemail-interception/without-passwords",
    {
      council: taken(
        "locked-out",
        "The council speaks its code without waiting for a key, and the answering service plays it to anybody.",
      ),
      mail: safe("signed-in", "The mailbox waits for a key, and an answering service presses none."),
    },
    "home",
  ),
  ...under(
    "voicemail-interception/with-passwords",
    {
      mail: safe("signed-in", "The password is known, but the call speaks no code until a key is pressed."),
    },
    "home",
  ),
  ...under(
    "carrier-outage/network",
    {
      mail: safe("recoverable", "No call comes. The printed codes have the call left out."),
      council: safe("locked-out", "Sign-in and way back both need a call."),
      bank: safe("signed-in", "The letter needs no network."),
    },
    "home",
  ),
  ...under(
    "recovery-codes-lost/lost",
    {
      bank: safe(
        "locked-out",
        "Without the letter there is no code to sign in with, and a new password by mail does not replace it.",
      ),
      mail: safe("signed-in", "The mailbox's own sheet is another piece of paper."),
    },
    "letter",
  ),
  ...under("recovery-codes-lost/used-up", {
    bank: safe("locked-out", "All forty codes are crossed out, and every sign-in needs one."),
    mail: safe("signed-in", "Password and call; the printed codes are only for the bad day."),
  }),
  ...under("text-demanded/strong-factors-withdrawn", {
    bank: safe(
      "locked-out",
      "The bank takes codes by letter no longer, and Wendelin has no number that it could text.",
    ),
    mail: safe("signed-in", "A call to a number stays."),
  }),
  ...under("password-breach/all-services", {
    bank: safe("signed-in", "The password is known, the letter is in the drawer."),
    council: safe("signed-in", "The call still comes to the hall."),
  }),
  ...under("phishing-relay/false-site", {
    bank: taken(
      "locked-out",
      "He types password and the next code of the letter into the false page, which passes both on.",
    ),
  }),
  ...under("code-call/without-passwords", {
    council: taken("locked-out", "He reads out one code for the new password and one for the sign-in."),
  }),
];

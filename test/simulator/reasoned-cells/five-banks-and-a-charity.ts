// Reasoned by hand for the treasurer with five banks and a charity, from how the setup is written and from what the sources say each scenario does.
import { safe, taken, under } from "./cell.ts";
import type { ReasonedCell } from "./cell.ts";

export const fiveBanksAndACharity: readonly ReasonedCell[] = [
  ...under("carrier-block/one-sender", {
    "heron-lane": safe(
      "locked-out",
      "This one sender is filtered out, and a reset by mail does not replace the text.",
    ),
    mossfield: safe("signed-in", "The filter holds back one bank's texts, not the others'."),
  }),
  ...under("carrier-block/banks", {
    "old-lantern": safe("locked-out", "The filter takes all banks for fraud."),
    "tin-whistle": safe("signed-in", "The password lets him in; every change of users waits for a text.", {
      blocked: ["change-users"],
    }),
    quillfeather: safe("signed-in", "It sends the code by mail instead."),
    charity: safe("signed-in", "A charity is no bank, and its texts arrive."),
  }),
  ...under("carrier-block/all-services", {
    charity: safe(
      "locked-out",
      "This filter stops long numbers, too, and the text is asked for after a reset.",
    ),
    mail: safe("signed-in", "Password and app."),
  }),
  ...under("two-factor-switched-off/password-breach", {
    "heron-lane": taken("locked-out", "With the text switched off, the stolen password is enough."),
    quillfeather: taken(
      "locked-out",
      "With the second factor switched off, whether text or mail, the stolen password is enough.",
    ),
  }),
  ...under("carrier-outage/network", {
    quillfeather: safe("signed-in", "The code by mail needs no phone network."),
    charity: safe("locked-out", "No text for fifteen hours."),
  }),
  ...under("texts-delayed/quarter-of-an-hour", {
    charity: safe("locked-out", "The code lives for ten minutes."),
    quillfeather: safe("signed-in", "The code comes by mail."),
  }),
  ...under("app-enrolment/no-text", {
    charity: safe("signed-in", "Its texts come from a long number."),
    "tin-whistle": safe("signed-in", "The password lets him in; changes wait for a text.", {
      blocked: ["change-users"],
    }),
  }),
  ...under("password-breach/all-services", {
    "tin-whistle": taken(
      "locked-out",
      "The password is enough to come in, and inside it is replaced. The users cannot be changed without a text.",
      { obtained: [] },
    ),
    "heron-lane": safe("signed-in", "The text is missing."),
  }),
  ...under("sim-swap/with-passwords", {
    "tin-whistle": taken("locked-out", "Password, and the text for the change of users.", {
      obtained: ["change-users"],
    }),
    mossfield: taken("locked-out", "Password and text."),
  }),
  ...under("mailbox-closed/closed", {
    mail: safe("locked-out", "It no longer exists."),
    quillfeather: safe("signed-in", "The text still comes."),
  }),
  ...under("recovery-codes-lost/lost", {
    mail: safe("signed-in", "Password and app."),
  }),
  ...under("port-out/forged-letter", {
    charity: safe("locked-out", "The stranger gets the text and knows no password; Ruben gets none."),
  }),
  ...under("reset-chain/sim-swap", {
    "heron-lane": safe(
      "locked-out",
      "The chain does not begin: no text opens the mailbox. But Ruben's texts are gone.",
    ),
  }),
  ...under("roaming-abroad/with-the-phone", {
    "heron-lane": safe("locked-out", "No texts abroad."),
    quillfeather: safe("signed-in", "The code comes by mail."),
  }),
];

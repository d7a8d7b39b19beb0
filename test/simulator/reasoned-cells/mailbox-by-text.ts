// Reasoned by hand for the person whose mailbox a text opens, from how the setup is written and from what the sources say each scenario does.
import { safe, taken, under } from "./cell.ts";
import type { ReasonedCell } from "./cell.ts";

export const mailboxByText: readonly ReasonedCell[] = [
  ...under("sim-swap/phone-call", {
    mail: taken("locked-out", "One text lets straight in, and inside everything is replaced."),
    bank: safe(
      "locked-out",
      "The bank asks the carrier and does not text a number that has just been moved. But its link in the taken mailbox sets a new password: Pim's own is gone, and so are his texts and his mailbox.",
    ),
    savings: taken("locked-out", "The link in the mailbox lets straight in."),
    notary: safe(
      "locked-out",
      "The app is asked for after the reset and is in Pim's hand. His password was replaced all the same, and his mailbox is gone.",
    ),
  }),
  ...under("reset-chain/sim-swap", {
    savings: taken("locked-out", "The number opens the mailbox, the mailbox opens the savings."),
    bank: safe(
      "locked-out",
      "The chain ends at the check with the carrier, though not before Pim's password is replaced.",
    ),
  }),
  ...under("reset-chain/interception", {
    bank: taken(
      "locked-out",
      "Texts that are read in the network are no moved number: the carrier has nothing to report. Mailbox, link, text, and the stranger is in.",
    ),
    mail: taken("locked-out", "The text that lets in is read on its way."),
  }),
  ...under("reset-skips-second-factor/sim-swap", {
    mail: safe(
      "signed-in",
      "This attack sets new passwords by text, and no text does that here: Pim's password still signs in.",
    ),
  }),
  ...under("stolen-phone/locked", {
    mail: taken("locked-out", "The text stands on the locked screen, and it lets straight in."),
    bank: taken(
      "locked-out",
      "A stolen phone is no moved number. The link comes to the taken mailbox, the text to the locked screen.",
    ),
    notary: safe(
      "locked-out",
      "The app is behind the screen lock. But the password was reset by mail, and Pim's app and mailbox are gone.",
    ),
  }),
  ...under("stolen-phone/passcode-watched", {
    notary: taken("locked-out", "With the passcode the app opens, too."),
  }),
  ...under("aggregator-insider/without-passwords", {
    mail: taken("locked-out", "Somebody who passes the service's texts on reads the one that lets in."),
    bank: taken("locked-out", "The number was never moved, so the check finds nothing."),
  }),
  ...under("password-breach/one-service", {
    mail: taken("locked-out", "The mailbox asks for the password only."),
    savings: taken("locked-out", "The link arrives in the taken mailbox."),
    bank: safe(
      "locked-out",
      "The text is missing. But a link in the taken mailbox has replaced Pim's password.",
    ),
  }),
  ...under("mailbox-closed/closed", {
    mail: safe("locked-out", "It no longer exists."),
    bank: safe("signed-in", "Password and text; the mailbox is only for resets."),
    notary: safe("signed-in", "Password and app."),
  }),
  ...under("carrier-block/short-codes", {
    bank: safe(
      "locked-out",
      "The text does not come, and a link gives a password beside which it is asked for.",
    ),
    mail: safe("signed-in", "The password is enough."),
  }),
  ...under("code-call/without-passwords", {
    mail: taken("locked-out", "Pim reads the text out to the caller."),
    savings: taken(
      "locked-out",
      "A link cannot be read out over the telephone; but the mailbox in which it lies is taken.",
    ),
  }),
  ...under("password-forgotten/all-memorised", {
    mail: safe("recoverable", "The text lets him straight in."),
    savings: safe("recoverable", "By the text into the mailbox, by the link into the savings."),
  }),
];

// Reasoned by hand for the person with one phone for everything, from how the setup is written and from what the sources say each scenario does.
import { safe, taken, under } from "./cell.ts";
import type { ReasonedCell } from "./cell.ts";

export const onePhoneForEverything: readonly ReasonedCell[] = [
  ...under("reset-chain/sim-swap", {
    bank: taken(
      "locked-out",
      "The text resets the mailbox, the mail resets the bank, and the text signs in to both.",
      { obtained: ["move-money"] },
    ),
    shop: taken("locked-out", "Reset from the taken mailbox."),
  }),
  ...under("reset-chain/interception", {
    bank: taken(
      "locked-out",
      "The same chain over texts that are read in the network; afterwards password and number are others.",
      { obtained: ["move-money"] },
    ),
  }),
  ...under("reset-skips-second-factor/sim-swap", {
    mail: taken("locked-out", "Nothing needs skipping where the second factor is the same text."),
  }),
  ...under("factor-removal-by-text/interception", {
    mail: taken("locked-out", "Nothing needs removing: the known password and the intercepted text sign in."),
  }),
  ...under("text-rerouting/without-passwords", {
    mail: taken("locked-out", "The texts go to a business service, and Mira's phone looks as always."),
    bank: taken("locked-out", "By way of the mailbox.", { obtained: ["move-money"] }),
  }),
  ...under("port-out/forged-letter", {
    shop: taken(
      "locked-out",
      "A forged letter moves the number, the number opens the mailbox, the mailbox the shop.",
    ),
  }),
  ...under("port-out/with-passwords", {
    bank: taken("locked-out", "Password and text.", { obtained: ["move-money"] }),
  }),
  ...under("recycled-number/stranger", {
    bank: taken("locked-out", "The next holder of the number walks the same chain.", {
      obtained: ["move-money"],
    }),
  }),
  ...under("recycled-number/with-passwords", {
    mail: taken("locked-out", "Password and a text to the number's next holder."),
  }),
  ...under("stolen-phone/locked", {
    bank: taken("locked-out", "The texts stand on the locked screen: mailbox first, bank second.", {
      obtained: ["move-money"],
    }),
  }),
  ...under("stolen-phone/sim-moved", {
    mail: taken("locked-out", "The SIM works in any phone, for it asks for no PIN."),
  }),
  ...under("aggregator-insider/without-passwords", {
    bank: taken(
      "locked-out",
      "Mailbox and bank are both texted for, and both texts are copied on their way.",
      { obtained: ["move-money"] },
    ),
  }),
  ...under("number-changed/not-told", {
    mail: safe("locked-out", "Sign-in and reset both text the old number."),
    shop: safe("signed-in", "A password in memory."),
  }),
  ...under("new-phone/not-migrated", {
    bank: safe("signed-in", "The SIM is in the new phone; nothing else was needed.", { blocked: [] }),
  }),
  ...under("two-factor-switched-off/sim-swap", {
    mail: taken("locked-out", "The text sets a new password, and nothing more is asked for."),
  }),
  ...under("two-factor-switched-off/password-breach", {
    bank: taken(
      "locked-out",
      "The stolen password is all there is. Moving money still asks for a text that the stranger does not get.",
      { obtained: [] },
    ),
  }),
  ...under("password-breach/all-services", {
    shop: taken("locked-out", "The shop asks for a password only."),
    mail: safe("signed-in", "The text is missing."),
  }),
  ...under("password-breach/one-service", {
    mail: safe("signed-in", "The text is missing."),
  }),
  ...under("provider-outage/texts", {
    mail: safe("locked-out", "Sign-in and reset both need a text."),
    shop: safe("signed-in", "No text is involved."),
  }),
  ...under("no-coverage/in-flight", {
    mail: safe("locked-out", "No text arrives in flight."),
  }),
  ...under("malware/reads-texts", {
    bank: taken("locked-out", "Malware on the phone reads the texts of mailbox and bank.", {
      obtained: ["move-money"],
    }),
  }),
];

// Reasoned by hand for the person whose mailbox asks questions, from how the setup is written and from what the sources say each scenario does.
import { safe, taken, under } from "./cell.ts";
import type { ReasonedCell } from "./cell.ts";

export const questionsAndAnswers: readonly ReasonedCell[] = [
  ...under("support-desk-talked-round/personal-data", {
    mail: taken("locked-out", "Pet, street and mother's name are no secrets, and they set a new password."),
    water: safe("signed-in", "The answers are made up: nobody can look them up."),
    bank: safe(
      "locked-out",
      "The text is missing, so nobody gets in. But the taken mailbox has replaced Tomasz's password at the bank.",
    ),
    "family-tree": safe("signed-in", "The answers are known, the password is not."),
  }),
  ...under("sim-swap/phone-call", {
    mail: taken(
      "locked-out",
      "Not by the number: what convinced the carrier answers the mailbox's questions, too.",
    ),
    bank: taken("locked-out", "The new password comes by mail, the text to the moved number."),
    water: safe("signed-in", "Made-up answers."),
  }),
  ...under("sim-swap/with-passwords", {
    "family-tree": taken("locked-out", "Password and mother's name are both known."),
  }),
  ...under("password-breach/all-services", {
    mail: taken("locked-out", "The password is enough."),
    water: taken("locked-out", "The password is enough."),
    bank: safe("locked-out", "The text is missing; but the mailbox is taken and sets another password."),
  }),
  ...under("password-breach/one-service", {
    mail: taken("locked-out", "It is the mailbox's password that was stolen, and it is enough."),
    "family-tree": safe("signed-in", "It has a password of its own."),
  }),
  ...under("password-forgotten/all-memorised", {
    mail: safe("recoverable", "He knows his mother's name."),
    bank: safe(
      "recoverable",
      "By the questions into the mailbox, by the mail to a new password, and the text comes.",
    ),
    "family-tree": safe(
      "locked-out",
      "The answers alone do not sign in, and they give no new password there.",
    ),
  }),
  ...under("stolen-phone/locked", {
    mail: safe("signed-in", "A thief in the street knows neither password nor mother."),
    bank: safe("locked-out", "The thief reads the text and knows no password; Tomasz has no text any more."),
  }),
  ...under("phishing-relay/false-site", {
    "family-tree": taken("locked-out", "Password and answer are typed into the false page."),
    water: taken("locked-out", "The password is typed into the false page."),
  }),
  ...under("code-call/without-passwords", {
    mail: taken("locked-out", "The caller knows the answers beforehand."),
  }),
  ...under("ss7-interception/without-passwords", {
    mail: safe("signed-in", "Somebody in the phone network knows nothing about his pet."),
    bank: safe("signed-in", "A text without the password."),
  }),
  ...under("recycled-number/stranger", {
    mail: safe("signed-in", "The next holder of the number knows nothing about him."),
    bank: safe("locked-out", "The texts go to a stranger who has no password; Tomasz gets none."),
  }),
];

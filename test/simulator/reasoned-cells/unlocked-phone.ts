// Reasoned by hand for the teenager with one phone without a lock, from how the setup is written and from what the sources say each scenario does.
import { safe, taken, under } from "./cell.ts";
import type { ReasonedCell } from "./cell.ts";

export const unlockedPhone: readonly ReasonedCell[] = [
  ...under("stolen-phone/locked", {
    clips: taken("locked-out", "There is no lock, and the phone is signed in."),
    chat: taken("locked-out", "The text comes to the phone in the thief's hand."),
    game: taken("locked-out", "Signed in on the phone, and the mailbox for resets is, too."),
    "school-mail": taken("locked-out", "Signed in on the phone; inside, the password is changed."),
  }),
  ...under("borrowed-phone/unlocked", {
    clips: taken("locked-out", "A few minutes inside are enough to replace password and number."),
    chat: taken(
      "locked-out",
      "One text, read while the phone is in the other's hand, registers the chat elsewhere.",
    ),
  }),
  ...under("recycled-number/stranger", {
    chat: taken("locked-out", "The chat belongs to whoever has the number."),
    clips: taken("locked-out", "One text sets a password, another signs in."),
    game: safe("signed-in", "The reset goes to the school's mail, not to the number."),
  }),
  ...under("lost-phone/not-found", {
    clips: safe("locked-out", "The phone was signed in and had the SIM; both are gone."),
    chat: safe("locked-out", "No SIM, no text."),
    game: safe("signed-in", "A password in memory."),
  }),
  ...under("new-phone/not-migrated", {
    chat: safe("signed-in", "The SIM is in the new phone, and the chat wants a text only."),
    clips: safe("signed-in", "Password and a text to the new phone."),
  }),
  ...under("sim-swap/phone-call", {
    chat: taken("locked-out", "The chat's only factor is the number."),
    "school-mail": safe("signed-in", "The school's mail does not know the number."),
  }),
  ...under("password-breach/one-service", {
    clips: safe("signed-in", "The text is still asked for; and Mio's phone is signed in."),
  }),
  ...under("password-forgotten/all-memorised", {
    clips: safe("signed-in", "The phone stays signed in, whatever is forgotten."),
    "school-mail": safe("signed-in", "The phone stays signed in."),
  }),
  ...under("carrier-block/short-codes", {
    clips: safe("signed-in", "The phone is signed in already and asks for no text."),
    chat: safe("locked-out", "The chat opens with a text, and the text does not come."),
  }),
  ...under("mailbox-closed/closed", {
    "school-mail": safe("locked-out", "When Mio leaves the school, it is closed."),
    game: safe("signed-in", "The password still works."),
  }),
  ...under("aggregator-insider/without-passwords", {
    chat: taken("locked-out", "Whoever passes the text on has the code, and the code is all."),
  }),
  ...under("ss7-interception/without-passwords", {
    chat: taken("locked-out", "The text is read in the network, and it is the only factor."),
    game: safe("signed-in", "No text opens the game or its mailbox."),
  }),
];

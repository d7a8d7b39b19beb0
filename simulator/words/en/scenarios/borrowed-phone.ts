// English words of the scenario "Borrowed phone".
import type { ScenarioWords } from "./scenario-words.ts";

export const borrowedPhoneWords: ScenarioWords = {
  title: "Borrowed phone",
  summary: "Somebody nearby has the open phone for a few minutes, and gives it back.",
  mechanism:
    "A phone that is open is the owner, as far as most services can tell. A few minutes are enough to ask for a new password by text, to read the code and to go on from a device of one's own. The phone is back before it is missed. What was changed stays changed.",
  strikes: "a phone",
  needs: ["A few minutes with the open phone"],
  sees: ["Perhaps nothing. Perhaps a text or a notice about a change that the owner did not make."],
  now: [
    "Look through notices, sessions and devices of your accounts, mailbox first.",
    "Change the passcode if somebody may have seen it.",
    "End all other sessions.",
  ],
  variants: { unlocked: "The phone is open when it is handed over" },
};

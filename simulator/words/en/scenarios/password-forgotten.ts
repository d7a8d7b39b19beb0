// English words of the scenario "password forgotten".
import type { ScenarioWords } from "./scenario-words.ts";

export const passwordForgottenWords: ScenarioWords = {
  title: "Password forgotten",
  summary: "Everything that was only in the head is gone.",
  mechanism:
    "A password that no manager keeps can be forgotten, after an illness or a long holiday. A reset by mail or by text then becomes the only way in. So the strength of an account on that day is the strength of its reset. The password of a password manager counts most, because all the others are behind it.",
  strikes: "a password that is remembered",
  needs: ["Passwords that are kept in memory only"],
  sees: ["None of the passwords is right."],
  now: [
    "Use the reset of the mailbox first: the others follow from it.",
    "Use recovery codes, or a device that is still signed in.",
  ],
  variants: { "all-memorised": "All passwords that were kept in memory" },
};

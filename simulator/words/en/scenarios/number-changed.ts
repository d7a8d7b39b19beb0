// English words of the scenario "number changed".
import type { ScenarioWords } from "./scenario-words.ts";

export const numberChangedWords: ScenarioWords = {
  title: "Number changed",
  summary: "The number was given up, and services still text it.",
  mechanism:
    "Whoever changes the number has to tell every account that has it on file. The forgotten ones go on sending codes to the old number. A change usually needs a code to the old number first, so after the change it is too late. Later the number may be given to somebody else; that is a scenario of its own.",
  strikes: "a mobile number",
  needs: ["A new number", "Accounts that were not told"],
  sees: ["A code is said to have been sent, to a number that ends in digits of the past."],
  now: [
    "Sign in by another way and put the new number in the place of the old one.",
    "If the carrier still has the old number, take it back for a day.",
  ],
  variants: { "not-told": "The services were not told" },
};

// English words of the scenario "Recycled number".
import type { ScenarioWords } from "./scenario-words.ts";

export const recycledNumberWords: ScenarioWords = {
  title: "Recycled number",
  summary: "A number that was given up belongs to a stranger now, with the accounts that still trust it.",
  mechanism:
    "Carriers give numbers that were given up to new customers. Accounts that still have the number on file then send their codes to a stranger. Researchers looked at 259 numbers on offer at two carriers in the USA: 215 had been used before and were open to misuse. Nothing needs to be broken into; it is enough to be the next customer.",
  strikes: "a mobile number",
  needs: ["An account that still has the old number on file"],
  sees: ["Nothing; the number has not been the owner's for months."],
  now: [
    "Take the old number out of every account before you give it up.",
    "Where a code goes to it, use another way in and put the new number on file.",
    "Keep a number that important accounts know for some time.",
  ],
  variants: {
    stranger: "Whoever gets the number next",
    "with-passwords": "Somebody who chose the number because its passwords had leaked",
  },
};

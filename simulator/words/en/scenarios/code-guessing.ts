// English words of the scenario "Code guessing".
import type { ScenarioWords } from "./scenario-words.ts";

export const codeGuessingWords: ScenarioWords = {
  title: "Code guessing",
  summary: "A program tries codes until one fits, where the service lets it.",
  mechanism:
    "A code of six digits is one in a million. That holds only if the service stops listening after a few wrong ones. At ten tries a second without a limit, a code of an app falls with a chance of more than one in two within a day. A limit that starts anew with each code that is sent is no limit.",
  strikes: "a code that can be guessed",
  needs: ["A service that does not count wrong codes, or forgets the count"],
  sees: ["Many texts with codes, or nothing at all."],
  now: [
    "Change the password: whoever guesses codes usually has it.",
    "Switch to a passkey or a security key, where there is nothing to guess.",
    "Tell the service.",
  ],
  variants: {
    "with-passwords": "The attacker has the owner's passwords",
    "without-passwords": "The attacker has no password",
  },
};

// English words of the scenario "Call that asks for the code".
import type { ScenarioWords } from "./scenario-words.ts";

export const codeCallWords: ScenarioWords = {
  title: "Call that asks for the code",
  summary: "A caller who says they are from the service asks for the code that has just arrived.",
  mechanism:
    "The attacker starts a sign-in or a reset, so a real code goes to the owner. Then the phone rings: somebody from support, it is said, needs that code. In 2023 a caller who sounded like a colleague got one from an employee of Retool. The code is real and so is the service; only the caller is not.",
  strikes: "a code or password that can be read out to a caller",
  needs: ["The number, and something about the owner that makes the caller believable"],
  sees: ["A code that nobody asked for, and a call about it."],
  now: [
    "Hang up, and call the service on a number that you know.",
    "Nobody who works there needs a code. If you gave one away, change the password and end all sessions.",
    "Check which devices and numbers are on file.",
  ],
  variants: {
    "with-passwords": "The caller has the owner's passwords",
    "without-passwords": "The caller has no password",
  },
};

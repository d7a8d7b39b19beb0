// English words of the scenario "recovery codes lost".
import type { ScenarioWords } from "./scenario-words.ts";

export const recoveryCodesLostWords: ScenarioWords = {
  title: "Recovery codes lost",
  summary: "The sheet is gone, or its last code is used.",
  mechanism:
    "Recovery codes are a list, each good once. They help only if they can be found on the day when everything else is gone. A sheet gets lost, or the codes run out and nobody prints new ones. In a study of 2025 most people had never thought about losing their second factor, and few had a plan.",
  strikes: "a sheet with recovery codes",
  needs: ["A sheet that nobody has seen for years, or codes used one after the other"],
  sees: ["Nothing, until the day on which they are needed."],
  now: ["While you are still inside, make new codes and keep them in two places."],
  variants: { lost: "The sheet is lost", "used-up": "Every code has been used" },
};

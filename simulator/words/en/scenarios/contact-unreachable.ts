// English words of the scenario "contact unreachable".
import type { ScenarioWords } from "./scenario-words.ts";

export const contactUnreachableWords: ScenarioWords = {
  title: "Nobody to vouch",
  summary: "The person who would vouch cannot be reached.",
  mechanism:
    "A recovery contact is a person who gets a code for somebody who is locked out. That person may be ill, abroad, or no longer a friend. The way back in then waits for them.",
  strikes: "a person who vouches for the owner",
  needs: ["A way back in that rests on one person"],
  sees: ["Nobody answers."],
  now: ["Name a second contact while all is well.", "Use another way back in."],
  variants: { away: "They are away" },
};

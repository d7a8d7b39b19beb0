// English words of the scenario "security key lost".
import type { ScenarioWords } from "./scenario-words.ts";

export const securityKeyLostWords: ScenarioWords = {
  title: "Security key lost",
  summary: "The key, or the token with the codes, is gone.",
  mechanism:
    "What is on a security key cannot be copied; that is its strength. So a lost key can only be replaced by a second one that was registered before. The same holds for a token that shows codes. Without a spare, what counts is the way back in, and it may be weaker than the key.",
  strikes: "a security key or code token",
  needs: ["A key without a spare"],
  sees: ["The key is not where it should be."],
  now: [
    "Use the spare key, and remove the lost one from your accounts.",
    "Without a spare, use a recovery code and register two keys.",
  ],
  variants: { lost: "It is lost" },
};

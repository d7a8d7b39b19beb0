// English words of the scenario "new phone".
import type { ScenarioWords } from "./scenario-words.ts";

export const newPhoneWords: ScenarioWords = {
  title: "New phone",
  summary: "The number moves on to the new phone; what was in the apps does not.",
  mechanism:
    "With the SIM, texts and calls come to the new phone at once. The seeds of an authenticator app and passkeys move only if they are synced or were exported first. Many people notice after the old phone has been wiped. Of 78 services that were studied in 2023, 28 said nothing about losing the second factor when it was set up.",
  strikes: "a phone",
  needs: ["A new phone", "Nobody thought of the authenticator app before the old phone was wiped"],
  sees: ["The app on the new phone is empty, at the next sign-in that asks for it."],
  now: [
    "If you still have the old phone, export its codes or add the new phone there.",
    "Use a recovery code, and set the app up anew.",
  ],
  variants: { "not-migrated": "Apps were not carried over" },
};

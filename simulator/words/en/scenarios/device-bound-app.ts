// English words of the scenario "device bound app".
import type { ScenarioWords } from "./scenario-words.ts";

export const deviceBoundAppWords: ScenarioWords = {
  title: "App bound to the old phone",
  summary: "Everything was carried over, but one app's codes stay behind.",
  mechanism:
    "Some code apps are locked to the phone that they were set up on. Their secret cannot be copied, exported or synced. They have to be signed off on the old phone before the new one can take over. Whoever has given the old phone away can only ask the service.",
  strikes: "a device with a code app that is bound to it",
  needs: ["A code app that is bound to its device", "The old phone is gone"],
  sees: ["The app starts on the new phone and wants to be set up again."],
  now: ["Ask the service to release the old phone.", "Use another second factor, if the account has one."],
  variants: { "old-phone-gone": "The old phone is gone" },
};

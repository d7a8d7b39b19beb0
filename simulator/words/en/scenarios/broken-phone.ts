// English words of the scenario "broken phone".
import type { ScenarioWords } from "./scenario-words.ts";

export const brokenPhoneWords: ScenarioWords = {
  title: "Broken phone",
  summary: "The screen is dead; nothing on the phone can be read or confirmed.",
  mechanism:
    "The phone is still there, and nobody else has it. But its apps cannot be opened, so codes, prompts and passkeys that are on no other device are out of reach. The SIM still works in another phone, if there is one that takes it. Somebody who had a phone repaired and restored its backup in 2018 found the authenticator app empty: a backup need not hold the seeds.",
  strikes: "a phone",
  needs: ["A fall, water, or a repair that wipes the phone"],
  sees: ["The screen stays black, at once and for everybody to see."],
  now: [
    "Put the SIM into another phone.",
    "Sign in with what is not on the phone: a printed code, a security key, another device.",
  ],
  variants: { "screen-dead": "The screen is dead" },
};

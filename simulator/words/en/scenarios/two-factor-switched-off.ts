// English words of the scenario "Two-factor switched off".
import type { ScenarioWords } from "./scenario-words.ts";

export const twoFactorSwitchedOffWords: ScenarioWords = {
  title: "Two-factor switched off",
  summary: "After trouble with codes the second factor is off, and then somebody comes.",
  mechanism:
    "Codes that do not arrive keep people out of their own accounts, so the second factor gets switched off. In 2023 Twitter switched it off for everybody who used texts and did not pay. The SEC's account there had been without it since staff had trouble getting in, and in January 2024 it was taken over with a moved number. What was meant to end a lock-out led to a takeover.",
  strikes: "an account with a texted code as second factor",
  needs: ["A second factor that is off", "The password, or the number's texts for a reset"],
  sees: ["Signing in has become easier."],
  now: [
    "Switch a second factor on again: an app, a passkey or a security key.",
    "Change the password.",
    "Keep two ways in, so that trouble with one is no reason to switch both off.",
  ],
  variants: {
    "password-breach": "Then somebody comes with a password from a breach",
    "sim-swap": "Then the number is moved to another SIM",
  },
};

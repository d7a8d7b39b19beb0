// English words of the scenario "Call forwarding".
import type { ScenarioWords } from "./scenario-words.ts";

export const callForwardingWords: ScenarioWords = {
  title: "Call forwarding",
  summary: "The number's calls are forwarded to somebody else, and spoken codes with them.",
  mechanism:
    "Calls can be forwarded by a setting at the carrier or by a code that is dialled on the phone. Whoever gets the carrier to set it, or talks the owner into dialling it, hears the spoken codes from then on. Texts stay as they are. A warning of 2022 tells how messenger accounts were taken over with it.",
  strikes: "a phone number",
  needs: ["The number and data about its owner", "A service that reads codes out"],
  sees: ["Calls stop coming. Texts still arrive."],
  now: [
    "Switch all forwarding off in the phone's settings, or have the carrier do it.",
    "Never dial a code that a caller dictates.",
    "Remove the spoken code as a way in.",
  ],
  variants: {
    "without-passwords": "The attacker has no password",
    "with-passwords": "The attacker also has the owner's passwords from a breach",
  },
};

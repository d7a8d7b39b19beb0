// English words of the scenario "Reset that skips the second factor".
import type { ScenarioWords } from "./scenario-words.ts";

export const resetSkipsSecondFactorWords: ScenarioWords = {
  title: "Reset that skips the second factor",
  summary: "A texted code gives a new password, and the second factor is forgotten.",
  mechanism:
    "Signing in asks for two things, but the way back in asks for one. Where a new password may be set with a texted code, and nothing more is asked for afterwards, the number alone is the key. A study of 2020 names 17 websites that fell to a moved number and nothing else. The standards say that a reset must not lead round the second factor.",
  strikes: "a mobile number",
  needs: ["The number's texts", "A service whose reset asks for nothing else"],
  sees: ["The phone may lose its network. A notice of a new password, if the service sends one."],
  now: [
    "Call the carrier, then get the account back with what you still have.",
    "Remove the number from the ways back in, if the service lets you.",
    "Set up recovery codes or a second key in its place.",
  ],
  variants: {
    "sim-swap": "The number is moved to another SIM",
    interception: "The texts are taken in the phone network",
  },
};

// English words of the scenario "Strong factor removed by text".
import type { ScenarioWords } from "./scenario-words.ts";

export const factorRemovalByTextWords: ScenarioWords = {
  title: "Strong factor removed by text",
  summary: "A texted code takes the app or the key off the account.",
  mechanism:
    "Services have to help people who have lost their app or key. Where a text is enough for that, the strong factor is worth no more than the text. In 2018 the rule at Reddit was an app, yet some of its providers kept a reset by text that could not be switched off. The standards ask for proof as strong as at enrolment before a lost factor is replaced.",
  strikes: "a mobile number",
  needs: ["The password and the number's texts", "A service that removes a factor for a texted code"],
  sees: ["A notice that the app or the key was removed, if the service sends one."],
  now: [
    "Object at once if the service waits before it removes the factor.",
    "Call the carrier, and change the password from a device that is still signed in.",
    "Remove the number from the ways back in.",
  ],
  variants: {
    "sim-swap": "The number is moved to another SIM",
    interception: "The texts are taken in the phone network",
  },
};

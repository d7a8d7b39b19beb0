// English words of the scenario "no internet".
import type { ScenarioWords } from "./scenario-words.ts";

export const noInternetWords: ScenarioWords = {
  title: "No Internet on the phone",
  summary: "Prompts and messages in apps do not come; texts do.",
  mechanism:
    "A push prompt travels over the Internet, and so do messages in a service's own app. Without Internet on the phone they do not come, even if the person signs in on a computer that is online. Texts and calls come through the phone network all the same. Codes from an app or a token are computed on the spot and need neither.",
  strikes: "a smartphone",
  needs: ["A phone without data: abroad, in a cellar, or with the allowance used up"],
  sees: ["Nothing appears on the phone after the password."],
  now: ["Use a code that is made on the device instead of a prompt.", "Connect the phone to Wi-Fi."],
  variants: { "phone-only": "The phone is offline, the computer is not" },
};

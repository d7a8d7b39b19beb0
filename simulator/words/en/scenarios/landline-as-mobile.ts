// English words of the scenario "landline as mobile".
import type { ScenarioWords } from "./scenario-words.ts";

export const landlineAsMobileWords: ScenarioWords = {
  title: "Landline taken for a mobile",
  summary: "A service texts the number that is labelled “home”.",
  mechanism:
    "Accounts keep several numbers of a person. Some services text all of them, or the first, whether it can show texts or not. A landline drops the text or reads it to nobody. The person waits for a code at the mobile, and it has gone elsewhere.",
  strikes: "a landline beside a mobile number that gets codes",
  needs: ["A landline number on file", "A service that does not look at what kind of line it is"],
  sees: ["No text comes to the mobile. Perhaps the telephone at home rings."],
  now: [
    "Ask for the code by call to the landline, if the service offers it.",
    "Take the landline off the numbers that get texts.",
  ],
  variants: { "labelled-home": "The number labelled “home” is texted" },
};

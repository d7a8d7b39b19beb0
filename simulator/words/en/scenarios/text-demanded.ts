// English words of the scenario "text demanded".
import type { ScenarioWords } from "./scenario-words.ts";

export const textDemandedWords: ScenarioWords = {
  title: "Text demanded from everybody",
  summary: "Services withdraw tokens and apps, and want to text.",
  mechanism:
    "Some services have withdrawn their tokens and made a text the only second factor, as people who run networks complained in 2021. Who has no mobile phone, or no coverage, then has no second factor at all. Who had something stronger now rests on the number as well.",
  strikes: "a second factor that is not sent to a number",
  needs: ["A service that decides so"],
  sees: ["A notice, then a sign-in page that only offers a text."],
  now: [
    "Keep a way in that the service still accepts, such as recovery codes.",
    "Ask the service for a stronger option; others do the same.",
  ],
  variants: { "strong-factors-withdrawn": "Every second factor but texts and calls is withdrawn" },
};

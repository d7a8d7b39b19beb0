// English words of the scenario "texts delayed".
import type { ScenarioWords } from "./scenario-words.ts";

export const textsDelayedWords: ScenarioWords = {
  title: "Texts delayed",
  summary: "The text comes, but its code has expired.",
  mechanism:
    "A text waits in queues until a network takes it on. A code has a life of its own, ten minutes at most by NIST's guideline. If the text takes longer, the code is refused, and asking for another one starts the same wait. In November 2022 people told of Twitter's codes that came hours late or not at all.",
  strikes: "a mobile number",
  needs: ["A queue somewhere between service and phone", "Codes that live shorter than the delay"],
  sees: ["The code comes late, and the service says that it is wrong or expired."],
  now: ["Use another factor; asking again does not help while the queue lasts."],
  variants: { "quarter-of-an-hour": "Texts take a quarter of an hour", "two-hours": "Texts take two hours" },
};

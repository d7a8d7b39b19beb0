// English words of the scenario "app enrolment".
import type { ScenarioWords } from "./scenario-words.ts";

export const appEnrolmentWords: ScenarioWords = {
  title: "An app only after a text",
  summary: "The app that would replace texts can be switched on only by a text.",
  mechanism:
    "Some services let an authenticator app be enrolled only after a code by text. Whoever wants the app because texts do not arrive is stuck: the way out begins with a text. On the day of the play, texts from short numbers do not come.",
  strikes: "a mobile number",
  needs: ["A service that wants a text first", "Texts that do not come"],
  sees: ["The page says that a code has been sent."],
  now: [
    "Call the carrier and have the texts let through, once.",
    "Enrol from a phone with another number, if the service allows it.",
  ],
  variants: { "no-text": "Texts from short numbers do not come that day" },
};

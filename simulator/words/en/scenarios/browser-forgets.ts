// English words of the scenario "browser forgets".
import type { ScenarioWords } from "./scenario-words.ts";

export const browserForgetsWords: ScenarioWords = {
  title: "Browser forgets",
  summary: "The browser's storage is wiped, and the service no longer knows it.",
  mechanism:
    "“Trust this browser” is a mark that the service leaves in the browser's storage. A browser may wipe it: since 2020 Safari deletes what a site's scripts have stored, if it is used for seven days without a visit there. Then the service asks for the second factor again, and it had better work.",
  strikes: "a browser that an account trusts",
  needs: ["A browser that clears its storage, or a person who does"],
  sees: ["The service asks for a second factor that was not needed for months."],
  now: ["Check from time to time that the second factor works."],
  variants: { "storage-wiped": "Its storage is wiped" },
};

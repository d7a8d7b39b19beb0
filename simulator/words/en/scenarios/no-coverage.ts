// English words of the scenario "no coverage".
import type { ScenarioWords } from "./scenario-words.ts";

export const noCoverageWords: ScenarioWords = {
  title: "No coverage",
  summary: "The phone reaches no mobile network, although the Internet is there.",
  mechanism:
    "Texts and calls come through the mobile network. At home without coverage they can come over Wi-Fi, if carrier and phone both do Wi-Fi calling. Even then texts from short numbers may be missing, and those are what services send from. In the air nothing arrives; codes that are computed on the phone still work.",
  strikes: "a mobile number",
  needs: ["A place without coverage", "No Wi-Fi calling, or one that leaves short numbers out"],
  sees: ["The phone shows no bars. With Wi-Fi calling, texts from friends arrive, and codes do not."],
  now: [
    "At home, have the carrier switch Wi-Fi calling on.",
    "Use an authenticator app, which needs no network, before the next journey.",
  ],
  variants: {
    "at-home": "At home; Wi-Fi calling decides",
    "public-wifi": "On a public hotspot, without Wi-Fi calling",
    "in-flight": "In the air: no texts, no calls, no Internet on the own devices",
  },
};

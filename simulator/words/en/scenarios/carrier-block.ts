// English words of the scenario "carrier block".
import type { ScenarioWords } from "./scenario-words.ts";

export const carrierBlockWords: ScenarioWords = {
  title: "Carrier block",
  summary: "The carrier's filter silently drops texts with codes.",
  mechanism:
    "Filters against scam decide which senders may text. They can stop the texts of banks and other services while texts from friends arrive, and tell nobody. In the case that the project began with, one call to the carrier removed the block.",
  strikes: "a mobile number",
  needs: ["A filter, or a setting on the line, that the owner does not know of"],
  sees: ["Nothing. Texts from friends arrive; codes do not."],
  now: [
    "Call the carrier and ask it to allow these senders.",
    "Choose another way to get the code, if there is one.",
  ],
  variants: {
    "short-codes": "Texts from short numbers are stopped",
    "all-services": "Texts from all services are stopped",
    banks: "Texts from banks are stopped",
    "one-sender": "Texts from one service are stopped",
  },
};

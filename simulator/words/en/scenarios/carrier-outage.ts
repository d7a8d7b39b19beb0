// English words of the scenario "carrier outage".
import type { ScenarioWords } from "./scenario-words.ts";

export const carrierOutageWords: ScenarioWords = {
  title: "Outage of the carrier",
  summary: "The carrier's whole network is down.",
  mechanism:
    "No text and no call reaches the number. On 8 July 2022 the network of Rogers in Canada was down for more than 15 hours, and with it bank cards and sign-ins that ask for the phone. The number still belongs to its owner; it only cannot be reached.",
  strikes: "a phone number",
  needs: ["An outage of the carrier's network"],
  sees: ["The phone shows no network. So do the neighbours' phones with the same carrier."],
  now: ["Use a factor that needs no phone network.", "Wait until the network is back."],
  variants: { network: "The whole network, for 15 hours" },
};

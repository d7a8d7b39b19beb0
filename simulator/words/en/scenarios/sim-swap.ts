// English words of the scenario "SIM swap".
import type { ScenarioWords } from "./scenario-words.ts";

export const simSwapWords: ScenarioWords = {
  title: "SIM swap",
  summary: "The carrier moves the number to somebody else's SIM.",
  mechanism:
    "A number is not in the phone. It is an entry with the carrier, and it points to a SIM. Whoever gets the carrier to change that entry gets every text and call from then on. In a study of five prepaid carriers in the USA, 39 of 50 attempts worked. The verdict is about the time before the number is back; to get it back is an answer of its own.",
  strikes: "a mobile number",
  needs: ["The number", "Personal data of the owner, or somebody inside the carrier"],
  sees: ["The phone loses its network and stays without it."],
  now: [
    "Call the carrier from another phone and have the number moved back.",
    "Take the number out of the ways back in, starting with the mailbox.",
    "Look for sessions and changes that are not yours.",
  ],
  variants: {
    "phone-call": "A caller who knows the owner's personal data",
    insider: "Somebody who works for the carrier",
    "bribed-store": "Somebody in a shop of the carrier who is paid for it",
    "with-passwords": "A caller who also has the owner's passwords from a breach",
  },
};

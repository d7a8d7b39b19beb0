// English words of the scenario "Port-out".
import type { ScenarioWords } from "./scenario-words.ts";

export const portOutWords: ScenarioWords = {
  title: "Port-out",
  summary: "Another carrier takes the number over, on a forged letter.",
  mechanism:
    "A number can be taken along to another carrier. Where a letter proves that the customer wants this, a signature copied from elsewhere has been enough. The old SIM then goes dead, and the new one gets all texts and calls. Rules that the FCC made in 2023 ask carriers in the USA for safer proof before a number moves and for a notice to the customer; parts of them were put off.",
  strikes: "a mobile number",
  needs: ["The number and data about its owner", "A carrier that lets a number go without a PIN"],
  sees: [
    "The phone loses its network and stays without it.",
    "Perhaps, before that, a text that another carrier has asked for the number.",
  ],
  now: [
    "Call the carrier from another phone, say that the number was taken, and have it brought back.",
    "Take the number out of the ways back in, starting with the mailbox.",
    "Ask the carrier for a lock on the number, or a PIN for moving it.",
  ],
  variants: {
    "forged-letter": "A letter with a copied signature",
    "with-passwords": "A forged letter, from somebody who also has the owner's passwords",
  },
};

// English words of the scenario "Stolen laptop".
import type { ScenarioWords } from "./scenario-words.ts";

export const stolenLaptopWords: ScenarioWords = {
  title: "Stolen laptop",
  summary: "A computer or tablet is gone, perhaps one that shows the phone's texts.",
  mechanism:
    "Texts can be shown on a computer as well as on the phone. Then the code for an account arrives on the very machine from which somebody signs in. A thief who gets past its lock reads the texts, as long as the phone is on, and uses what is signed in or stored there.",
  strikes: "a computer",
  needs: ["The device, and its lock open or known"],
  sees: ["The laptop is gone. The phone works and shows texts that nobody asked for."],
  now: [
    "Switch off on the phone that texts are passed on to other devices.",
    "Take the laptop off the list of trusted devices, and end its sessions.",
    "Change the passwords that are stored on it, mailbox first.",
  ],
  variants: { locked: "The laptop is locked", unlocked: "The laptop is open, or its password is known" },
};

// English words of the scenario "Reset chain".
import type { ScenarioWords } from "./scenario-words.ts";

export const resetChainWords: ScenarioWords = {
  title: "Reset chain",
  summary: "The number opens the mailbox, and the mailbox opens the rest.",
  mechanism:
    "A mailbox that gives a new password for a texted code rests on the number. A bank that gives one by mail rests on the mailbox. So the bank rests on the number too, though it never sends a text. Whoever gets the texts goes down the chain, one reset after the other.",
  strikes: "a mobile number",
  needs: ["The number's texts", "A mailbox that can be reset with them"],
  sees: [
    "The phone may lose its network. Mails about new passwords come to a mailbox that the owner no longer gets into.",
  ],
  now: [
    "Get the mailbox back first; everything else follows it.",
    "Call the carrier from another phone.",
    "Take the number out of the mailbox's ways back in.",
  ],
  variants: {
    "sim-swap": "The number is moved to another SIM",
    interception: "The texts are taken in the phone network",
  },
};

// English words of the scenario "Voicemail interception".
import type { ScenarioWords } from "./scenario-words.ts";

export const voicemailInterceptionWords: ScenarioWords = {
  title: "Voicemail interception",
  summary: "A spoken code is recorded, and somebody else listens to it.",
  mechanism:
    "When a machine reads a code out and nobody answers, the voicemail records it. Voicemail can often be called from any phone, with a PIN that was never changed or is soon guessed; a researcher showed at DEF CON in 2018 how accounts fall in this way. A service that waits for a key before it speaks leaves nothing to record, unless the greeting plays that tone.",
  strikes: "a phone number",
  needs: [
    "A voicemail that opens to anybody or to a well-known PIN",
    "A time when nobody answers: at night, or with the phone off",
  ],
  sees: ["A missed call, or a message with a code that nobody asked for."],
  now: ["Switch voicemail off, or give it a long PIN of your own.", "Remove the spoken code as a way in."],
  variants: {
    "without-passwords": "The attacker has no password",
    "with-passwords": "The attacker also has the owner's passwords from a breach",
  },
};

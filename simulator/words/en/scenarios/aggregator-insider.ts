// English words of the scenario "Aggregator insider".
import type { ScenarioWords } from "./scenario-words.ts";

export const aggregatorInsiderWords: ScenarioWords = {
  title: "Aggregator insider",
  summary: "Somebody at a company that passes texts on reads the codes in them.",
  mechanism:
    "A service rarely sends its texts itself. It hands them to a company, which may hand them to another, often whichever is cheapest. Each of them can read the code. Reporters found in 2025 that about a million texts with codes, from more than a thousand senders, had passed through one such company within a month. The owner gets the text all the same.",
  strikes: "an account that texts codes",
  needs: ["A place in a company that carries the texts"],
  sees: ["Nothing. The text arrives as always, though nobody has asked for it where the attacker did."],
  now: [
    "Take a code that you did not ask for as a sign that somebody has your password, and change it.",
    "Move accounts from texts to an app, a passkey or a security key.",
  ],
  variants: {
    "without-passwords": "The attacker has no password",
    "with-passwords": "The attacker also has the owner's passwords from a breach",
  },
};

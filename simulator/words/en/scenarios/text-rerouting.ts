// English words of the scenario "Text re-routing".
import type { ScenarioWords } from "./scenario-words.ts";

export const textReroutingWords: ScenarioWords = {
  title: "Text re-routing",
  summary: "A text service for businesses takes the number's texts over; the phone looks normal.",
  mechanism:
    "Businesses can have texts to a number delivered to a web service. In 2021 a reporter had a hacker do this with his own number: 16 dollars and a false letter of authorization were enough. The SIM stays in use and calls still come, so nothing looks wrong. Only the texts go elsewhere.",
  strikes: "a phone number",
  needs: ["The number", "A text service that believes a letter"],
  sees: ["Nothing. The phone has its network and calls come in. Texts stay away."],
  now: [
    "Have somebody text you; if nothing comes while calls work, call the carrier.",
    "Move accounts from texts to an app, a passkey or a security key.",
    "Take the number out of the ways back in.",
  ],
  variants: {
    "without-passwords": "The attacker has no password",
    "with-passwords": "The attacker also has the owner's passwords from a breach",
  },
};

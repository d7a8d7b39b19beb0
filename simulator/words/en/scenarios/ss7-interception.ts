// English words of the scenario "SS7 interception".
import type { ScenarioWords } from "./scenario-words.ts";

export const ss7InterceptionWords: ScenarioWords = {
  title: "SS7 interception",
  summary: "Texts and calls are taken on their way through the phone network.",
  mechanism:
    "Phone networks believe what other networks tell them about where a number is. Somebody with access to that signalling can say that the number is with them, and its texts and calls are delivered there. In 2017 bank customers in Germany lost money in this way, after their online banking passwords had been phished.",
  strikes: "a mobile number",
  needs: ["Access to signalling between phone networks", "A carrier that does not filter such messages"],
  sees: ["Nothing. The phone keeps its network; a text that was asked for does not come."],
  now: [
    "Use an authenticator app, a passkey or a security key instead of texts.",
    "Take the number out of the ways back in.",
  ],
  variants: {
    "without-passwords": "The attacker has no password",
    "with-passwords": "The attacker has phished the passwords before",
  },
};

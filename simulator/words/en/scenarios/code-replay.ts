// English words of the scenario "Code replay".
import type { ScenarioWords } from "./scenario-words.ts";

export const codeReplayWords: ScenarioWords = {
  title: "Code replay",
  summary: "Somebody sees password and code being typed, and uses both again.",
  mechanism:
    "A code should be good for one sign-in. The standards for codes of apps say that a service must not accept the same one twice. Where it does, whoever looks over the owner's shoulder has half a minute, or as long as the texted code lives, to type the same.",
  strikes: "a service that takes the same code twice",
  needs: ["A view of the screen and the keys", "A service that takes a used code again"],
  sees: ["Somebody stands close. Later, perhaps, a notice of another sign-in."],
  now: [
    "Change the password where nobody is watching, and end all other sessions.",
    "Use a passkey or a security key, which shows nothing that could be typed again.",
  ],
  variants: { "over-the-shoulder": "Somebody looks over the owner's shoulder" },
};

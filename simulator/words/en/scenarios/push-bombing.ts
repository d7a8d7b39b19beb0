// English words of the scenario "Push bombing".
import type { ScenarioWords } from "./scenario-words.ts";

export const pushBombingWords: ScenarioWords = {
  title: "Push bombing",
  summary: "One prompt after the other, until the owner approves one.",
  mechanism:
    "Whoever has the password can make the service send prompts, as many as it lets them. At night, or in a busy hour, one tap makes it stop. In September 2022 somebody who broke into Uber told how it went: prompts to an employee, a message in the name of IT, and after an hour one was approved. Prompts that ask for a number shown on the sign-in page cannot be tapped away like that, and a limit that comes before somebody gives in ends the flood. In the play, ten prompts are enough.",
  strikes: "a prompt that one tap approves, from a service that goes on sending them",
  needs: ["The password", "Prompts that one tap approves, without a limit"],
  sees: ["Prompts that the owner did not cause, again and again."],
  now: [
    "Deny them. A prompt that you did not cause means that somebody has your password: change it.",
    "If you approved one, end all sessions and check which devices are on file.",
    "Switch to prompts with a number, or to a passkey.",
  ],
  variants: { "with-passwords": "The attacker has the owner's passwords" },
};

// English words of the scenario "lost phone".
import type { ScenarioWords } from "./scenario-words.ts";

export const lostPhoneWords: ScenarioWords = {
  title: "Lost phone",
  summary: "The phone is gone, and nobody has it.",
  mechanism:
    "With the phone go its SIM, the seeds in its authenticator app, the passkeys that are on no other device, and whatever was kept with it. Nobody attacks. The question is only whether the owner still gets in, in the days before there is a new SIM.",
  strikes: "a phone",
  needs: ["A moment"],
  sees: ["The phone is not there."],
  now: [
    "Sign in with what is left: another device, a printed code, a security key.",
    "Get a new SIM for the number from the carrier.",
    "Remove the lost phone from your accounts.",
  ],
  variants: { "not-found": "Nobody finds it" },
};

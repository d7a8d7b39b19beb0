// English words of the scenario "Password breach".
import type { ScenarioWords } from "./scenario-words.ts";

export const passwordBreachWords: ScenarioWords = {
  title: "Password breach",
  summary: "A service loses its passwords, and they are tried everywhere.",
  mechanism:
    "Passwords are stolen from services by the million and tried at other services by programs. A password that is used twice falls twice. This costs next to nothing for each victim, so everybody is a target. A second factor stops nearly all of it: a study of 2023 by people at Microsoft found the risk of accounts with leaked passwords lower by more than 98 in 100.",
  strikes: "a password that is remembered",
  needs: ["A password that the owner still uses"],
  sees: ["A notice of the breach, or of a sign-in; often nothing."],
  now: [
    "Change the password at that service and wherever you used it again.",
    "Use a different one everywhere, kept in a password manager.",
    "Switch on a second factor.",
  ],
  variants: {
    "one-service": "One service has lost its passwords",
    "all-services": "All passwords that the owner remembers are known",
  },
};

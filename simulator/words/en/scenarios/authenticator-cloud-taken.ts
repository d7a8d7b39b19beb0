// English words of the scenario "Authenticator cloud taken over".
import type { ScenarioWords } from "./scenario-words.ts";

export const authenticatorCloudTakenWords: ScenarioWords = {
  title: "Authenticator cloud taken over",
  summary: "Somebody is in the cloud account from which the authenticator app is restored.",
  mechanism:
    "An app that saves its seeds in a cloud account survives the loss of the phone. It also means that whoever is in that account has all the codes. Retool said so of a break-in of 2023: with an employee's cloud account the attacker had the codes for the other accounts too. What looked like two factors was one. Passkeys that are synced lie in the same place.",
  strikes: "an account that codes or passkeys are synced to",
  needs: ["A way into the cloud account"],
  sees: ["A notice of a new device in the cloud account, if it sends one."],
  now: [
    "Sign in to the cloud account, end other sessions and change its password.",
    "Enrol the app anew in the accounts that matter most.",
    "Protect the cloud account with something that is not stored in it.",
  ],
  variants: {
    "cloud-only": "The attacker is in the cloud account",
    "with-passwords": "The attacker also has the owner's other passwords",
  },
};

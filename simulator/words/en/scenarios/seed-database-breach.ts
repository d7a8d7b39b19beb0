// English words of the scenario "Seed database breach".
import type { ScenarioWords } from "./scenario-words.ts";

export const seedDatabaseBreachWords: ScenarioWords = {
  title: "Seed database breach",
  summary: "The seeds with which a service checks codes are stolen from it.",
  mechanism:
    "To check a code from an app or a token, the service has to compute it too. So it keeps the seed of every customer in a form that can be read. Whoever copies these can make everybody's codes. In 2011 data about SecurID tokens was stolen from their maker and used in an attack on a customer. The maker offered to replace up to 40 million. Keys and passkeys leave only a public half with the service.",
  strikes: "an account with a code whose seed its service keeps",
  needs: ["Access to the service's database, or to the maker of the tokens"],
  sees: ["Nothing, until the service tells."],
  now: [
    "Enrol the app or the token anew: that makes a new seed.",
    "Change the password.",
    "Use a passkey or a security key where there is one.",
  ],
  variants: {
    "without-passwords": "The attacker has no password",
    "with-passwords": "The attacker also has the owner's passwords from a breach",
  },
};

// Seeds of code tokens were stolen from their maker, and used against a customer of it.
import type { Case } from "./case.ts";

export const tokens2011 = {
  id: "tokens-2011",
  date: "2011-06",
  sources: ["rsa-2011", "rsa-letter-2011"],
  setup: {
    version: 1,
    title: "An employee of a customer",
    things: [{ id: "token", title: "Code token", kind: "otp-token" }],
    accounts: [
      {
        id: "network",
        title: "Company network",
        kind: "work",
        authenticators: [
          { id: "password", kind: "password" },
          { id: "token", kind: "otp-token", thing: "token" },
        ],
        signIn: [{ with: ["password", "token"] }],
      },
    ],
  },
  scenario: { id: "seed-database-breach", variant: "without-passwords" },
  outcome: { network: { attacker: "safe", owner: "signed-in" } },
} as const satisfies Case;

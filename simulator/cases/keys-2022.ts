// Employees fell for the same false site, and their security keys did not.
import type { Case } from "./case.ts";
import { onePhone } from "./one-phone.ts";

export const keys2022 = {
  id: "keys-2022",
  date: "2022-07-20",
  sources: ["cloudflare-2022"],
  setup: {
    version: 1,
    title: "An employee",
    ...onePhone,
    things: [{ id: "key", title: "Security key", kind: "security-key" }],
    accounts: [
      {
        id: "work",
        title: "Sign-on of the employer",
        kind: "work",
        authenticators: [
          { id: "password", kind: "password" },
          { id: "key", kind: "security-key", thing: "key" },
        ],
        signIn: [{ with: ["password", "key"] }],
      },
    ],
  },
  scenario: { id: "phishing-relay", variant: "false-site" },
  outcome: { work: { attacker: "safe", owner: "signed-in" } },
} as const satisfies Case;

// A station in Antarctica, where no carrier has a tower.
import type { Case } from "./case.ts";
import { onePhone } from "./one-phone.ts";

export const antarctica2023 = {
  id: "antarctica-2023",
  date: "2023",
  sources: ["brr-sms-mfa"],
  setup: {
    version: 1,
    title: "Somebody on a station in Antarctica",
    ...onePhone,
    accounts: [
      {
        id: "bank",
        title: "Bank",
        kind: "bank",
        authenticators: [
          { id: "password", kind: "password" },
          { id: "text", kind: "sms-code", number: "mobile" },
        ],
        signIn: [{ with: ["password", "text"] }],
      },
      {
        id: "mail",
        title: "Mailbox",
        kind: "mailbox",
        authenticators: [
          { id: "password", kind: "password" },
          { id: "app", kind: "totp", devices: ["phone"] },
        ],
        signIn: [{ with: ["password", "app"] }],
      },
    ],
  },
  scenario: { id: "no-coverage", variant: "at-home" },
  outcome: {
    bank: { attacker: "safe", owner: "locked-out" },
    mail: { attacker: "safe", owner: "signed-in" },
  },
} as const satisfies Case;

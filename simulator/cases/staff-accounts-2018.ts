// Staff of a web site used apps, and their providers kept a way around them by text.
import type { Case } from "./case.ts";
import { onePhone } from "./one-phone.ts";

export const staffAccounts2018 = {
  id: "staff-accounts-2018",
  date: "2018-06",
  sources: ["reddit-2018"],
  setup: {
    version: 1,
    title: "An employee of a web site",
    ...onePhone,
    accounts: [
      {
        id: "code-host",
        title: "Code host",
        kind: "cloud",
        authenticators: [
          { id: "password", kind: "password" },
          { id: "app", kind: "totp", devices: ["phone"] },
          { id: "text", kind: "sms-code", number: "mobile" },
        ],
        signIn: [{ with: ["password", "app"] }],
        recovery: [{ with: ["text"], gives: "factor-removal", removes: ["app"] }],
      },
    ],
  },
  scenario: { id: "factor-removal-by-text", variant: "interception" },
  outcome: { "code-host": { attacker: "taken-over" } },
} as const satisfies Case;

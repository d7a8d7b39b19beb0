// An employee's codes lay in the cloud, so that one account gave all of them.
import type { Case } from "./case.ts";
import { onePhone } from "./one-phone.ts";

export const syncedCodes2023 = {
  id: "synced-codes-2023",
  date: "2023-08-27",
  sources: ["retool-2023", "retool-customers-2023"],
  setup: {
    version: 1,
    title: "An employee",
    ...onePhone,
    accounts: [
      { id: "cloud", title: "Cloud account", kind: "cloud", modelled: false },
      {
        id: "admin",
        title: "Administration tools",
        kind: "work",
        authenticators: [
          { id: "password", kind: "password" },
          { id: "app", kind: "totp", devices: ["phone"], syncedTo: "cloud" },
        ],
        signIn: [{ with: ["password", "app"] }],
      },
    ],
  },
  scenario: { id: "authenticator-cloud-taken", variant: "with-passwords", target: "cloud" },
  outcome: { admin: { attacker: "taken-over" } },
} as const satisfies Case;

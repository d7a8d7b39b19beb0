// Customers of an exchange, whose second factor was sent to the thieves by a flaw in recovery.
import type { Case } from "./case.ts";
import { onePhone } from "./one-phone.ts";

export const exchange2021 = {
  id: "exchange-2021",
  date: "2021-05",
  sources: ["coinbase-2021"],
  setup: {
    version: 1,
    title: "A customer of an exchange",
    ...onePhone,
    accounts: [
      {
        id: "mail",
        title: "Mailbox",
        kind: "mailbox",
        authenticators: [{ id: "password", kind: "password" }],
        signIn: [{ with: ["password"] }],
      },
      {
        id: "exchange",
        title: "Exchange",
        kind: "bank",
        authenticators: [
          { id: "password", kind: "password" },
          { id: "text", kind: "sms-code", number: "mobile" },
          { id: "link", kind: "email-link", mailbox: "mail" },
        ],
        signIn: [{ with: ["password", "text"] }],
        recovery: [{ with: ["link"], gives: "new-number" }],
      },
    ],
  },
  scenario: { id: "password-breach", variant: "all-services" },
  outcome: { exchange: { attacker: "taken-over" }, mail: { attacker: "taken-over" } },
} as const satisfies Case;

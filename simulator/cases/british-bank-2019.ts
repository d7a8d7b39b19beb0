// Customers of a British bank, whose codes were intercepted in the phone network.
import type { Case } from "./case.ts";
import { onePhone } from "./one-phone.ts";

export const britishBank2019 = {
  id: "british-bank-2019",
  date: "2019-01-31",
  sources: ["metro-bank-2019", "metro-bank-statement-2019"],
  setup: {
    version: 1,
    title: "A bank customer in Britain",
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
    ],
  },
  scenario: { id: "ss7-interception", variant: "with-passwords" },
  outcome: { bank: { attacker: "taken-over" } },
} as const satisfies Case;

// Bank accounts in Germany, emptied by redirected texts after the passwords had been phished.
import type { Case } from "./case.ts";
import { onePhone } from "./one-phone.ts";

export const germanBanks2017 = {
  id: "german-banks-2017",
  date: "2017-01",
  sources: ["o2-ss7-2017"],
  setup: {
    version: 1,
    title: "A bank customer in Germany",
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
        signIn: [{ with: ["password"] }],
        protectedActions: [{ id: "transfer", title: "Transfer money", with: ["text"] }],
      },
    ],
  },
  scenario: { id: "ss7-interception", variant: "with-passwords" },
  outcome: { bank: { attacker: "taken-over", obtained: ["transfer"] } },
} as const satisfies Case;

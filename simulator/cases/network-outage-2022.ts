// A carrier that was down for a day, and banks that text.
import type { Case } from "./case.ts";
import { onePhone } from "./one-phone.ts";

export const networkOutage2022 = {
  id: "network-outage-2022",
  date: "2022-07-08",
  sources: ["rogers-2022", "cash-essentials-2022"],
  setup: {
    version: 1,
    title: "A customer of a carrier",
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
  scenario: { id: "carrier-outage", variant: "network" },
  outcome: { bank: { attacker: "safe", owner: "locked-out" } },
} as const satisfies Case;

// A carrier that let every text through except those with codes.
import type { Case } from "./case.ts";
import { onePhone } from "./one-phone.ts";

export const blockedCodes2022 = {
  id: "blocked-codes-2022",
  date: "2022-07-13",
  sources: ["tidbits"],
  setup: {
    version: 1,
    title: "Somebody who changed the carrier",
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
        id: "pension",
        title: "Pension",
        kind: "government",
        authenticators: [
          { id: "password", kind: "password" },
          { id: "text", kind: "sms-code", number: "mobile" },
        ],
        signIn: [{ with: ["password", "text"] }],
      },
      {
        id: "books",
        title: "Bookkeeping",
        kind: "work",
        authenticators: [
          { id: "password", kind: "password" },
          { id: "text", kind: "sms-code", number: "mobile" },
          { id: "mail-code", kind: "email-code", mailbox: "mail" },
        ],
        signIn: [{ with: ["password", "text"] }, { with: ["password", "mail-code"] }],
      },
    ],
  },
  scenario: { id: "carrier-block", variant: "short-codes" },
  outcome: {
    pension: { attacker: "safe", owner: "locked-out" },
    books: { attacker: "safe", owner: "signed-in" },
  },
} as const satisfies Case;

// The same number on file kept its former owner out.
import type { Case } from "./case.ts";

export const oldNumber2018 = {
  id: "old-number-2018",
  date: "2018-03-13",
  sources: ["calypso-12639"],
  setup: {
    version: 1,
    title: "Somebody with a blog and a new number",
    numbers: [{ id: "mobile", title: "Old number" }],
    devices: [{ id: "phone", title: "Phone", kind: "smartphone" }],
    accounts: [
      {
        id: "blog",
        title: "Blog",
        kind: "social",
        authenticators: [
          { id: "password", kind: "password" },
          { id: "text", kind: "sms-code", number: "mobile" },
        ],
        signIn: [{ with: ["password"] }],
        recovery: [{ with: ["text"], gives: "new-password" }],
      },
    ],
  },
  scenario: { id: "password-forgotten", variant: "all-memorised" },
  outcome: { blog: { attacker: "safe", owner: "locked-out" } },
} as const satisfies Case;

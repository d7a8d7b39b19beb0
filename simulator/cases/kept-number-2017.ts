// A number that was kept on file, and went on resetting the password.
import type { Case } from "./case.ts";
import { onePhone } from "./one-phone.ts";

export const keptNumber2017 = {
  id: "kept-number-2017",
  date: "2017-03-29",
  sources: ["calypso-12639"],
  setup: {
    version: 1,
    title: "Somebody with a blog",
    ...onePhone,
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
  scenario: { id: "recycled-number", variant: "stranger" },
  outcome: { blog: { attacker: "taken-over" } },
} as const satisfies Case;

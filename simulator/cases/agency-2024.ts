// An agency's account at a social network, taken by SIM swap after its second factor had been switched off.
import type { Case } from "./case.ts";
import { onePhone } from "./one-phone.ts";

export const agency2024 = {
  id: "agency-2024",
  date: "2024-01-09",
  sources: ["secgov-2024"],
  setup: {
    version: 1,
    title: "An agency",
    ...onePhone,
    accounts: [
      {
        id: "social",
        title: "Social network",
        kind: "social",
        authenticators: [
          { id: "password", kind: "password" },
          { id: "second-text", title: "Second factor", kind: "sms-code", number: "mobile" },
          { id: "text", kind: "sms-code", number: "mobile" },
        ],
        signIn: [{ with: ["password", "second-text"] }],
        recovery: [{ with: ["text"], gives: "new-password" }],
      },
    ],
  },
  scenario: { id: "two-factor-switched-off", variant: "sim-swap", target: "social" },
  outcome: { social: { attacker: "taken-over" } },
} as const satisfies Case;

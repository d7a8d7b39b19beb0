// A social network whose texts with codes stopped coming.
import type { Case } from "./case.ts";
import { onePhone } from "./one-phone.ts";

export const socialOutage2022 = {
  id: "social-outage-2022",
  date: "2022-11-14",
  sources: ["wired-twitter-2022"],
  setup: {
    version: 1,
    title: "A user of a social network",
    ...onePhone,
    accounts: [
      {
        id: "social",
        title: "Social network",
        kind: "social",
        authenticators: [
          { id: "password", kind: "password" },
          { id: "text", kind: "sms-code", number: "mobile" },
        ],
        signIn: [{ with: ["password", "text"] }],
      },
    ],
  },
  scenario: { id: "provider-outage", variant: "texts", target: "social" },
  outcome: { social: { attacker: "safe", owner: "locked-out" } },
} as const satisfies Case;

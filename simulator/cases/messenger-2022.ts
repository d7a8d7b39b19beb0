// Users of a messenger, whose codes were read at the company that texts them.
import type { Case } from "./case.ts";
import { onePhone } from "./one-phone.ts";

export const messenger2022 = {
  id: "messenger-2022",
  date: "2022-08",
  sources: ["signal-2022", "twilio-2022"],
  setup: {
    version: 1,
    title: "A user of a messenger",
    ...onePhone,
    accounts: [
      {
        id: "messenger",
        title: "Messenger",
        kind: "messenger",
        authenticators: [{ id: "text", kind: "sms-code", number: "mobile" }],
        signIn: [{ with: ["text"] }],
      },
    ],
  },
  scenario: { id: "aggregator-insider", variant: "without-passwords", target: "messenger" },
  outcome: { messenger: { attacker: "taken-over" } },
} as const satisfies Case;

// A reporter's texts, rerouted by a text service for businesses for 16 dollars and a letter.
import type { Case } from "./case.ts";
import { onePhone } from "./one-phone.ts";

export const reroutedTexts2021 = {
  id: "rerouted-texts-2021",
  date: "2021-03",
  sources: ["sakari-2021"],
  setup: {
    version: 1,
    title: "A reporter",
    ...onePhone,
    accounts: [
      {
        id: "messenger",
        title: "Messenger",
        kind: "messenger",
        authenticators: [{ id: "text", kind: "sms-code", number: "mobile" }],
        signIn: [{ with: ["text"] }],
      },
      {
        id: "dating",
        title: "Dating app",
        kind: "social",
        authenticators: [{ id: "text", kind: "sms-code", number: "mobile" }],
        signIn: [{ with: ["text"] }],
      },
      {
        id: "delivery",
        title: "Delivery service",
        kind: "shop",
        authenticators: [{ id: "text", kind: "sms-code", number: "mobile" }],
        signIn: [{ with: ["text"] }],
      },
    ],
  },
  scenario: { id: "text-rerouting", variant: "without-passwords" },
  outcome: {
    messenger: { attacker: "taken-over" },
    dating: { attacker: "taken-over" },
    delivery: { attacker: "taken-over" },
  },
} as const satisfies Case;

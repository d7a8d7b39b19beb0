// A contractor who was sent prompts until one was approved.
import type { Case } from "./case.ts";
import { onePhone } from "./one-phone.ts";

export const prompts2022 = {
  id: "prompts-2022",
  date: "2022-09-15",
  sources: ["uber-2022"],
  setup: {
    version: 1,
    title: "A contractor",
    ...onePhone,
    accounts: [
      {
        id: "work",
        title: "Sign-on of the employer",
        kind: "work",
        authenticators: [
          { id: "password", kind: "password" },
          { id: "prompt", kind: "push", devices: ["phone"] },
        ],
        signIn: [{ with: ["password", "prompt"] }],
      },
    ],
  },
  scenario: { id: "push-bombing", variant: "with-passwords" },
  outcome: { work: { attacker: "taken-over" } },
} as const satisfies Case;

// Thieves who watched the passcode, took the phone, and set a recovery key.
import type { Case } from "./case.ts";
import { onePhone } from "./one-phone.ts";

export const watchedPasscode2023 = {
  id: "watched-passcode-2023",
  date: "2023-04-19",
  sources: ["passcode-thieves-2023"],
  setup: {
    version: 1,
    title: "A guest in a bar",
    ...onePhone,
    things: [{ id: "passport", title: "Passport", kind: "id-document" }],
    accounts: [
      {
        id: "cloud",
        title: "Account of the phone",
        kind: "cloud",
        authenticators: [
          { id: "password", kind: "password" },
          { id: "approval", kind: "session-approval", devices: ["phone"] },
          { id: "proof", kind: "identity-proofing", document: "passport" },
        ],
        signIn: [{ with: ["password", "approval"] }],
        recovery: [
          { with: ["approval"], gives: "new-password" },
          { with: ["proof"], gives: "session" },
        ],
        signedInOn: ["phone"],
        controls: { recoveryKey: true },
      },
    ],
  },
  scenario: { id: "stolen-phone", variant: "passcode-watched" },
  outcome: { cloud: { attacker: "taken-over", owner: "locked-out" } },
} as const satisfies Case;

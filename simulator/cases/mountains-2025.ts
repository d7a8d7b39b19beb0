// A woman in the mountains gets her friends' texts over Wi-Fi, and no codes.
import type { Case } from "./case.ts";

export const mountains2025 = {
  id: "mountains-2025",
  date: "2025",
  sources: ["cyberalmanac-2025"],
  setup: {
    version: 1,
    title: "A woman in the mountains",
    numbers: [{ id: "mobile", title: "Mobile number", wifiCalling: "without-short-codes" }],
    devices: [{ id: "phone", title: "Phone", kind: "smartphone", sims: ["mobile"] }],
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
      {
        id: "health",
        title: "Health insurance",
        kind: "other",
        authenticators: [
          { id: "password", kind: "password" },
          { id: "text", kind: "sms-code", number: "mobile" },
        ],
        signIn: [{ with: ["password", "text"] }],
      },
    ],
  },
  scenario: { id: "no-coverage", variant: "at-home" },
  outcome: {
    bank: { attacker: "safe", owner: "locked-out" },
    health: { attacker: "safe", owner: "locked-out" },
  },
} as const satisfies Case;

// A service for second factors that was down for fourteen hours.
import type { Case } from "./case.ts";
import { onePhone } from "./one-phone.ts";

export const signInOutage2018 = {
  id: "sign-in-outage-2018",
  date: "2018-11-19",
  sources: ["azure-mfa-2018", "techcrunch-mfa-2018", "cluley-mfa-2018"],
  setup: {
    version: 1,
    title: "An office worker",
    ...onePhone,
    accounts: [
      {
        id: "work",
        title: "Office in the cloud",
        kind: "work",
        authenticators: [
          { id: "password", kind: "password" },
          { id: "prompt", kind: "push", devices: ["phone"] },
          { id: "text", kind: "sms-code", number: "mobile" },
        ],
        signIn: [{ with: ["password", "prompt"] }, { with: ["password", "text"] }],
        recovery: [{ with: ["text"], gives: "new-password" }],
      },
    ],
  },
  scenario: { id: "provider-outage", variant: "second-factor-service", target: "work" },
  outcome: { work: { attacker: "safe", owner: "locked-out" } },
} as const satisfies Case;

// In which order an attacker goes through accounts.
import { describe, test } from "vitest";
import { readSetup } from "../../../simulator/index.ts";
import { expectPlayedAsClaimed } from "../played-as-claimed.ts";

const bank = `  - id: bank
    authenticators: [{ id: link, kind: email-link, mailbox: mail }]
    signIn: [{ with: [link] }]
    protectedActions: [{ id: pay, with: [link] }]
`;
const mail = `  - id: mail
    kind: mailbox
    authenticators: [{ id: token, kind: otp-token, thing: token }]
    signIn: [{ with: [token] }]
    controls: { oneTimeUse: false }
`;

describe("a code that was seen at one account opens the accounts behind it, too", () => {
  test.each([
    ["after", mail + bank],
    ["before", bank + mail],
  ])("where these stand %s it in the setup", (_, accounts) => {
    const reading = readSetup(
      `version: 1\ntitle: A pharmacy\nthings: [{ id: token, kind: otp-token }]\naccounts:\n${accounts}`,
      "pharmacy.setup.yaml",
    );
    if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
    expectPlayedAsClaimed(reading.setup, { id: "code-replay", variant: "over-the-shoulder" });
  });
});

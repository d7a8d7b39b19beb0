// The rule `lockout-risk`, on setups written by hand.
import { describe, expect, test } from "vitest";
import { club, found } from "./written-setups.ts";

const lost = (lines: string) => found("lockout-risk", club(lines));

describe("an account is lost with its number", () => {
  test("where every way in and back needs it, and the play shows the owner outside", async () => {
    const [finding] = await lost(`    signIn:
      - with: [password, text]
    recovery:
      - { with: [text], gives: new-password }
`);
    expect(finding).toMatchObject({
      rule: "lockout-risk",
      severity: "warning",
      confidence: "high",
      line: 26,
      message:
        'the account "The club" is lost with its phone number: every way in and every way back needs it',
      notes: [expect.stringContaining("a lock-out")],
      scenario: "number-changed",
    });
    expect(finding!.trail.length).toBeGreaterThan(0);
    expect(finding!.consequences.map(({ rule }) => rule)).toEqual(["sms-only-mfa"]);
  });

  test("where a text signs in alone", async () => {
    expect(
      await lost(`    signIn:
      - with: [text]
    recovery:
      - { with: [text], gives: session }
`),
    ).toHaveLength(1);
  });
});

describe("an account is not lost with one number", () => {
  test.each([
    ["a password alone signs in", "[password]", "[text]"],
    ["the support desk goes by something else", "[password, text]", "[desk]"],
    ["another number is called to get back in", "[password, text]", "[call]"],
    ["mail resets the password, which leaves the text to be asked for", "[password, text]", "[link]"],
  ])("where %s", async (_, signIn, recovery) => {
    expect(
      await lost(`    signIn:
      - with: ${signIn}
    recovery:
      - { with: ${recovery}, gives: new-password }
`),
    ).toEqual([]);
  });

  test("where a device stays signed in", async () => {
    expect(
      await lost(`    signedInOn: [phone]
    signIn:
      - with: [password, text]
    recovery:
      - { with: [text], gives: new-password }
`),
    ).toEqual([]);
  });

  test("where no way back is written, because the setup may be unfinished", async () => {
    expect(
      await lost(`    signIn:
      - with: [password, text]
`),
    ).toEqual([]);
  });
});

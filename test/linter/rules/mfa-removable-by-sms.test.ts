// The rule `mfa-removable-by-sms`, on setups written by hand and on flows as the reader would hand them over.
import { describe, expect, test } from "vitest";
import type { ProofKind } from "../../../linter/flow.ts";
import { choirSetup } from "./choir.ts";
import { ferryFlow, foundInFlows, foundInSetup } from "./judging.ts";

const rule = "mfa-removable-by-sms";
const removal = (...asks: ProofKind[]) => [ferryFlow({ ends: "removes-factor", asks })];

describe("a removal read from code", () => {
  test("for a texted code alone is an error that was played with a password from a list", async () => {
    const { own } = await foundInFlows(rule, removal("sms-code"));
    expect(own).toMatchObject([
      {
        severity: "error",
        scenario: "factor-removal-by-text",
        message: "POST /passenger removes a second factor for a texted code alone",
      },
    ]);
    expect(own[0]!.attack).toContain("takes the second factor off the account");
  });

  test("for a texted code inside a session is a warning", async () => {
    expect((await foundInFlows(rule, removal("session", "sms-code"))).own).toMatchObject([
      {
        severity: "warning",
        message: "POST /passenger removes a second factor for a session and a texted code",
        trail: [],
      },
    ]);
  });

  test.each<[string, ProofKind[]]>([
    ["the app itself", ["session", "totp"]],
    ["a recovery code beside the text", ["sms-code", "recovery-code"]],
    ["the password beside the text", ["session", "sms-code", "password"]],
    ["an open session, which is no matter of texts", ["session"]],
    ["a mail", ["email-link"]],
    ["nothing that was read, as an administrator's page does", []],
  ])("is silent for %s", async (_, asks) => {
    expect((await foundInFlows(rule, removal(...asks))).own).toEqual([]);
  });
});

describe("a removal in a setup written by hand", () => {
  const setup = (asked: string, more = "") =>
    choirSetup({
      signIn: ["{ with: [password, app] }"],
      recovery: [`{ with: [${asked}], gives: factor-removal, removes: [app]${more} }`],
    });

  test("for a text alone is an error at the line of its route", async () => {
    expect((await foundInSetup(rule, setup("text"))).own).toMatchObject([
      {
        severity: "error",
        line: 28,
        message: 'the account "Choir website" removes a second factor for a texted code alone',
      },
    ]);
  });

  test("for a text on a device that is signed in is a warning", async () => {
    expect((await foundInSetup(rule, setup("open, text"))).own).toMatchObject([{ severity: "warning" }]);
  });

  test("for a printed code, with the text or without it, is silent", async () => {
    expect((await foundInSetup(rule, setup("printed"))).own).toEqual([]);
    expect((await foundInSetup(rule, setup("text, printed"))).own).toEqual([]);
  });
});

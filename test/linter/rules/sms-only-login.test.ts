// The rule `sms-only-login`, on setups written by hand and on flows as the reader would hand them over.
import { describe, expect, test } from "vitest";
import type { ProofKind } from "../../../linter/flow.ts";
import { choirSetup } from "./choir.ts";
import { ferryFlow, foundInFlows, foundInSetup } from "./judging.ts";

const rule = "sms-only-login";

describe("a sign-in read from code", () => {
  test("that a texted code alone opens is a warning, with a play that ends in a takeover", async () => {
    const { own } = await foundInFlows(rule, [ferryFlow({ ends: "opens-session", asks: ["sms-code"] })]);
    expect(own).toMatchObject([
      {
        severity: "warning",
        confidence: "high",
        message: "POST /passenger signs in for a texted code alone",
        attack:
          "Somebody who gets the carrier to move the number to another SIM asks for the code, receives it and is in.",
        scenario: "sim-swap",
      },
    ]);
    expect(own[0]!.trail.length).toBeGreaterThan(0);
  });

  test("by a call is a warning, too, and by WhatsApp a remark", async () => {
    const said = (kind: ProofKind) =>
      foundInFlows(rule, [ferryFlow({ ends: "opens-session", asks: [kind] })]);
    expect((await said("voice-code")).own).toMatchObject([{ severity: "warning" }]);
    expect((await said("whatsapp-code")).own).toMatchObject([{ severity: "info" }]);
  });

  test.each<[string, ProofKind[]]>([
    ["the password before it", ["password", "sms-code"]],
    ["the authenticator app beside it", ["sms-code", "totp"]],
    ["a mail in its place", ["email-code"]],
    ["a code whose way was not found", ["unknown-code"]],
  ])("is silent with %s", async (_, asks) => {
    expect(await foundInFlows(rule, [ferryFlow({ ends: "opens-session", asks })])).toEqual({
      own: [],
      beside: [],
    });
  });

  test("is silent where the account is only being made", async () => {
    const changes = { makesAccount: true };
    const flow = ferryFlow({ ends: "opens-session", asks: ["sms-code"], changes });
    expect((await foundInFlows(rule, [flow])).own).toEqual([]);
  });

  test("is unsure where the handler is called after registering, unless it also speaks of signing in", async () => {
    const named = (name: string) =>
      foundInFlows(rule, [ferryFlow({ ends: "opens-session", asks: ["sms-code"], name })]);
    expect((await named("POST /register/confirm")).own).toMatchObject([{ confidence: "low" }]);
    expect((await named("POST /loginOrRegister")).own).toMatchObject([{ confidence: "high" }]);
  });

  test("is silent on the last step of a reset, which is told as a reset", async () => {
    const flow = ferryFlow({ ends: "opens-session", asks: ["sms-code"], name: "POST /password/reset" });
    expect((await foundInFlows(rule, [flow])).own).toEqual([]);
  });
});

describe("a sign-in in a setup written by hand", () => {
  test("that a text alone opens is found at the line of its route", async () => {
    const { own } = await foundInSetup(rule, choirSetup({ signIn: ["{ with: [text] }"] }));
    expect(own).toMatchObject([
      {
        line: 26,
        severity: "warning",
        message: 'the account "Choir website" signs in for a texted code alone',
      },
    ]);
  });

  test.each([
    ["asks for the password, too", "{ with: [password, text] }"],
    ["allows looking only", "{ with: [text], limited: true }"],
  ])("is silent where the route %s", async (_, route) => {
    expect((await foundInSetup(rule, choirSetup({ signIn: [route] }))).own).toEqual([]);
  });

  test("takes along what rests on that account, and does not speak for it", async () => {
    const shop = `  - id: shop
    title: Sheet music shop
    authenticators:
      - { id: passkey, kind: passkey, devices: [phone], syncedTo: choir }
    signIn:
      - with: [passkey]
`;
    const yaml = choirSetup({ signIn: ["{ with: [text] }"], more: shop });
    const { own } = await foundInSetup(rule, yaml);
    expect(own.map(({ message }) => message)).toEqual([
      'the account "Choir website" signs in for a texted code alone',
    ]);
    const chain = await foundInSetup("reset-chain", yaml);
    expect(chain.beside).toEqual([
      'the account "Sheet music shop" falls with it, because its sign-in rests on this account',
    ]);
  });
});

// The rule `sms-bypasses-mfa`, on setups written by hand and on flows as the reader would hand them over.
import { describe, expect, test } from "vitest";
import { choirSetup } from "./choir.ts";
import { ferryFlow, foundInFlows, foundInSetup, proofOf } from "./judging.ts";

const rule = "sms-bypasses-mfa";
const byText = (changes = {}, name?: string) =>
  ferryFlow({ ends: "opens-session", asks: ["sms-code"], changes, ...(name === undefined ? {} : { name }) });

describe("a sign-in read from code", () => {
  test("that goes round the password step is an error, and that it is a sign-in by text follows from it", async () => {
    const flow = byText({ skips: [proofOf("password")] });
    expect((await foundInFlows(rule, [flow])).own).toMatchObject([
      {
        severity: "error",
        confidence: "high",
        message: "POST /passenger opens for a texted code alone and goes round the password step",
      },
    ]);
    const login = await foundInFlows("sms-only-login", [flow]);
    expect(login).toEqual({ own: [], beside: ["POST /passenger signs in for a texted code alone"] });
  });

  test("beside one that asks for the app is less sure: the other one may serve other people", async () => {
    const other = ferryFlow({
      ends: "opens-session",
      asks: ["password", "totp"],
      name: "POST /crew",
      line: 60,
    });
    expect((await foundInFlows(rule, [byText(), other])).own).toMatchObject([
      {
        confidence: "medium",
        line: 12,
        message: expect.stringContaining("goes round the authenticator app of the other sign-in"),
      },
    ]);
  });

  test("beside one that asks for the password alone is a sign-in by text and goes round nothing", async () => {
    const other = ferryFlow({ ends: "opens-session", asks: ["password"], name: "POST /crew", line: 60 });
    expect((await foundInFlows(rule, [byText(), other])).own).toEqual([]);
  });

  test.each([
    ["goes round a session only", byText({ skips: [proofOf("session")] })],
    ["makes the account", byText({ skips: [proofOf("password")], makesAccount: true })],
    ["is called after registering", byText({ skips: [proofOf("password")] }, "POST /register/confirm")],
    [
      "writes a new password, which is what a reset is for",
      ferryFlow({ ends: "writes-password", asks: ["sms-code"], changes: { skips: [proofOf("password")] } }),
    ],
    [
      "asks for the app itself",
      ferryFlow({
        ends: "opens-session",
        asks: ["sms-code", "totp"],
        changes: { skips: [proofOf("password")] },
      }),
    ],
  ])("is silent where the handler %s", async (_, flow) => {
    expect(await foundInFlows(rule, [flow])).toEqual({ own: [], beside: [] });
  });
});

describe("an account in a setup written by hand", () => {
  const signIn = ["{ with: [password, app] }", "{ with: [text] }"];

  test("whose other sign-in asks for the app is an error at the one by text", async () => {
    expect((await foundInSetup(rule, choirSetup({ signIn }))).own).toMatchObject([
      {
        severity: "error",
        line: 27,
        message:
          'the account "Choir website" opens for a texted code alone and goes round the authenticator app',
      },
    ]);
  });

  test("whose other sign-in asks for a password alone is silent", async () => {
    const plain = ["{ with: [password] }", "{ with: [text] }"];
    expect((await foundInSetup(rule, choirSetup({ signIn: plain }))).own).toEqual([]);
  });

  test("whose reset also drops the second factor says so beside the reset", async () => {
    const setup = (controls: string) =>
      choirSetup({
        signIn: ["{ with: [password, app] }"],
        recovery: ["{ with: [text], gives: new-password }"],
        controls,
      });
    expect((await foundInSetup(rule, setup("{ resetKeepsSecondFactor: false }"))).beside).toEqual([
      'the account "Choir website" opens for a texted code alone and goes round the authenticator app',
    ]);
    expect((await foundInSetup(rule, setup("{ resetKeepsSecondFactor: true }"))).beside).toEqual([]);
  });
});

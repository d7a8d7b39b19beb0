// The rule `session-after-reset`, on setups written by hand and on flows as the reader would hand them over.
import { describe, expect, test } from "vitest";
import type { EffectKind, ProofKind } from "../../../linter/flow.ts";
import { choirSetup } from "./choir.ts";
import { ferryFlow, foundInFlows, foundInSetup } from "./judging.ts";

const rule = "session-after-reset";
const inReset = (ends: EffectKind, ...asks: ProofKind[]) =>
  ferryFlow({ ends, asks, name: "POST /password/reset" });
const signIn = (...asks: ProofKind[]) =>
  ferryFlow({ ends: "opens-session", asks, name: "POST /enter", line: 90 });

describe("a reset read from code", () => {
  test("by text alone that also signs in is told beside the reset", async () => {
    const flows = [inReset("writes-password", "sms-code"), inReset("opens-session", "sms-code")];
    expect(await foundInFlows(rule, flows)).toEqual({
      own: [],
      beside: ["POST /password/reset also opens a session, for a texted code alone"],
    });
    expect((await foundInFlows("sms-only-reset", flows)).own).toHaveLength(1);
  });

  test("by text and mail that signs in past the app is a finding of its own", async () => {
    const asks = ["sms-code", "email-link"] as const;
    const flows = [inReset("writes-password", ...asks), inReset("opens-session", ...asks)];
    expect((await foundInFlows(rule, [...flows, signIn("password", "totp")])).own).toMatchObject([
      {
        severity: "warning",
        message:
          "POST /password/reset resets the password and opens a session without the authenticator app that the sign-in asks for",
      },
    ]);
    expect((await foundInFlows(rule, [...flows, signIn("password")])).own).toEqual([]);
  });

  test("that asks for the app itself may sign in", async () => {
    const asks = ["sms-code", "totp"] as const;
    const flows = [inReset("writes-password", ...asks), inReset("opens-session", ...asks)];
    expect(await foundInFlows(rule, [...flows, signIn("password", "totp")])).toEqual({ own: [], beside: [] });
  });

  test("that sends people to the sign-in is silent, whatever other handlers open", async () => {
    const flows = [inReset("writes-password", "sms-code"), signIn("sms-code")];
    expect(await foundInFlows(rule, flows)).toEqual({ own: [], beside: [] });
  });

  test("by mail alone is no matter of texts", async () => {
    const flows = [inReset("writes-password", "email-link"), inReset("opens-session", "email-link")];
    expect((await foundInFlows(rule, [...flows, signIn("password", "totp")])).own).toEqual([]);
  });
});

describe("a reset in a setup written by hand", () => {
  const setup = (asked: string, opens: boolean) =>
    choirSetup({
      signIn: ["{ with: [password, app] }"],
      recovery: [`{ with: [${asked}], gives: new-password }`],
      controls: `{ resetOpensSession: ${opens} }`,
    });

  test("for a text and a mail that opens a session past the app is found at its route", async () => {
    expect((await foundInSetup(rule, setup("text, link", true))).own).toMatchObject([
      {
        line: 28,
        message:
          'the account "Choir website" resets the password and opens a session without the authenticator app that the sign-in asks for',
      },
    ]);
    expect((await foundInSetup(rule, setup("text, link", false))).own).toEqual([]);
    expect((await foundInSetup(rule, setup("text, app", true))).own).toEqual([]);
  });

  test("for a text alone is told beside the reset", async () => {
    expect((await foundInSetup(rule, setup("text", true))).beside).toEqual([
      'the account "Choir website" also opens a session, for a texted code alone',
    ]);
    expect((await foundInSetup(rule, setup("text", false))).beside).toEqual([]);
  });
});

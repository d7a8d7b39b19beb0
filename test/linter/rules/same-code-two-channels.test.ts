// The rule `same-code-two-channels`, on flows as the reader would hand them over; a setup cannot say it.
import { describe, expect, test } from "vitest";
import type { ProofKind } from "../../../linter/flow.ts";
import { choirSetup } from "./choir.ts";
import { ferryFlow, foundInFlows, foundInSetup, proofOf } from "./judging.ts";

const rule = "same-code-two-channels";
const twice = (kind: ProofKind, ...also: ProofKind[]) => proofOf(kind, { also });

describe("a code that goes out twice", () => {
  test("beside a password is a finding of its own, told once for its two flows", async () => {
    const { own } = await foundInFlows(rule, [
      ferryFlow({ ends: "opens-session", asks: ["password", twice("sms-code", "email-code")] }),
      ferryFlow({ ends: "opens-session", asks: ["password", twice("email-code", "sms-code")] }),
    ]);
    expect(own).toMatchObject([
      {
        severity: "warning",
        message: "POST /passenger takes one code that goes out by text and by mail, so that either is enough",
      },
    ]);
  });

  test.each([
    ["reset", "writes-password", "sms-only-reset"],
    ["sign-in", "opens-session", "sms-only-login"],
  ] as const)("and that is all a %s asks for is told beside that finding", async (_, ends, first) => {
    const flows = [ferryFlow({ ends, asks: [twice("sms-code", "email-code")] })];
    expect((await foundInFlows(first, flows)).own).toHaveLength(1);
    expect(await foundInFlows(rule, flows)).toEqual({
      own: [],
      beside: ["POST /passenger takes one code that goes out by text and by mail, so that either is enough"],
    });
  });

  test.each<[string, ProofKind, ProofKind[]]>([
    ["by text and by call: one number", "sms-code", ["voice-code"]],
    ["by text and by WhatsApp: one number", "sms-code", ["whatsapp-code"]],
    ["once", "sms-code", []],
  ])("is silent %s", async (_, kind, also) => {
    const flow = ferryFlow({ ends: "opens-session", asks: ["password", twice(kind, ...also)] });
    expect(await foundInFlows(rule, [flow])).toEqual({ own: [], beside: [] });
  });

  test("for an account that is only being made is silent", async () => {
    const asks = ["password", twice("sms-code", "email-code")] as const;
    const flow = ferryFlow({ ends: "opens-session", asks, changes: { makesAccount: true } });
    expect((await foundInFlows(rule, [flow])).own).toEqual([]);
  });

  test("is nothing that a setup with a way by text and one by mail says", async () => {
    const signIn = ["{ with: [password, text] }", "{ with: [password, link] }"];
    expect(await foundInSetup(rule, choirSetup({ signIn }))).toEqual({ own: [], beside: [] });
  });
});

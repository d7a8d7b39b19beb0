// The rule `phone-change-without-reauth`, on setups written by hand and on flows as the reader would hand them over.
import { describe, expect, test } from "vitest";
import type { Flow, Proof, ProofKind } from "../../../linter/flow.ts";
import { choirSetup } from "./choir.ts";
import { ferryFlow, foundInFlows, foundInSetup, proofOf } from "./judging.ts";

const rule = "phone-change-without-reauth";
const change = (asks: readonly (ProofKind | Proof)[], changes: Partial<Flow> = {}) =>
  ferryFlow({ ends: "changes-phone", asks, name: "PUT /phone", changes: { whose: "signed-in", ...changes } });
const byText = ferryFlow({ ends: "opens-session", asks: ["sms-code"], line: 80 });
const secondStep = ferryFlow({ ends: "opens-session", asks: ["password", "sms-code"], line: 80 });

describe("a change read from code", () => {
  test("for an open session is an error where the number alone opens the account", async () => {
    expect((await foundInFlows(rule, [change(["session"]), byText])).own).toMatchObject([
      {
        severity: "error",
        message: "PUT /phone puts another phone number on file for an open session alone",
        attack: expect.stringContaining("finds a session open"),
      },
    ]);
  });

  test("is a warning where the number is one factor of several", async () => {
    expect((await foundInFlows(rule, [change(["session"]), secondStep])).own).toMatchObject([
      { severity: "warning" },
    ]);
  });

  test("is no matter where no code ever goes to the number", async () => {
    const byMail = ferryFlow({ ends: "opens-session", asks: ["email-code"], line: 80 });
    expect((await foundInFlows(rule, [change(["session"]), byMail])).own).toEqual([]);
  });

  test("is no better for a code to the new number", async () => {
    const given = proofOf("sms-code", { to: "given" });
    expect((await foundInFlows(rule, [change(["session", given]), byText])).own).toMatchObject([
      {
        message:
          "PUT /phone puts another phone number on file for a session and a code to the new number alone",
      },
    ]);
  });

  test("for a code to the old number says that the number speaks for itself", async () => {
    const onFile = proofOf("sms-code", { to: "on-file" });
    expect((await foundInFlows(rule, [change(["session", onFile]), secondStep])).own).toMatchObject([
      {
        severity: "warning",
        message: expect.stringContaining("with no proof that does not hang on the number"),
        attack: expect.stringContaining("move the number to another SIM"),
      },
    ]);
  });

  test.each<[string, Flow]>([
    ["the password is asked for again", change(["session", "password"])],
    ["the app is asked for", change(["session", "totp"])],
    ["an administrator changes somebody else's row", change(["session"], { whose: "named" })],
    ["the account is only being made", change(["session"], { makesAccount: true })],
    ["nothing was read that is asked for", change([])],
  ])("is silent where %s", async (_, flow) => {
    expect((await foundInFlows(rule, [flow, byText])).own).toEqual([]);
  });
});

describe("a change in a setup written by hand", () => {
  const setup = (asked: string) =>
    choirSetup({
      signIn: ["{ with: [password, text] }"],
      recovery: [`{ with: [${asked}], gives: new-number }`],
    });

  test.each(["open", "text", "open, text"])(
    "for [%s] is an error at the line of its route",
    async (asked) => {
      expect((await foundInSetup(rule, setup(asked))).own).toMatchObject([{ severity: "error", line: 28 }]);
    },
  );

  test.each(["password, text", "printed"])("for [%s] is silent", async (asked) => {
    expect((await foundInSetup(rule, setup(asked))).own).toEqual([]);
  });
});

// The rule `unbound-reset`, on setups written by hand and on flows as the reader would hand them over.
import { describe, expect, test } from "vitest";
import type { Flow } from "../../../linter/flow.ts";
import { choirSetup } from "./choir.ts";
import { ferryFlow, foundInFlows, foundInSetup } from "./judging.ts";

const rule = "unbound-reset";
const reset = (changes: Partial<Flow> = {}, name = "POST /reset/password") =>
  ferryFlow({ ends: "writes-password", name, changes });

describe("a reset read from code", () => {
  test("that asks for nothing is an error, and sure where a check was found elsewhere", async () => {
    expect((await foundInFlows(rule, [reset({ bound: "elsewhere" })])).own).toMatchObject([
      {
        severity: "error",
        confidence: "high",
        message: "POST /reset/password sets a new password and asks for nothing",
      },
    ]);
    expect((await foundInFlows(rule, [reset()])).own).toMatchObject([{ confidence: "medium" }]);
  });

  test("is unsure where the handler is called after something else", async () => {
    const flow = reset({ bound: "elsewhere" }, "POST /passenger/:id");
    expect((await foundInFlows(rule, [flow])).own).toMatchObject([{ confidence: "low" }]);
  });

  test.each<[string, Flow]>([
    ["the account was found by something else that was asked for", reset({ whose: "found" })],
    ["somebody signed in changes their own", reset({ whose: "signed-in" })],
    ["the password is made and sent, not chosen", reset({ chosen: false })],
    ["the account is only being made", reset({ makesAccount: true })],
    ["it is the last step of registering", reset({}, "POST /register/password")],
    ["it is an administrator's page", reset({}, "POST /admin/reset-password")],
    ["it is a script for the first data", reset({}, "seedPasswords")],
    ["nobody is seen to call it", reset({ entry: { ...reset().entry, framework: "other" } })],
    ["a code is asked for", ferryFlow({ ends: "writes-password", asks: ["email-code"] })],
    [
      "a code is asked for whose way was not found",
      ferryFlow({ ends: "writes-password", asks: ["unknown-code"] }),
    ],
  ])("is silent where %s", async (_, flow) => {
    expect((await foundInFlows(rule, [flow])).own).toEqual([]);
  });
});

describe("a recovery in a setup written by hand", () => {
  test("that asks for nothing is found, and one that asks for a mailed link is not", async () => {
    const setup = (asked: string) => choirSetup({ recovery: [`{ with: [${asked}], gives: new-password }`] });
    expect((await foundInSetup(rule, setup(""))).own).toMatchObject([
      {
        severity: "error",
        line: 28,
        message: 'the account "Choir website" sets a new password and asks for nothing',
        attack: "Somebody who knows that the account exists asks for a new password and chooses it.",
      },
    ]);
    expect((await foundInSetup(rule, setup("link"))).own).toEqual([]);
  });
});

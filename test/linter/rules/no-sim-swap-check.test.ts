// The rule `no-sim-swap-check`, on setups written by hand; code is not judged by it.
import { describe, expect, test } from "vitest";
import { judge } from "../../../linter/judge.ts";
import { choirSetup } from "./choir.ts";
import { ferryFlow, foundInFlows, foundInSetup } from "./judging.ts";

const rule = "no-sim-swap-check";
const signIn = ["{ with: [password, text] }"];

describe("an account in a setup written by hand", () => {
  test("that trusts a texted code and does not ask the carrier gets a remark at that route", async () => {
    expect((await foundInSetup(rule, choirSetup({ signIn }))).own).toMatchObject([
      {
        severity: "info",
        line: 26,
        message:
          'the account "Choir website" trusts codes to a phone number and does not ask the carrier whether it was moved',
      },
    ]);
  });

  test("is told once, at the way back in where there is one", async () => {
    const recovery = ["{ with: [link, call], gives: new-password }"];
    expect((await foundInSetup(rule, choirSetup({ signIn, recovery }))).own).toMatchObject([{ line: 28 }]);
  });

  test("that asks the carrier, or trusts no code by phone, is silent", async () => {
    const asks = choirSetup({ signIn, controls: "{ carrierChangeCheck: true }" });
    expect((await foundInSetup(rule, asks)).own).toEqual([]);
    const app = choirSetup({ signIn: ["{ with: [password, app] }"] });
    expect((await foundInSetup(rule, app)).own).toEqual([]);
  });

  test("is silent for a text that only takes a factor away, which other rules are about", async () => {
    const recovery = ["{ with: [text], gives: factor-removal, removes: [app] }"];
    const { own, beside } = await foundInSetup(
      rule,
      choirSetup({ signIn: ["{ with: [password, app] }"], recovery }),
    );
    expect({ own, beside }).toEqual({ own: [], beside: [] });
  });
});

test("code is not judged: what asks the carrier may lie where nobody reads", async () => {
  const flow = ferryFlow({ ends: "opens-session", asks: ["password", "sms-code"] });
  expect(await foundInFlows(rule, [flow])).toEqual({ own: [], beside: [] });
});

test("rules that ask for extra care are silent unless they are wanted", async () => {
  const flow = ferryFlow({ ends: "writes-password", asks: ["email-link"], name: "POST /reset" });
  expect(await judge([flow], [], false, "default")).toEqual([]);
  expect(await judge([flow], [], false, "strict")).toMatchObject([{ rule: "no-notification-after-reset" }]);
});

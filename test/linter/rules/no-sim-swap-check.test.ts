// The rule `no-sim-swap-check`, on setups written by hand; code is not judged by it.
import { describe, expect, test } from "vitest";
import { judge, judgeBy } from "../../../linter/judge.ts";
import { profileById } from "../../../linter/profiles.ts";
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

describe("in code", () => {
  const signIn = ferryFlow({ ends: "opens-session", asks: ["password", "sms-code"] });

  test("it is told with less confidence, because what asks the carrier may lie where nobody reads", async () => {
    const { own } = await foundInFlows(rule, [signIn]);
    expect(own).toMatchObject([{ severity: "info", confidence: "medium" }]);
  });

  test("one flow that asks the carrier speaks for its project", async () => {
    const asks = ferryFlow({ ends: "writes-password", asks: ["sms-code"], changes: { asksCarrier: true } });
    expect(await foundInFlows(rule, [signIn, asks])).toMatchObject({ own: [] });
  });
});

test("rules that ask for extra care are silent unless they are wanted", async () => {
  const flow = ferryFlow({ ends: "writes-password", asks: ["email-link"], name: "POST /reset" });
  const judged = { flows: [flow], setups: [], configured: [] };
  expect((await judgeBy(profileById("default"), judged, false)).findings).toEqual([]);
  expect(await judge([flow], [], false)).toMatchObject([{ rule: "no-notification-after-reset" }]);
});

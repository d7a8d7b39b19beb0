// The rule `no-notification-after-reset`, on setups written by hand and on flows as the reader would hand them over.
import { describe, expect, test } from "vitest";
import type { Flow } from "../../../linter/flow.ts";
import { choirSetup } from "./choir.ts";
import { ferryFlow, foundInFlows, foundInSetup } from "./judging.ts";

const rule = "no-notification-after-reset";
const reset = (changes: Partial<Flow> = {}, name = "POST /password/reset") =>
  ferryFlow({ ends: "writes-password", asks: ["email-link"], name, changes });

describe("a reset read from code", () => {
  test("after which nobody is told gets a remark", async () => {
    expect((await foundInFlows(rule, [reset()])).own).toMatchObject([
      {
        severity: "info",
        message: "POST /password/reset sets a new password and tells nobody",
        fix: "Once the password is written, send a notice to every address on file.",
      },
    ]);
  });

  test("by text alone is told by itself: nothing of it follows from the text", async () => {
    const flow = ferryFlow({ ends: "writes-password", asks: ["sms-code"] });
    expect(await foundInFlows(rule, [flow])).toMatchObject({
      own: [{ message: "POST /passenger sets a new password and tells nobody" }],
      beside: [],
    });
  });

  test.each<[string, Flow]>([
    ["somebody is sent a notice", reset({ notifies: true })],
    ["the account is only being made", reset({ makesAccount: true })],
    ["it is the last step of registering", reset({}, "POST /register/password")],
    ["the password was made and is sent, which tells of itself", reset({ chosen: false })],
    [
      "a session is opened and no password written",
      ferryFlow({ ends: "opens-session", asks: ["email-link"] }),
    ],
  ])("is silent where %s", async (_, flow) => {
    expect((await foundInFlows(rule, [flow])).own).toEqual([]);
  });
});

describe("a recovery in a setup written by hand", () => {
  const recovery = ["{ with: [link], gives: new-password }"];

  test("of a service that tells nobody is found, and of one that tells is not", async () => {
    expect((await foundInSetup(rule, choirSetup({ recovery }))).own).toMatchObject([
      {
        line: 28,
        message: 'the account "Choir website" sets a new password and tells nobody',
        fix: "Tell the owner at every address on file (in a setup: notifies).",
      },
    ]);
    const told = choirSetup({ recovery, more: "    notifies:\n      - { mailbox: mail }\n" });
    expect((await foundInSetup(rule, told)).own).toEqual([]);
  });

  test("that gives no new password is silent", async () => {
    const removal = ["{ with: [printed], gives: factor-removal, removes: [app] }"];
    const setup = choirSetup({ signIn: ["{ with: [password, app] }"], recovery: removal });
    expect((await foundInSetup(rule, setup)).own).toEqual([]);
  });
});

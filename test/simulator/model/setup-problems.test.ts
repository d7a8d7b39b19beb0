import { describe, expect, test } from "vitest";
import { pathText } from "../../../simulator/model/problems.ts";
import { mostProblems } from "../../../simulator/model/setup-reading.ts";
import { sayProblem, sayProblemAt } from "../../../simulator/words/en/problems.ts";
import { head, problemsOf } from "./told.ts";

describe("the list of problems", () => {
  test("has everything at once, sorted by place, with the nearest known words", () => {
    const text = `version: 1
title: A setup
numbers: [{ id: mobile }]
devices: [{ id: phone, kind: smartfone, sims: [mobil] }]
accounts:
  - id: mail
    knid: mailbox
    authenticators: [{ id: text, kind: sms-cod, number: mobile }]
    signIn: [{ with: [txet] }]
`;
    expect(problemsOf(text).map((problem) => sayProblemAt(problem, "my.yaml"))).toEqual([
      'my.yaml:4:30 devices[0].kind: Expected one of smartphone, feature-phone, landline-phone, tablet, computer; found "smartfone". Did you mean "smartphone"?',
      'my.yaml:4:48 devices[0].sims[0]: There is no number "mobil" (there are: mobile). Did you mean "mobile"?',
      'my.yaml:7:5 accounts[0].knid: There is no key "knid" here. Known are: id, title, kind, modelled, signedInOn, authenticators, signIn, recovery, protectedActions, notifies, controls. Did you mean "kind"?',
      'my.yaml:8:40 accounts[0].authenticators[0].kind: Expected one of password, security-questions, sms-code, voice-code, messenger-code, email-code, email-link, in-app-message, totp, hotp, device-code, otp-token, push, security-key, passkey, trusted-browser, session-approval, recovery-codes, support-desk, recovery-contact, identity-proofing, voiceprint; found "sms-cod". Did you mean "sms-code"?',
      'my.yaml:9:23 accounts[0].signIn[0].with[0]: This account has no authenticator "txet" (there are: text). Did you mean "text"?',
    ]);
  });

  test("holds both errors and warnings, and says which is which", () => {
    const problems = problemsOf("version: 2\ntitle: Call +49 170 9876543");
    expect(problems.map(({ id, severity }) => [id, severity])).toEqual([
      ["version-unknown", "error"],
      ["real-phone-number", "warning"],
    ]);
  });

  test("ends after fifty with the number of the rest", () => {
    const accounts = Array.from({ length: 80 }, (_, index) => ({ id: `a-${index}`, colour: 1 }));
    const problems = problemsOf(JSON.stringify({ version: 1, title: "A setup", accounts }), "my.json");
    expect(problems).toHaveLength(mostProblems + 1);
    expect(problems.at(-1)).toMatchObject({
      id: "more-problems",
      severity: "error",
      params: { told: 50, more: 30 },
    });
  });

  test("does not grow with a text that is wrong in a million places", () => {
    const problems = problemsOf(
      `{"version":1,"title":"A setup","accounts":[${"1,".repeat(900_000)}1]}`,
      "my.json",
    );
    expect(problems).toHaveLength(mostProblems + 1);
  });

  test("never brings control characters or hidden directions to a terminal", () => {
    const hostile = "\u{1b}[31m\u{202e}\u{7}\u{2028}\u{85}";
    const text = JSON.stringify({
      version: hostile,
      title: "A setup",
      [hostile]: 1,
      devices: [{ id: hostile, kind: hostile }],
    });
    for (const problem of problemsOf(text, "my.json"))
      expect(sayProblemAt(problem, "my.json")).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
    expect(problemsOf(text, "my.json")).toHaveLength(4);
  });

  test("cuts what was found where it is long", () => {
    const [problem] = problemsOf(`${head}devices: [{ id: a, kind: ${"x".repeat(5_000)} }]`);
    expect(sayProblem(problem!).length).toBeLessThan(250);
  });
});

test("a path is written as people write it", () => {
  expect(pathText(["accounts", 1, "signIn", 0, "with", 0])).toBe("accounts[1].signIn[0].with[0]");
  expect(pathText(["accounts", "a b"])).toBe('accounts["a b"]');
  expect(pathText([])).toBe("");
});

// The list of rules: every rule that is written is in it, and every id that was promised is there.
import { existsSync, readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { codeRules, policyRules, ruleMetas } from "../../../linter/rules/index.ts";

const folder = new URL("../../../linter/rules/", import.meta.url);
const pages = new URL("../../../content/rules/", import.meta.url);
const files = readdirSync(folder).filter((file) => file !== "index.ts");
const listed = new Set<unknown>([...policyRules, ...codeRules]);

function isRule(value: unknown): value is { readonly meta: { readonly id: string } } {
  return typeof value === "object" && value !== null && "meta" in value && "judge" in value;
}

async function rulesOf(file: string): Promise<readonly { readonly meta: { readonly id: string } }[]> {
  const exported = (await import(new URL(file, folder).href)) as Readonly<Record<string, unknown>>;
  return Object.values(exported).filter(isRule);
}

describe("every file of a rule", () => {
  test.each([...ruleMetas.keys()])("%s is called after it", async (id) => {
    expect((await rulesOf(`${id}.ts`)).map(({ meta }) => meta.id)).toContain(id);
  });

  test.each(files)("%s is listed with all the rules that it has, and each has a page", async (file) => {
    const rules = await rulesOf(file);
    expect(rules.filter((rule) => !listed.has(rule))).toEqual([]);
    expect(rules.filter(({ meta }) => !existsSync(new URL(`${meta.id}.mdx`, pages)))).toEqual([]);
  });
});

/** Ids stand in ignored findings, settings of builds and links, so none of them may go or change its name. */
const promised = [
  "sms-only-reset",
  "unbound-reset",
  "sms-only-login",
  "sms-bypasses-mfa",
  "mfa-removable-by-sms",
  "phone-change-without-reauth",
  "session-after-reset",
  "same-code-two-channels",
  "otp-weak-random",
  "otp-low-entropy",
  "otp-no-attempt-limit",
  "otp-no-expiry",
  "otp-reusable",
  "otp-purpose-confusion",
  "otp-logged",
  "otp-in-response",
  "otp-hard-coded",
  "otp-stored-plaintext",
  "otp-compare-loose",
  "totp-window-wide",
  "sms-pump-send",
  "recovery-enumeration",
  "cognito-phone-recovery",
  "cognito-recovery-default",
  "sms-only-mfa",
  "lockout-risk",
  "framework-phone-reset",
  "no-sim-swap-check",
  "no-notification-after-reset",
  "no-recovery-codes",
  "enrolment-needs-sms",
  "sms-default-factor",
  "sms-although-app",
  "reset-chain",
  "totp-seed-in-plaintext",
];

test("the rules are those that were promised", () => {
  expect([...ruleMetas.keys()].toSorted()).toEqual(promised.toSorted());
});

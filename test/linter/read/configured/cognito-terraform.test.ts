// User pools of Amazon Cognito that Terraform makes.
import { describe, expect, test } from "vitest";
import { findingsIn, toldOf } from "./linting.ts";

const pool = (body: string, more = "") =>
  ({
    "infra/auth.tf": `resource "aws_cognito_user_pool" "mill" {\n  name = "mill"\n${body}}\n${more}`,
  }) as const;

const byPhone = '  auto_verified_attributes = ["phone_number"]\n';

describe("how a forgotten password is recovered", () => {
  test("is by text before it is by mail where that is not said and numbers are confirmed", async () => {
    expect(await findingsIn(pool(byPhone))).toMatchObject([
      {
        rule: "cognito-recovery-default",
        severity: "warning",
        confidence: "high",
        file: "infra/auth.tf",
        line: 1,
        column: 1,
        message: expect.stringContaining(
          'the user pool "mill" lets a texted code alone set a new password (no account_recovery_setting,',
        ),
      },
    ]);
  });

  test.each([
    ["numbers are confirmed by nobody", ""],
    ["mail addresses are confirmed", '  auto_verified_attributes = ["email"]\n'],
    ["something else says what is confirmed", "  auto_verified_attributes = var.confirmed\n"],
  ])("is not a finding where %s", async (_, body) => {
    expect(await toldOf(pool(body))).toEqual([]);
  });

  const recovery = (...names: readonly string[]) => `${byPhone}  account_recovery_setting {
${names.map((name, at) => `    recovery_mechanism {\n      name     = "${name}"\n      priority = ${at + 1}\n    }\n`).join("")}  }
`;

  test("is by phone first where that is said", async () => {
    expect(await toldOf(pool(recovery("verified_phone_number", "verified_email")))).toEqual([
      "error/high cognito-phone-recovery infra/auth.tf:4",
    ]);
  });

  test("is by mail or by nobody", async () => {
    expect(await toldOf(pool(recovery("verified_email")))).toEqual([]);
    expect(await toldOf(pool(recovery("verified_email", "verified_phone_number")))).toEqual([]);
    expect(await toldOf(pool(recovery("admin_only")))).toEqual([]);
  });

  test("is not known where the blocks are made by something else", async () => {
    const made = '  dynamic "account_recovery_setting" {\n    for_each = var.all\n    content {}\n  }\n';
    expect(await toldOf(pool(byPhone + made))).toEqual([]);
    expect(await toldOf(pool(`${byPhone}  account_recovery_setting {\n${made}  }\n`))).toEqual([]);
  });
});

describe("second factors", () => {
  const texts = '  mfa_configuration = "OPTIONAL"\n  sms_configuration {\n    external_id = "a"\n  }\n';

  test("are texts alone where nothing else is set up", async () => {
    expect(await toldOf(pool(texts))).toEqual(["warning/high sms-only-mfa infra/auth.tf:3"]);
  });

  test.each([
    ["beside an app", `${texts}  software_token_mfa_configuration {\n    enabled = true\n  }\n`],
    ["beside mails", `${texts}  email_mfa_configuration {}\n`],
    [
      "beside something that is not known",
      `${texts}  software_token_mfa_configuration {\n    enabled = var.app\n  }\n`,
    ],
    ["switched off", texts.replace("OPTIONAL", "OFF")],
    ["perhaps switched on", texts.replace('"OPTIONAL"', "var.mode")],
    ["for confirming numbers only", texts.replace('  mfa_configuration = "OPTIONAL"\n', "")],
  ])("are texts %s", async (_, body) => {
    expect(await toldOf(pool(body))).toEqual([]);
  });

  test("are texts alone where the app is off", async () => {
    const off = `${texts}  software_token_mfa_configuration {\n    enabled = false\n  }\n`;
    expect(await toldOf(pool(off))).toEqual(["warning/high sms-only-mfa infra/auth.tf:3"]);
  });
});

test("a texted code can be a first factor", async () => {
  const policy = '  sign_in_policy {\n    allowed_first_auth_factors = ["PASSWORD", "SMS_OTP"]\n  }\n';
  expect(await toldOf(pool(policy))).toEqual(["warning/high framework-phone-reset infra/auth.tf:4"]);
});

test("a pool for programs is none of people", async () => {
  const client = (flow: string) =>
    `resource "aws_cognito_user_pool_client" "a" {\n  allowed_oauth_flows = ["${flow}"]\n}\n`;
  expect(await toldOf(pool(byPhone, client("client_credentials")))).toEqual([]);
  expect(await toldOf(pool(byPhone, client("code")))).toHaveLength(1);
});

test("whether a pool is made at all can be said elsewhere", async () => {
  expect(await toldOf(pool(`${byPhone}  count = 0\n`))).toEqual([]);
  expect(await findingsIn(pool(`${byPhone}  count = var.on ? 1 : 0\n`))).toMatchObject([
    { confidence: "medium", notes: expect.arrayContaining(["whether it is made at all"]) },
  ]);
});

test("each pool is told for itself, and other resources are not", async () => {
  const { "infra/auth.tf": text } = pool(byPhone);
  const told = await toldOf({
    "infra/auth.tf": `${text}${text.replace('"mill"', '"barn"')}data "aws_cognito_user_pool" "x" {\n}\n`,
    "infra/main.tf": 'resource "aws_s3_bucket" "a" {\n  bucket = "sms"\n}\n',
  });
  expect(told).toEqual([
    "warning/high cognito-recovery-default infra/auth.tf:1",
    "warning/high cognito-recovery-default infra/auth.tf:5",
  ]);
});

// User pools of Amplify's first generation in projects that keep a template and its parameters.
import { describe, expect, test } from "vitest";
import { findingsIn, toldOf } from "./linting.ts";

const folder = "amplify/backend/auth/bakery";
const file = `${folder}/bakery-cloudformation-template.yml`;

const template = (properties = "") => `Parameters:
  autoVerifiedAttributes:
    Type: CommaDelimitedList
Resources:
  UserPool:
    Type: AWS::Cognito::UserPool
    Properties:
      UserPoolName: !If [ShouldNotCreateEnvResources, !Ref userPoolName, !Join ['',[!Ref userPoolName, '-', !Ref env]]]
      AutoVerifiedAttributes: !Ref autoVerifiedAttributes
      MfaConfiguration: !Ref mfaConfiguration
${properties}`;

const bakery = (parameters: object, text = template()) => ({
  [file]: text,
  [`${folder}/parameters.json`]: JSON.stringify(
    {
      userPoolName: "bakery",
      autoVerifiedAttributes: ["email"],
      mfaConfiguration: "OFF",
      mfaTypes: ["SMS Text Message"],
      ...parameters,
    },
    null,
    2,
  ),
});

const byPhone = { autoVerifiedAttributes: ["phone_number"] };

describe("what is put into the template", () => {
  test("is silent where it is what the CLI chooses by itself", async () => {
    expect(await toldOf(bakery({}))).toEqual([]);
  });

  test("has numbers confirmed, so that texts come before mails", async () => {
    expect(await findingsIn(bakery(byPhone))).toMatchObject([
      {
        rule: "cognito-recovery-default",
        severity: "warning",
        confidence: "high",
        file,
        line: 5,
        message: expect.stringContaining(
          'the user pool "bakery" lets a texted code alone set a new password',
        ),
      },
    ]);
  });

  test("is read in the long form of the template, too", async () => {
    const long = template()
      .replace("!Ref autoVerifiedAttributes", "\n        Ref: autoVerifiedAttributes")
      .replace("!Ref mfaConfiguration", "\n        Ref: mfaConfiguration");
    expect(await toldOf(bakery(byPhone, long))).toEqual([`warning/high cognito-recovery-default ${file}:5`]);
  });

  test("is not known without the parameters", async () => {
    expect(await toldOf({ [file]: template() })).toEqual([]);
    expect(await toldOf({ ...bakery(byPhone), [`${folder}/parameters.json`]: "{" })).toEqual([]);
  });
});

test("what the template says itself holds, whatever was asked for", async () => {
  const written = template().replace(
    " !Ref autoVerifiedAttributes",
    "\n        - email\n        - phone_number",
  );
  expect(await toldOf(bakery({}, written))).toEqual([`warning/high cognito-recovery-default ${file}:5`]);
  const byMail =
    "      AccountRecoverySetting:\n        RecoveryMechanisms: [{ Name: verified_email, Priority: 1 }]\n";
  expect(await toldOf(bakery(byPhone, template(byMail)))).toEqual([]);
});

describe("second factors", () => {
  const place = `${folder}/parameters.json:7`;

  test("are texts alone where no app is chosen", async () => {
    expect(await toldOf(bakery({ mfaConfiguration: "OPTIONAL" }))).toContain(
      `warning/high sms-only-mfa ${place}`,
    );
    const both = { mfaConfiguration: "OPTIONAL", mfaTypes: ["SMS Text Message", "TOTP"] };
    expect(await toldOf(bakery(both))).toEqual([]);
  });

  test("are those that the template lists, if it lists any", async () => {
    const listing = template("      EnabledMfas:\n        - SMS_MFA\n        - SOFTWARE_TOKEN_MFA\n");
    expect(await toldOf(bakery({ mfaConfiguration: "OPTIONAL" }, listing))).toEqual([]);
    const onlyTexts = listing.replace("        - SOFTWARE_TOKEN_MFA\n", "");
    expect(await toldOf(bakery({ mfaConfiguration: "ON" }, onlyTexts))).toContain(
      `warning/high sms-only-mfa ${file}:11`,
    );
  });
});

test("whoever can only be texted is locked out without the phone, unless there are other ways in", async () => {
  const required = { ...byPhone, mfaConfiguration: "ON" };
  const rules = async (more: object) =>
    (await findingsIn(bakery({ ...required, ...more }))).flatMap(({ rule, consequences }) => [
      rule,
      ...consequences.map((one) => one.rule),
    ]);
  expect(await rules({ triggers: "{}", hostedUI: false })).toContain("lockout-risk");
  expect(await rules({ hostedUI: true })).not.toContain("lockout-risk");
  expect(await rules({ triggers: '{"PreSignup":["custom"]}' })).not.toContain("lockout-risk");
});

test.each([
  ["a project that has moved on to what its CLI was told", { [`${folder}/cli-inputs.json`]: "{}" }, folder],
  ["the copy of what is deployed", {}, "amplify/#current-cloud-backend/auth/bakery"],
])("nothing is said of %s", async (_, more, where) => {
  const files = Object.entries(bakery(byPhone)).map(([name, text]) => [name.replace(folder, where), text]);
  expect(await toldOf({ ...Object.fromEntries(files), ...more })).toEqual([]);
});

// User pools in templates of CloudFormation, SAM and the Serverless Framework.
import { describe, expect, test } from "vitest";
import { lint } from "../../../../linter/lint.ts";
import { defaultLevels } from "../../../../linter/levels.ts";
import { memoryTree } from "../../memory-tree.ts";
import { findingsIn, toldOf } from "./linting.ts";

const sam = (properties: string) => ({
  "template.yaml": `AWSTemplateFormatVersion: "2010-09-09"
Transform: AWS::Serverless-2016-10-31
Resources:
  Members:
    Type: AWS::Cognito::UserPool
    Properties:
      UserPoolName: !Sub "\${AWS::StackName}-members"
${properties}
`,
});

describe("a template", () => {
  test("without a recovery setting texts before it mails, also beside texts", async () => {
    const [finding] = await findingsIn(sam("      AutoVerifiedAttributes: [phone_number]"));
    expect(finding).toMatchObject({
      rule: "cognito-recovery-default",
      severity: "warning",
      confidence: "high",
      file: "template.yaml",
      line: 4,
      column: 3,
    });
    expect(finding!.message).toContain('the user pool "Members" lets a texted code alone');
  });

  test("with a phone number alone is found at the setting", async () => {
    expect(
      await toldOf(
        sam(`      AutoVerifiedAttributes: [phone_number]
      AccountRecoverySetting:
        RecoveryMechanisms:
          - { Name: verified_phone_number, Priority: 1 }`),
      ),
    ).toEqual(["error/high cognito-phone-recovery template.yaml:9"]);
  });

  test("with texts as only second factor is found at the list", async () => {
    expect(
      await toldOf(
        sam(`      AccountRecoverySetting: { RecoveryMechanisms: [{ Name: verified_email, Priority: 1 }] }
      MfaConfiguration: "ON"
      EnabledMfas:
        - SMS_MFA`),
      ),
    ).toEqual([
      "warning/high no-recovery-codes template.yaml:10",
      "warning/high sms-only-mfa template.yaml:10",
    ]);
  });

  test("in JSON says the same", async () => {
    const template = {
      Resources: {
        Members: { Type: "AWS::Cognito::UserPool", Properties: { AutoVerifiedAttributes: ["phone_number"] } },
      },
    };
    expect(await toldOf({ "members.template.json": JSON.stringify(template, null, 2) })).toEqual([
      "warning/high cognito-recovery-default members.template.json:3",
    ]);
  });

  test("of the Serverless Framework holds its resources one level deeper", async () => {
    expect(
      await toldOf({
        "serverless.yml": `service: bakery
resources:
  Resources:
    Customers:
      Type: AWS::Cognito::UserPool
      Properties:
        AutoVerifiedAttributes:
          - phone_number
`,
      }),
    ).toEqual(["warning/high cognito-recovery-default serverless.yml:4"]);
  });
});

describe("nothing is said of", () => {
  test.each([
    [
      "a recovery that a condition chooses",
      "      AccountRecoverySetting: !If [ByPhone, { RecoveryMechanisms: [] }, !Ref AWS::NoValue]",
    ],
    ["a recovery that is put in later", "      AccountRecoverySetting: ${self:custom.recovery}"],
    ["properties that are merged in", '      "Fn::Transform": { Name: AWS::Include }'],
  ])("%s", async (_, properties) => {
    expect(await toldOf(sam(`      AutoVerifiedAttributes: [phone_number]\n${properties}`))).toEqual([]);
  });

  test("a pool that confirms mail addresses only", async () => {
    expect(await toldOf(sam("      AutoVerifiedAttributes: [email]"))).toEqual([]);
  });

  test("a pool for programs", async () => {
    const { "template.yaml": text } = sam("      AutoVerifiedAttributes: [phone_number]");
    const client = `  Scales:
    Type: AWS::Cognito::UserPoolClient
    Properties:
      AllowedOAuthFlows: [client_credentials]
`;
    expect(await toldOf({ "template.yaml": text + client })).toEqual([]);
  });

  test("a file that cannot be parsed, or is nested without end", async () => {
    const { "template.yaml": text } = sam("      AutoVerifiedAttributes: [phone_number]");
    expect(await toldOf({ "template.yaml": `${text}\n  : [` })).toEqual([]);
    expect(await toldOf({ "template.yaml": `${text}\ndeep: ${"[".repeat(50_000)}` })).toEqual([]);
  });

  test("templates without a pool, which are not counted either", async () => {
    const { stats } = await lint({
      tree: memoryTree({ "template.yaml": "Resources: {}", "docker-compose.yaml": "services: {}" }),
      starts: [{ path: "", kind: "folder" }],
      levels: defaultLevels,
      links: false,
    });
    expect(stats).toMatchObject({ filesSeen: 0, filesParsed: 0, settingsJudged: 0 });
  });
});

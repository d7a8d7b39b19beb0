// Files of settings pass the prefilter without a word of codes that are sent, and ordinary files do not for that.
import { expect, test } from "vitest";
import { defaultLevels } from "../../linter/levels.ts";
import { lint } from "../../linter/lint.ts";
import { configurationWords } from "../../linter/prefilter/configuration.ts";
import { lookThrough } from "../../linter/prefilter/look.ts";
import { candidates } from "../../linter/prefilter.ts";
import { memoryTree } from "./memory-tree.ts";

const passes = (text: string) => {
  const project = candidates();
  project.add("settings.ts", lookThrough(new TextEncoder().encode(text)));
  return project.files().length > 0;
};

test.each([
  "export const auth = defineAuth({ loginWith: { phone: true } });",
  'new cognito.UserPool(this, "Members", { signInAliases: { phone: true } });',
  'new CfnUserPool(this, "Members", {});',
  "accountRecovery: AccountRecovery.PHONE_AND_EMAIL",
  'cfnUserPool.addPropertyOverride("AccountRecoverySetting", {});',
  'Type: "AWS::Cognito::UserPool"',
  'strategy: "reset_password_phone_code"',
  'Passwordless.init({ contactMethod: "PHONE" })',
  "signInOptions: [firebase.auth.PhoneAuthProvider.PROVIDER_ID]",
  'updateMFAPreference({ sms: "PREFERRED" })',
])("%s is worth reading", (line) => {
  expect(passes(line)).toBe(true);
});

test.each([
  'import { UserPoolClient } from "aws-cdk-lib/aws-cognito";',
  "const contact = contactForm.method;",
  "define(authors);",
  'provider: "google"',
])("%s is not", (line) => {
  expect(configurationWords.test(line)).toBe(false);
  expect(passes(line)).toBe(false);
});

test("of a project in which only settings matter, nothing else is parsed", async () => {
  const { stats } = await lint({
    tree: memoryTree({
      "amplify/auth/resource.ts":
        'import { defineAuth } from "@aws-amplify/backend";\nexport const auth = defineAuth({ loginWith: { email: true } });',
      "amplify/backend.ts":
        'import { defineBackend } from "@aws-amplify/backend";\nimport { auth } from "./auth/resource";\ndefineBackend({ auth });',
      "src/list.tsx": 'import { rows } from "./rows";\nexport const List = () => rows;',
      "src/rows.ts": "export const rows = [];",
    }),
    starts: [{ path: "", kind: "folder" }],
    levels: defaultLevels,
    links: false,
  });
  expect(stats).toMatchObject({ filesSeen: 4, filesParsed: 1, settingsJudged: 1 });
});

test.each([
  ["supabase/config.toml", "[auth.sms]\nenable_signup = true", true],
  ["config.toml", 'title = "The bakery"\n[params]\nsms = "no"', false],
  ["deploy/kratos/kratos.yml", "selfservice:\n  methods: {}", true],
  ["deploy/kratos/deployment.yml", "kind: Deployment\nspec: { replicas: 2 }", false],
  ["charts/mill/values.yaml", "kratos:\n  config:\n    selfservice: {}", true],
  ["charts/mill/values.yaml", "replicaCount: 2", false],
  ["charts/mill/eigenvalues.yaml", "selfservice: {}", false],
  ["k8s/configmap-auth.yml", "data: { kratos.yml: 'selfservice: {}' }", true],
  ["amplify/backend/auth/bakery/cli-inputs.json", '{ "cognitoConfig": {} }', true],
  ["amplify/backend/api/bakery/cli-inputs.json", '{ "cognitoConfig": {} }', false],
  ["amplify/backend/auth/mill/mill-cloudformation-template.yml", "Type: AWS::Cognito::UserPool", true],
  ["amplify/backend/storage/mill/mill-cloudformation-template.yml", "Type: AWS::Cognito::UserPool", false],
  [
    "amplify/#current-cloud-backend/auth/cognito1/cognito1-template.yml",
    "Type: AWS::Cognito::UserPool",
    false,
  ],
  ["tenant/connections/sms.json", '{ "strategy": "sms" }', true],
  ["tenant/connections/google.json", '{ "strategy": "google-oauth2" }', false],
  ["tenant/database-connections/rowers/database.json", '{ "attributes": { "phone_number": {} } }', true],
  ["tenant/guardian/factors/sms.json", '{ "name": "sms", "enabled": true }', true],
  ["tenant/guardian/factors/otp.json", '{ "name": "otp", "enabled": true }', false],
  ["clerk-config.json", '{ "auth_phone": {} }', true],
  ["infra/auth.tf", 'resource "aws_cognito_user_pool" "mill" {}', true],
  ["infra/auth.tf", 'resource "aws_cognito_user_pool_client" "mill" {}', false],
  ["infra/tenant.tf", 'resource "auth0_connection" "mill" {}', true],
  ["src/sms.json", '{ "strategy": "sms", "cognitoConfig": {} }', false],
])(
  "a file of settings is read for its name and a word in it: %s with %j is %s",
  async (file, text, isRead) => {
    const { stats } = await lint({
      tree: memoryTree({ [file]: text }),
      starts: [{ path: "", kind: "folder" }],
      levels: defaultLevels,
      links: false,
    });
    expect(stats.filesSeen).toBe(isRead ? 1 : 0);
  },
);

// User pools of Amplify's first generation, as its CLI was told to make them.
import { expect, test } from "vitest";
import { findingsIn, toldOf } from "./linting.ts";

const folder = "amplify/backend/auth/bakery";
const file = `${folder}/cli-inputs.json`;

const bakery = (config: object, override?: string) => ({
  [file]: JSON.stringify(
    {
      version: "1",
      cognitoConfig: {
        userPoolName: "bakery",
        autoVerifiedAttributes: ["email"],
        mfaConfiguration: "OFF",
        mfaTypes: ["SMS Text Message"],
        ...config,
      },
    },
    null,
    2,
  ),
  ...(override === undefined ? {} : { [`${folder}/override.ts`]: override }),
});

test("the pool that the CLI makes unasked is silent", async () => {
  expect(await toldOf(bakery({}))).toEqual([]);
});

test("a pool that confirms numbers texts before it mails, because nothing is written about recovery", async () => {
  expect(await findingsIn(bakery({ autoVerifiedAttributes: ["phone_number"] }))).toMatchObject([
    {
      rule: "cognito-recovery-default",
      severity: "warning",
      confidence: "high",
      file,
      line: 3,
      message: expect.stringContaining('the user pool "bakery" lets a texted code alone set a new password'),
    },
  ]);
});

test("an alias is confirmed along with what is confirmed", async () => {
  expect(await toldOf(bakery({ aliasAttributes: ["phone_number"] }))).toEqual([
    `warning/high cognito-recovery-default ${file}:3`,
  ]);
  expect(await toldOf(bakery({ autoVerifiedAttributes: [], aliasAttributes: ["phone_number"] }))).toEqual([]);
});

test("texts are the only second factor where no app is chosen", async () => {
  expect(await toldOf(bakery({ mfaConfiguration: "OPTIONAL" }))).toContain(
    `warning/high sms-only-mfa ${file}:9`,
  );
  expect(
    await toldOf(bakery({ mfaConfiguration: "OPTIONAL", mfaTypes: ["SMS Text Message", "TOTP"] })),
  ).toEqual([]);
  expect(await toldOf(bakery({ mfaConfiguration: "OPTIONAL", mfaTypes: ["TOTP"] }))).toEqual([]);
});

test("an override beside it can change what the CLI was told", async () => {
  const phone = { autoVerifiedAttributes: ["phone_number"] };
  expect(await toldOf(bakery(phone, "resources.userPool.accountRecoverySetting = setting;"))).toEqual([]);
  const second = { mfaConfiguration: "ON" };
  expect(await toldOf(bakery(second, 'resources.userPool.enabledMfas = ["SOFTWARE_TOKEN_MFA"];'))).toEqual(
    [],
  );
});

test.each([
  [
    "an identity pool alone",
    bakery({ autoVerifiedAttributes: ["phone_number"], authSelections: "identityPoolOnly" }),
  ],
  [
    "another resource",
    {
      "amplify/backend/storage/s3/cli-inputs.json":
        '{ "cognitoConfig": { "autoVerifiedAttributes": ["phone_number"] } }',
    },
  ],
  [
    "the copy of what is deployed",
    {
      "amplify/#current-cloud-backend/auth/bakery/cli-inputs.json": bakery({
        autoVerifiedAttributes: ["phone_number"],
      })[file],
    },
  ],
  ["an empty file", { [file]: "{}" }],
])("nothing is said of %s", async (_, files) => {
  expect(await toldOf(files)).toEqual([]);
});

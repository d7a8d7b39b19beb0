// What Amplify makes of `defineAuth`, its defaults included.
import { expect, test } from "vitest";
import { toldOf } from "./linting.ts";

const auth = (options: string) => ({
  "amplify/auth/resource.ts": `import { defineAuth } from "@aws-amplify/backend";
export const auth = defineAuth({
  ${options}
});
`,
});
const file = "amplify/auth/resource.ts";

test("phone numbers alone, with texts for everybody, lock out whoever forgets the password", async () => {
  expect(
    await toldOf(auth('loginWith: { phone: true }, multifactor: { mode: "REQUIRED", sms: true }')),
  ).toEqual([
    `warning/high cognito-recovery-default ${file}:2 + lockout-risk`,
    `warning/high no-recovery-codes ${file}:3`,
    `warning/high sms-only-mfa ${file}:3`,
  ]);
});

test("another identity provider may be a way back, so that nobody is called locked out", async () => {
  const told = await toldOf(
    auth(
      'loginWith: { phone: true, externalProviders: { google: {}, callbackUrls: [], logoutUrls: [] } }, multifactor: { mode: "REQUIRED", sms: true }',
    ),
  );
  expect(told).toEqual([`warning/high sms-only-mfa ${file}:3`]);
});

test("texts to choose, for people who sign in by mail, are the only second factor all the same", async () => {
  expect(
    await toldOf(auth('loginWith: { email: true }, multifactor: { mode: "OPTIONAL", sms: true }')),
  ).toEqual([`warning/high no-recovery-codes ${file}:3`, `warning/high sms-only-mfa ${file}:3`]);
});

test("second factors that are off are none, whatever is listed", async () => {
  expect(await toldOf(auth('loginWith: { email: true }, multifactor: { mode: "OFF" }'))).toEqual([]);
});

test("the construct takes the same settings", async () => {
  const files = {
    "lib/auth.ts": `import { AmplifyAuth } from "@aws-amplify/auth-construct";
export const make = (scope) =>
  new AmplifyAuth(scope, "Auth", { loginWith: { phone: true } });
`,
  };
  expect(await toldOf(files)).toEqual(["warning/high cognito-recovery-default lib/auth.ts:3"]);
});

test("settings that are handed in are not guessed", async () => {
  const files = {
    "lib/auth.ts": `import { defineAuth } from "@aws-amplify/backend";
export const make = (props) => defineAuth({ ...props, loginWith: { phone: props.phone } });
`,
  };
  expect(await toldOf(files)).toEqual([]);
});

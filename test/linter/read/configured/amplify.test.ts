// What Amplify makes of `defineAuth`, its defaults included.
import { describe, expect, test } from "vitest";
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

describe("what is deployed", () => {
  const byPhone = `import { defineAuth } from "@aws-amplify/backend";
export const auth = defineAuth({ loginWith: { phone: true } });
`;
  const byMail = byPhone.replace("phone", "email");
  const backend = `import { defineBackend } from "@aws-amplify/backend";
import { auth } from "./auth/resource";
defineBackend({ auth });
`;
  const regatta = { "amplify/backend.ts": backend, "amplify/auth/resource.ts": byMail };

  test("is what the backend leads to, or what stands in its folder", async () => {
    expect(await toldOf({ ...regatta, "drafts/auth/resource.ts": byPhone })).toEqual([]);
    expect(await toldOf({ ...regatta, "amplify/auth/juniors.ts": byPhone })).toEqual([
      "warning/high cognito-recovery-default amplify/auth/juniors.ts:2",
    ]);
  });

  test.each([
    ["an import for its effect", `import "../boats/auth";`],
    ["an import when it runs", `const { auth } = await import("../boats/auth.js");`],
    ["a call of require", `const { auth } = require("../boats/auth");`],
    ["an export of somebody else's", `export * from "../boats/auth";`],
    ["the name of a package of the workspace", `import { auth } from "@rowing-club/boats/auth";`],
  ])("%s leads on", async (_, line) => {
    const files = {
      "amplify/backend.js": `import "./custom";`,
      "amplify/custom.js": line,
      "boats/package.json": `{ "name": "@rowing-club/boats" }`,
      "boats/auth.ts": byPhone,
    };
    expect(await toldOf(files)).toEqual(["warning/high cognito-recovery-default boats/auth.ts:2"]);
  });

  test("cannot be told where no backend stands in a folder of Amplify's name", async () => {
    const told = ["warning/high cognito-recovery-default auth/resource.ts:2"];
    expect(await toldOf({ "backend.ts": backend, "auth/resource.ts": byPhone })).toEqual(told);
  });

  test("is told by the backend of the same application", async () => {
    const of = (app: string) => ({
      [`apps/${app}/amplify/backend.ts`]: backend,
      [`apps/${app}/amplify/auth/resource.ts`]: byPhone,
    });
    const other = { "apps/boats/identity/auth.ts": byPhone };
    expect(await toldOf({ ...of("races"), ...of("members"), ...other })).toEqual([
      "warning/high cognito-recovery-default apps/boats/identity/auth.ts:2",
      "warning/high cognito-recovery-default apps/members/amplify/auth/resource.ts:2",
      "warning/high cognito-recovery-default apps/races/amplify/auth/resource.ts:2",
    ]);
  });

  test("may be taken from another application", async () => {
    const files = {
      ...regatta,
      "apps/races/amplify/backend.ts": backend.replace("./auth/resource", "../../../shared/auth"),
      "shared/auth.ts": byPhone,
    };
    expect(await toldOf(files)).toEqual(["warning/high cognito-recovery-default shared/auth.ts:2"]);
  });
});

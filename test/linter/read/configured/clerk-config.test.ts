// Settings of an instance of Clerk, as its command line pulls them into a file.
import { describe, expect, test } from "vitest";
import { findingsIn, toldOf } from "./linting.ts";

const file = "clerk-config.json";

const config = (phone: object, more: object = {}) => ({
  [file]: JSON.stringify(
    {
      auth_phone: phone,
      auth_email: { used_for_sign_in: true, sign_in_strategies: ["email_code"] },
      auth_password: { enabled: true, required: true },
      auth_multi_factor: { authenticator_app: { enabled: false }, required_for_sign_up: false },
      ...more,
    },
    null,
    2,
  ),
});

const signIn = { used_for_sign_in: true, sign_in_strategies: ["phone_code"] };
const second = { used_for_second_factor: true, second_factor_strategies: ["phone_code"] };
const noPassword = { auth_password: { enabled: false } };

describe("phones to sign in with", () => {
  test("reset passwords, and are an error", async () => {
    expect(await findingsIn(config(signIn))).toMatchObject([
      {
        rule: "framework-phone-reset",
        severity: "error",
        confidence: "medium",
        line: 3,
        column: 5,
        message:
          "the sign-in of Clerk sets a new password for a texted code alone (auth_phone.used_for_sign_in: true)",
        notes: ["which instance these settings are of, and whether they are its newest"],
      },
    ]);
  });

  test("let in for a texted code alone, and are a warning, where there are no passwords", async () => {
    expect(await toldOf(config(signIn, noPassword))).toEqual([
      `warning/medium framework-phone-reset ${file}:3`,
    ]);
  });

  test("that take no texted code and have no password to reset let nobody in by text", async () => {
    expect(await toldOf(config({ ...signIn, sign_in_strategies: [] }, noPassword))).toEqual([]);
  });

  test("that may reset a password, as far as a file with some of the settings says, do not for sure", async () => {
    const { [file]: text = "" } = config(signIn, { auth_password: {} });
    expect(await toldOf({ [file]: text })).toEqual([`warning/medium framework-phone-reset ${file}:3`]);
  });

  test("are not enough where everybody has to set up an app", async () => {
    const app = { auth_multi_factor: { authenticator_app: { enabled: true }, required_for_sign_up: true } };
    expect(await toldOf(config(signIn, app))).toEqual([]);
  });
});

describe("phones as second factor", () => {
  test("are the only one where apps are off", async () => {
    expect(await toldOf(config(second))).toEqual([`warning/medium sms-only-mfa ${file}:3`]);
  });

  test.each([
    ["beside an app", { auth_multi_factor: { authenticator_app: { enabled: true } } }],
    ["beside something that is not said", { auth_multi_factor: {} }],
  ])("are not %s", async (_, more) => {
    expect(await toldOf(config(second, more))).toEqual([]);
  });
});

test.each([
  ["phones that are switched off", file, config({ used_for_sign_in: false, sign_in_strategies: [] })[file]],
  ["a file of another name", "settings/auth.json", config(signIn)[file]],
  ["a file that is something else", file, '{ "auth_phone": "+15550100" }'],
])("nothing is said of %s", async (_, name, text = "") => {
  expect(await toldOf({ [name]: text })).toEqual([]);
});

test.each(["clerk.json", "clerk.config.json", "config/clerk-prod.json", "infra/clerk/production.json"])(
  "it is known as %s",
  async (name) => {
    expect(await toldOf({ [name]: config(signIn)[file] ?? "" })).toHaveLength(1);
  },
);

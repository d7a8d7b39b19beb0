// Connections and factors of Auth0 that Terraform makes.
import { describe, expect, test } from "vitest";
import { findingsIn, toldOf } from "./linting.ts";

const tf = (text: string) => ({ "auth0/main.tf": text });

const resource = (type: string, body: string) => `resource "${type}" "rowers" {\n${body}}\n`;

const sms = resource("auth0_connection", '  strategy = "sms"\n  enabled_clients = [auth0_client.a.id]\n');

const factors = (policy: string, ...lines: readonly string[]) =>
  resource("auth0_guardian", `  policy = "${policy}"\n${lines.map((line) => `  ${line}\n`).join("")}`);

const others = ["otp = false", "push {\n    enabled = false\n  }"];
const keys = [
  "webauthn_roaming {\n    enabled = false\n  }",
  "webauthn_platform {\n    enabled = false\n  }",
];
const phone = 'phone {\n    enabled = true\n    message_types = ["sms"]\n  }';

describe("a connection", () => {
  test("by text lets in, as far as this file says", async () => {
    expect(await findingsIn(tf(sms))).toMatchObject([
      {
        rule: "framework-phone-reset",
        severity: "warning",
        confidence: "medium",
        line: 2,
        column: 3,
        message: 'the connection "rowers" of Auth0 lets in for a texted code alone (strategy: "sms")',
        notes: ["whether a second factor is asked for, which this file does not say"],
      },
    ]);
  });

  test("by text is told surely where the factors stand beside it, and is not enough where an app is asked for", async () => {
    expect(await toldOf(tf(sms + factors("confidence-score", "otp = true")))).toEqual([
      "warning/high framework-phone-reset auth0/main.tf:2",
    ]);
    expect(await toldOf(tf(sms + factors("all-applications", "otp = true")))).toEqual([]);
  });

  test.each([
    ["by mail", sms.replace('"sms"', '"email"')],
    ["of a kind that something else says", sms.replace('"sms"', "var.strategy")],
    ["that no application uses", sms.replace("auth0_client.a.id", "")],
    ["that is not made", sms.replace("  strategy", "  count = 0\n  strategy")],
  ])("%s is no such way in", async (_, text) => {
    expect(await toldOf(tf(text))).toEqual([]);
  });

  const database = (options = "") =>
    resource(
      "auth0_connection",
      `  strategy = "auth0"
  options {
    attributes {
      phone_number {
        identifier {
          active = true
        }
      }
    }
${options}  }
`,
    );

  test("that is a database resets by text where numbers are what people are known by", async () => {
    expect(await findingsIn(tf(database()))).toMatchObject([
      { rule: "framework-phone-reset", severity: "error", confidence: "medium", line: 7 },
    ]);
    expect(await toldOf(tf(database("    disable_self_service_change_password = true\n")))).toEqual([]);
    const off = "    authentication_methods {\n      password {\n        enabled = false\n      }\n    }\n";
    expect(await toldOf(tf(database(off)))).toEqual([]);
    const action = resource("auth0_trigger_actions", '  trigger = "password-reset-post-challenge"\n');
    expect(await findingsIn(tf(database() + action))).toMatchObject([{ confidence: "low" }]);
  });
});

describe("factors", () => {
  test("are texts alone where the others are switched off", async () => {
    expect(await toldOf(tf(factors("all-applications", phone, ...others, ...keys)))).toContain(
      "warning/high sms-only-mfa auth0/main.tf:4",
    );
  });

  test("are perhaps texts alone where nothing is said of others, which stay as they are", async () => {
    expect(await findingsIn(tf(factors("all-applications", phone, "otp = false")))).toContainEqual(
      expect.objectContaining({
        rule: "sms-only-mfa",
        confidence: "low",
        notes: ["whether other factors are on: push-notification, webauthn-roaming, webauthn-platform"],
      }),
    );
  });

  test.each([
    ["beside an app", factors("all-applications", phone, "otp = true")],
    ["switched off", factors("all-applications", phone.replace("true", "false"))],
    ["by voice only", factors("all-applications", phone.replace("sms", "voice"))],
    ["perhaps switched on", factors("all-applications", phone.replace("true", "var.on"))],
  ])("are texts %s", async (_, text) => {
    expect((await toldOf(tf(text))).filter((told) => told.includes("sms-only-mfa"))).toEqual([]);
  });
});

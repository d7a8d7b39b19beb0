// Tenants of Auth0 as the Deploy CLI writes them, as a folder and as one file.
import { describe, expect, test } from "vitest";
import { findingsIn, toldOf } from "./linting.ts";

const names = ["sms", "otp", "push-notification", "webauthn-roaming", "webauthn-platform"];

/** Guardian's part of a tenant's folder, with these factors on and these policies. */
function guardian(on: readonly string[], policies: readonly string[] | undefined): Record<string, string> {
  const factors = names.map((name) => [
    `tenant/guardian/factors/${name}.json`,
    JSON.stringify({ name, enabled: on.includes(name) }, null, 2),
  ]);
  return Object.fromEntries([
    ...factors,
    ...(policies === undefined ? [] : [["tenant/guardian/policies.json", JSON.stringify({ policies })]]),
  ]);
}

const connection = (more: object) => ({
  "tenant/connections/sms.json": JSON.stringify({ strategy: "sms", name: "sms", ...more }, null, 2),
});

describe("a connection", () => {
  test("by text lets in for the text alone", async () => {
    expect(await findingsIn(connection({ enabled_clients: ["Boathouse"] }))).toMatchObject([
      {
        rule: "framework-phone-reset",
        severity: "warning",
        confidence: "high",
        line: 2,
        column: 3,
        message: 'the connection "sms" of Auth0 lets in for a texted code alone (strategy: "sms")',
      },
    ]);
  });

  test("that no application uses is no way in, and one of which that is not known is told with less confidence", async () => {
    expect(await toldOf(connection({ enabled_clients: [] }))).toEqual([]);
    expect(await toldOf(connection({ enabled_clients: "@@CLIENTS@@" }))).toEqual([
      "warning/medium framework-phone-reset tenant/connections/sms.json:2",
    ]);
  });

  test("by mail says nothing of phones", async () => {
    expect(await toldOf(connection({ strategy: "email", enabled_clients: ["Boathouse"] }))).toEqual([]);
  });

  test("by text is not enough where an app is asked for each time", async () => {
    const used = connection({ enabled_clients: ["Boathouse"] });
    expect(await toldOf({ ...used, ...guardian(["otp"], ["all-applications"]) })).toEqual([]);
    expect(await toldOf({ ...used, ...guardian(["otp"], []) })).toEqual([
      "warning/high framework-phone-reset tenant/connections/sms.json:2",
    ]);
  });

  test("that is a database takes a texted code where that is switched on, and numbers are what people are known by", async () => {
    const database = (enabled: boolean, attributes: object) => ({
      "tenant/database-connections/rowers/database.json": JSON.stringify({
        strategy: "auth0",
        name: "rowers",
        enabled_clients: ["Boathouse"],
        options: { authentication_methods: { phone_otp: { enabled } }, attributes },
      }),
    });
    const byNumber = { phone_number: { identifier: { active: true } } };
    const place = "tenant/database-connections/rowers/database.json:1";
    expect(await toldOf(database(true, byNumber))).toEqual([`warning/high framework-phone-reset ${place}`]);
    expect(await toldOf(database(true, {}))).toEqual([`warning/medium framework-phone-reset ${place}`]);
    expect(await toldOf(database(false, byNumber))).toEqual([]);
  });
});

describe("factors", () => {
  const place = "tenant/guardian/factors/sms.json:3";

  test("are texts alone, asked for in all applications", async () => {
    const told = await toldOf(guardian(["sms"], ["all-applications"]));
    expect(told).toContain(`warning/high sms-only-mfa ${place}`);
  });

  test("are texts alone, and nobody is told when they are asked for", async () => {
    expect(await toldOf(guardian(["sms"], []))).toEqual([`warning/low sms-only-mfa ${place}`]);
    expect(await toldOf(guardian(["sms"], undefined))).toEqual([`warning/medium sms-only-mfa ${place}`]);
  });

  test("are texts alone as far as the folder says, which does not speak of all", async () => {
    const { "tenant/guardian/factors/otp.json": _, ...others } = guardian(["sms"], ["confidence-score"]);
    const [finding] = await findingsIn(others);
    expect(finding).toMatchObject({ confidence: "low", notes: ["whether other factors are on: otp"] });
  });

  test.each(["otp", "push-notification", "webauthn-roaming"])("are texts beside %s", async (name) => {
    expect(await toldOf(guardian(["sms", name], ["all-applications"]))).toEqual([]);
  });
});

test("a tenant in one file says the same", async () => {
  const tenant = `connections:
  - name: sms
    strategy: sms
    enabled_clients: [Boathouse]
guardianFactors:
${names.map((name) => `  - { name: ${name}, enabled: ${name === "sms"} }`).join("\n")}
guardianPolicies:
  policies: [confidence-score]
`;
  expect(await toldOf({ "auth0/tenant.yaml": tenant })).toEqual([
    "warning/high framework-phone-reset auth0/tenant.yaml:3",
    "warning/high sms-only-mfa auth0/tenant.yaml:6",
  ]);
});

test.each([
  ["tenant.yaml", "tenants:\n  - { name: sms, strategy: sms }\n"],
  ["connections/sms.json", '{ "strategy": "sms", '],
  ["src/connections/pool.json", '{ "size": 4, "alerts": ["sms"] }'],
])("nothing is said of %s that is something else: %s", async (file, text) => {
  expect(await toldOf({ [file]: text })).toEqual([]);
});

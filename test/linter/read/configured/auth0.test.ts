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

  test("can have its applications put in when it is deployed, by a word in no quotes", async () => {
    const { "tenant/connections/sms.json": text } = connection({ enabled_clients: "@@CLIENTS@@" });
    const bare = text.replace('"@@CLIENTS@@"', "@@CLIENTS@@");
    expect(await toldOf({ "tenant/connections/sms.json": bare })).toEqual([
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
    const place = "tenant/database-connections/rowers/database.json:1";
    expect(await toldOf(database(true, {}))).toEqual([`warning/medium framework-phone-reset ${place}`]);
    expect(await toldOf(database(false, {}))).toEqual([]);
  });
});

describe("a database that knows people by their phone numbers", () => {
  const identifier = (active: boolean) => ({ identifier: { active } });
  const database = (options: object = {}, email?: object) => ({
    "tenant/database-connections/rowers/database.json": JSON.stringify(
      {
        strategy: "auth0",
        name: "rowers",
        enabled_clients: ["Boathouse"],
        options: {
          attributes: { phone_number: identifier(true), ...(email === undefined ? {} : { email }) },
          ...options,
        },
      },
      null,
      2,
    ),
  });

  test("resets a password for a texted code alone", async () => {
    expect(await findingsIn(database())).toMatchObject([
      {
        rule: "framework-phone-reset",
        severity: "error",
        confidence: "high",
        line: 11,
        column: 11,
        message:
          'the connection "rowers" of Auth0 sets a new password for a texted code alone (phone_number is an identifier)',
      },
    ]);
  });

  test("lets in by texted codes as well, which is the same finding", async () => {
    const codes = { authentication_methods: { phone_otp: { enabled: true } } };
    expect(await toldOf(database(codes))).toEqual([
      "error/high framework-phone-reset tenant/database-connections/rowers/database.json:11",
    ]);
  });

  test.each([
    ["passwords", { authentication_methods: { password: { enabled: false } } }],
    ["resets by oneself", { disable_self_service_change_password: true }],
    ["passwords, as far as is known", { authentication_methods: { password: { enabled: "##OFF##" } } }],
  ])("and has no %s resets none", async (_, options) => {
    expect(await toldOf(database(options))).toEqual([]);
  });

  test("and by their mail addresses, too, may send the code there", async () => {
    const [finding] = await findingsIn(database({}, identifier(true)));
    expect(finding).toMatchObject({
      confidence: "medium",
      notes: ["whether a code goes to the number of somebody who has a mail address, too"],
    });
    expect(await findingsIn(database({}, identifier(false)))).toMatchObject([{ confidence: "high" }]);
  });

  test("can ask for more in an action, which is not followed", async () => {
    const triggers = {
      "tenant/triggers/triggers.json": '{ "password-reset-post-challenge": [{ "action_name": "a" }] }',
    };
    expect(await findingsIn({ ...database(), ...triggers })).toMatchObject([
      { confidence: "low", notes: ["what the actions ask for that run before a new password is set"] },
    ]);
    const others = { "tenant/triggers/triggers.json": '{ "post-login": [{ "action_name": "a" }] }' };
    expect(await findingsIn({ ...database(), ...others })).toMatchObject([{ confidence: "high" }]);
  });

  test("is not opened by the code where an app is asked for at each sign-in, and is where a text is", async () => {
    expect(await toldOf({ ...database(), ...guardian(["otp"], ["all-applications"]) })).toEqual([]);
    const told = await toldOf({ ...database(), ...guardian(["sms"], ["all-applications"]) });
    expect(told).toEqual([
      expect.stringMatching(/^error\/high framework-phone-reset .* \+ sms-only-mfa/),
      expect.stringMatching(/^warning\/high sms-only-mfa .*sms\.json:3$/),
    ]);
  });

  test("and that no application uses is no way in", async () => {
    const { "tenant/database-connections/rowers/database.json": text } = database();
    const file = "tenant/database-connections/rowers/database.json";
    expect(await toldOf({ [file]: text.replace('"Boathouse"', "") })).toEqual([]);
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

test("a database in one file resets by text, too", async () => {
  const tenant = (trigger: string) => `triggers:
  ${trigger}:
    - action_name: a
databases:
  - name: rowers
    strategy: auth0
    enabled_clients: [Boathouse]
    options:
      attributes:
        phone_number:
          identifier:
            active: true
`;
  expect(await toldOf({ "tenant.yaml": tenant("post-login") })).toEqual([
    "error/high framework-phone-reset tenant.yaml:12",
  ]);
  expect(await toldOf({ "tenant.yaml": tenant("password-reset-post-challenge") })).toEqual([
    "error/low framework-phone-reset tenant.yaml:12",
  ]);
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

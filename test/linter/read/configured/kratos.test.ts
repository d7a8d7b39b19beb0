// The configuration of Ory Kratos, with the identity schemas that say where its codes go.
import { describe, expect, test } from "vitest";
import { findingsIn, toldOf } from "./linting.ts";

const channel =
  "courier: { channels: [{ id: sms, request_config: { url: https://texts.choir.example } }] }\n";
const schemas = "identity: { schemas: [{ id: singer, url: file:///etc/kratos/singer.schema.json }] }\n";

/** A schema of singers with these ways for the codes of a trait. */
const schema = (told: unknown) =>
  JSON.stringify({
    properties: { traits: { properties: { phone: { type: "string", "ory.sh/kratos": told } } } },
  });

const code = (via: string) => ({ credentials: { code: { identifier: true, via } } });
const passwordless = `selfservice:
  methods:
    code:
      passwordless_enabled: true
`;
const recovering = `selfservice:
  methods: { code: { enabled: true } }
  flows:
    recovery: { enabled: true, use: code }
feature_flags:
  choose_recovery_address: true
`;

const choir = (config: string, told?: unknown) => ({
  "kratos/kratos.yml": config + schemas,
  ...(told === undefined ? {} : { "kratos/singer.schema.json": schema(told) }),
});

describe("codes that sign in", () => {
  test("by text are found at their switch, and are a warning", async () => {
    expect(await findingsIn(choir(passwordless + channel, code("sms")))).toMatchObject([
      {
        rule: "framework-phone-reset",
        severity: "warning",
        confidence: "high",
        file: "kratos/kratos.yml",
        line: 4,
        column: 7,
        message:
          "the sign-in of Ory Kratos lets in for a texted code alone (code.passwordless_enabled: true)",
        notes: [],
      },
    ]);
  });

  test("by mail say nothing of phones", async () => {
    expect(await toldOf(choir(passwordless + channel, code("email")))).toEqual([]);
  });

  test("without a channel in this file are told with less confidence", async () => {
    const [finding] = await findingsIn(choir(passwordless, code("sms")));
    expect(finding).toMatchObject({
      confidence: "medium",
      notes: ["whether a channel for texts is set up, which this file does not do"],
    });
  });

  test("of a schema that is not there are told with little confidence, if there is a channel for texts at all", async () => {
    const [finding] = await findingsIn(choir(passwordless + channel));
    expect(finding).toMatchObject({ confidence: "low", notes: ["where the identity schema has codes sent"] });
    expect(await toldOf(choir(passwordless))).toEqual([]);
  });

  test("and are all there is lose an account with its number", async () => {
    const only = passwordless.replace("    code:", "    password: { enabled: false }\n    code:");
    expect(await toldOf(choir(only + channel, code("sms")))).toEqual([
      "warning/high framework-phone-reset kratos/kratos.yml:5 + lockout-risk",
    ]);
  });
});

describe("a recovery", () => {
  const back = { recovery: { via: "sms" } };

  test("that may go to a number is an error", async () => {
    expect(await toldOf(choir(recovering + channel, back))).toEqual([
      "error/high framework-phone-reset kratos/kratos.yml:6",
    ]);
  });

  test.each([
    [
      "that chooses no address goes to a mailbox",
      recovering.replace("choose_recovery_address: true", "faster_session_extend: true"),
    ],
    ["that is off", recovering.replace("enabled: true, use: code", "enabled: false")],
    ["by a link, which is mailed", recovering.replace("use: code", "use: link")],
  ])("%s", async (_, config) => {
    expect(await toldOf(choir(config + channel, back))).toEqual([]);
  });
});

describe("second factors", () => {
  const second = (more: string) => `selfservice:
  methods:
    code: { mfa_enabled: true }
${more}`;

  test("by text alone", async () => {
    const told = await toldOf(choir(second("") + channel, code("sms")));
    expect(told).toContain("warning/high sms-only-mfa kratos/kratos.yml:3");
  });

  test.each([
    ["an app", "    totp: { enabled: true }\n"],
    ["a key", "    webauthn: { enabled: true, config: { passwordless: false } }\n"],
    ["a passkey that signs in by itself", "    passkey: { enabled: true }\n"],
    ["codes on paper", "    lookup_secret: { enabled: true }\n"],
  ])("by text beside %s", async (_, more) => {
    expect(await toldOf(choir(second(more) + channel, code("sms")))).toEqual([]);
  });

  test("that are enrolled are asked for after a texted code as well, so that nothing goes round them", async () => {
    const config = passwordless.replace("    code:", "    totp: { enabled: true }\n    code:");
    expect(await toldOf(choir(config + channel, code("sms")))).toEqual([
      "warning/high framework-phone-reset kratos/kratos.yml:5",
    ]);
  });
});

describe("the configuration is known", () => {
  const file = passwordless + channel + schemas;

  test.each([
    "ory/config.yaml",
    "auth/.kratos.yml",
    "config/kratos.production.yaml",
    "infra/kratos/prod/values.yml",
  ])("as %s", async (name) => {
    expect(await toldOf({ [name]: file })).toEqual([`warning/low framework-phone-reset ${name}:4`]);
  });

  test("in the values of a chart, and with the schema in a folder above", async () => {
    const values = `kratos:\n  config:\n${file.replaceAll(/^(?=.)/gm, "    ")}`;
    const files = { "charts/kratos/values.yaml": values, "charts/singer.schema.json": schema(code("sms")) };
    expect(await toldOf(files)).toEqual(["warning/high framework-phone-reset charts/kratos/values.yaml:6"]);
  });

  test("as JSON and as TOML", async () => {
    const json = JSON.stringify({
      selfservice: { methods: { code: { passwordless_enabled: true } } },
      courier: { channels: [{ id: "sms" }] },
    });
    expect(await toldOf({ "kratos.json": json })).toEqual([
      "warning/low framework-phone-reset kratos.json:1",
    ]);
    const toml =
      'courier.channels = [{ id = "sms" }]\n[selfservice.methods]\ncode = { passwordless_enabled = true }\n';
    expect(await toldOf({ "kratos.toml": toml })).toEqual([
      "warning/low framework-phone-reset kratos.toml:3",
    ]);
  });

  test.each([
    ["another program's", "selfservice: { title: Self-service }\n"],
    ["broken", "selfservice: { methods: [\n"],
    ["put together from aliases", "selfservice: &a { methods: *b }\n"],
  ])("and not where it is %s", async (_, text) => {
    expect(await toldOf({ "kratos/kratos.yml": text })).toEqual([]);
  });

  test("and a schema outside of what is scanned is not looked for", async () => {
    const config = file.replace("///etc/kratos/", "../../../");
    expect(
      await toldOf({ "kratos/kratos.yml": config, "singer.schema.json": schema(code("email")) }),
    ).toEqual(["warning/low framework-phone-reset kratos/kratos.yml:4"]);
  });
});

// Configurations of Ory Kratos that stand inside of other files, with the identity schemas that stand there as well.
import { describe, expect, test } from "vitest";
import { findingsIn, toldOf } from "./linting.ts";

const config = (url: string) => `selfservice:
  methods:
    code:
      passwordless_enabled: true
identity:
  schemas:
    - id: miller
      url: ${url}
courier:
  channels:
    - id: sms
`;

const schema = (via: string) =>
  JSON.stringify({
    properties: {
      traits: {
        properties: { phone: { "ory.sh/kratos": { credentials: { code: { identifier: true, via } } } } },
      },
    },
  });

const mounted = config("file:///etc/config/miller.schema.json");
const indent = (text: string, by: number) => text.replaceAll(/^(?=.)/gm, " ".repeat(by));
const block = (key: string, text: string, by: number) =>
  `${" ".repeat(by)}${key}: |\n${indent(text.trimEnd(), by + 2)}\n`;

const configMap = (...texts: readonly string[]) => `apiVersion: v1
kind: ConfigMap
metadata:
  name: mill
data:
${texts.join("")}`;

const told = (confidence: string, line: number, file = "deploy/kratos.yaml") => [
  `warning/${confidence} framework-phone-reset ${file}:${line}`,
];

describe("a ConfigMap", () => {
  const inMap = block("kratos.yml", mounted, 2);
  const beside = (via: string) => block("miller.schema.json", schema(via), 2);

  test("holds the configuration and the schema as texts, and the finding stands in its line", async () => {
    const files = { "deploy/kratos.yaml": configMap(inMap, beside("sms")) };
    const [finding, ...others] = await findingsIn(files);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      rule: "framework-phone-reset",
      confidence: "high",
      line: 10,
      column: 11,
    });
    expect(files["deploy/kratos.yaml"].split("\n")[9]?.slice(10)).toBe("passwordless_enabled: true");
  });

  test("with a schema that has codes mailed is silent", async () => {
    expect(await toldOf({ "deploy/kratos.yaml": configMap(inMap, beside("email")) })).toEqual([]);
  });

  test("can have the schema in another document of the file", async () => {
    const text = `${configMap(beside("sms"))}---\n${configMap(inMap)}`;
    expect(await toldOf({ "deploy/kratos.yaml": text })).toEqual(told("high", 18));
  });

  test("takes the schema that stands beside the configuration before any other", async () => {
    const text = `${configMap(beside("sms"))}---\n${configMap(inMap, beside("email"))}`;
    expect(await toldOf({ "deploy/kratos.yaml": text })).toEqual([]);
  });

  test("does not know which of two schemas of one name is meant that stand elsewhere", async () => {
    const text = [configMap(beside("sms")), configMap(beside("email")), configMap(inMap)].join("---\n");
    expect(await toldOf({ "deploy/kratos.yaml": text })).toEqual(told("low", 26));
  });

  test("holds the configuration as JSON, whose lines are not those of the file", async () => {
    const json = JSON.stringify({
      selfservice: { methods: { code: { passwordless_enabled: true } } },
      courier: { channels: [{ id: "sms" }] },
    });
    const text = configMap(`  kratos.json: ${JSON.stringify(json)}\n`);
    expect(await toldOf({ "deploy/kratos.yaml": text })).toEqual(told("low", 6));
  });

  test("for each of two places of work is told twice", async () => {
    const text = [configMap(inMap, beside("sms")), configMap(inMap, beside("sms"))].join("---\n");
    const findings = await findingsIn({ "deploy/kratos.yaml": text });
    expect(findings.map(({ line }) => line)).toEqual([10, 30]);
    expect(new Set(findings.map(({ fingerprint }) => fingerprint)).size).toBe(2);
  });

  test("is known by its name, wherever it lies", async () => {
    const text = configMap(inMap, beside("sms"));
    expect(await toldOf({ "k8s/auth/config-map.yaml": text })).toEqual(
      told("high", 10, "k8s/auth/config-map.yaml"),
    );
    expect(await toldOf({ "k8s/auth/service.yaml": text })).toEqual([]);
  });

  test.each([
    ["of another program", configMap(block("portal.yml", "selfservice: { title: Help yourself }\n", 2))],
    ["with a text that is no settings", configMap(block("help.md", "- selfservice: [\n", 2))],
    ["with nothing in it", configMap("  selfservice: yes\n")],
  ])("%s tells nothing", async (_, text) => {
    expect(await toldOf({ "deploy/kratos.yaml": text })).toEqual([]);
  });
});

describe("the values of a chart", () => {
  const values = (schemas: string, by = 0) =>
    indent(`kratos:\n  config:\n${indent(mounted, 4)}  identitySchemas:\n${schemas}`, by);
  const sms = block('"miller.schema.json"', schema("sms"), 4);

  test("hold the schemas beside the configuration", async () => {
    expect(await toldOf({ "charts/auth/values.yaml": values(sms) })).toEqual(
      told("high", 6, "charts/auth/values.yaml"),
    );
  });

  test("of which the chart is a part do so one level deeper", async () => {
    const text = `global: {}\nsign-in:\n${values(sms, 2)}`;
    expect(await toldOf({ "values-production.yaml": text })).toEqual(
      told("high", 8, "values-production.yaml"),
    );
  });

  test("are given to a release as a table, and to an application as a text", async () => {
    const release = `kind: HelmRelease\nspec:\n  values:\n${values(sms, 4)}`;
    expect(await toldOf({ "apps/kratos/release.yaml": release })).toEqual(
      told("high", 9, "apps/kratos/release.yaml"),
    );
    const application = `kind: Application\nspec:\n  source:\n    helm:\n${block("values", values(sms), 6)}`;
    expect(await toldOf({ "apps/kratos.yaml": application })).toEqual(told("high", 11, "apps/kratos.yaml"));
  });

  test("can have a schema put in that stands elsewhere, which is not known then", async () => {
    const elsewhere = block('"miller.schema.json"', "{{ .Values.miller }}", 4);
    expect(await toldOf({ "values.yaml": values(elsewhere) })).toEqual(told("low", 6, "values.yaml"));
  });

  test("can have a method switched on or off elsewhere, so that it is not known who is locked out", async () => {
    const only = (more: string) =>
      values(sms).replace(
        "      methods:\n",
        `      methods:\n        password: { enabled: false }\n${more}`,
      );
    expect(await toldOf({ "values.yaml": only("") })).toEqual([
      "warning/high framework-phone-reset values.yaml:7 + lockout-risk",
    ]);
    const oidc = '        oidc: { enabled: "{{ .Values.social }}" }\n';
    expect(await toldOf({ "values.yaml": only(oidc) })).toEqual(told("high", 8, "values.yaml"));
  });
});

describe("a schema that is its own address", () => {
  const inline = (text: string) => config(`base64://${Buffer.from(text).toString("base64")}`);

  test("is read", async () => {
    expect(await toldOf({ "deploy/kratos.yaml": inline(schema("sms")) })).toEqual(told("high", 4));
    expect(await toldOf({ "deploy/kratos.yaml": inline(schema("email")) })).toEqual([]);
  });

  test.each([
    ["no text", "base64://%%%"],
    ["no schema", `base64://${Buffer.from("[1]").toString("base64")}`],
    ["on another machine", "https://mill.example/miller.schema.json"],
  ])("and is not known where it is %s", async (_, url) => {
    expect(await toldOf({ "deploy/kratos.yaml": config(url) })).toEqual(told("low", 4));
  });
});

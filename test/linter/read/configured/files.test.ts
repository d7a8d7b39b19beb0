// Which reader gets a file of settings, and what is loaded for that.
import { expect, test, vi } from "vitest";
import { readFlows } from "../../../../linter/read/index.ts";
import { toldOf } from "./linting.ts";

const loaded = vi.hoisted(() => vi.fn<(parser: string) => void>());

vi.mock("toml-eslint-parser", (importOriginal) => {
  loaded("toml-eslint-parser");
  return importOriginal();
});

const kratos = {
  "ory/kratos.yml": `selfservice:
  methods:
    code:
      passwordless_enabled: true
identity:
  schemas:
    - id: rower
      url: file:///etc/config/rower.schema.json
courier:
  channels:
    - id: sms
`,
};

const supabase = {
  "supabase/config.toml": `[auth.sms]
enable_signup = true
[auth.sms.twilio]
enabled = true
`,
};

test("the parser of TOML is loaded for a file of TOML, and for no other", async () => {
  expect(await toldOf(kratos)).not.toEqual([]);
  expect(loaded).not.toHaveBeenCalled();
  expect(await toldOf(supabase)).not.toEqual([]);
  expect(loaded).toHaveBeenCalledTimes(1);
});

test("Kratos is recognized by what its configuration says, in TOML as well", async () => {
  const toml = {
    "ory/kratos.toml": `[selfservice.methods.code]
passwordless_enabled = true
[[courier.channels]]
id = "sms"
`,
  };
  expect(await toldOf(toml)).toEqual([expect.stringContaining("ory/kratos.toml:")]);
});

test.each([
  ["config.toml", "[auth.sms]\nenable_signup = true\n[auth.sms\n"],
  ["ory/kratos.yml", "selfservice:\n  methods: [\n"],
  ["connections/choir.json", '{ "strategy": "sms", '],
  ["template.yaml", "Resources:\n  Choir:\n    Type: AWS::Cognito::UserPool\n  - broken\n"],
])("%s that cannot be parsed is told, and not passed over", async (file, text) => {
  const { configured, filesParsed, skipped } = await readFlows({
    files: [],
    candidates: [],
    settings: [file],
    readFile: (asked) => (asked === file ? text : undefined),
  });
  expect({ configured, filesParsed, skipped }).toEqual({
    configured: [],
    filesParsed: 0,
    skipped: [{ file, reason: "has settings of a sign-in in it and could not be parsed" }],
  });
});

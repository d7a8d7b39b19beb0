import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { setupJsonSchemaText } from "../../../.scripts/setup-json-schema.ts";
import { setupJsonSchema } from "../../../simulator/model/json-schema.ts";

const file = readFileSync(new URL("../../../simulator/model/setup.schema.json", import.meta.url), "utf8");

test("the published JSON Schema is what the schema of the setup gives (npx node .scripts/setup-json-schema.ts)", async () => {
  expect(file).toBe(await setupJsonSchemaText());
});

test("the program hands out the published file", () => {
  expect(setupJsonSchema).toEqual(JSON.parse(file));
});

test("editors learn what may be left out, what is unknown, and what the words are", () => {
  expect(setupJsonSchema).toMatchObject({
    required: ["version", "title"],
    additionalProperties: false,
    properties: {
      numbers: { items: { required: ["id"], properties: { line: { enum: ["mobile", "landline"] } } } },
    },
  });
});

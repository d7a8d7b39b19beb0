// Writes simulator/model/setup.schema.json from the schema of the setup. To be run after a change there:
// npx node .scripts/setup-json-schema.ts
import { writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { toJsonSchema } from "@valibot/to-json-schema";
import { format, resolveConfig } from "prettier";
import { setupSchema } from "../simulator/model/setup.ts";

const place = fileURLToPath(new URL("../simulator/model/setup.schema.json", import.meta.url));

/** The published JSON Schema, as the file's text. It describes what is written, so that defaults may be left out. */
export async function setupJsonSchemaText(): Promise<string> {
  const { $schema, ...schema } = toJsonSchema(setupSchema, { target: "draft-07", typeMode: "input" });
  const head = {
    $schema,
    title: "onefactor setup, version 1",
    description: "What a person holds, and what each way into each account rests on.",
  };
  const text = JSON.stringify({ ...head, ...schema });
  return format(text, { ...(await resolveConfig(place)), filepath: place });
}

if (import.meta.main) await writeFile(place, await setupJsonSchemaText());

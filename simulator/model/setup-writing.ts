// Writes a setup as YAML, in a stable order and with everything left out that goes without saying.
import { Document } from "yaml";
import { defaultOf, optionFor, type SchemaPart, structureOf } from "./schema-parts.ts";
import { type Setup, type SetupInput, setupSchema } from "./setup.ts";
import { isMapping } from "./shape.ts";

/** A setup as YAML. Reading it again gives the same setup. */
export function writeSetup(setup: Setup): string {
  const document = new Document(withoutDefaults(setup), {
    version: "1.2",
    schema: "core",
    aliasDuplicateObjects: false,
  });
  return document.toString({ lineWidth: 100 });
}

/** The shortest value that stands for the same setup: keys in the schema's order, defaults left out. */
export function withoutDefaults(setup: Setup): SetupInput {
  return shortened(setupSchema, setup) as SetupInput;
}

function shortened(part: SchemaPart, value: unknown): unknown {
  const structure = structureOf(part);
  if (structure.is === "list" && Array.isArray(value))
    return value.map((item) => shortened(structure.item, item));
  if (!isMapping(value)) return value;
  const entries =
    structure.is === "mapping"
      ? structure.entries
      : structure.is === "one-of"
        ? optionFor(structure, value)?.entries
        : {};
  const kept: Record<string, unknown> = {};
  for (const [key, entry] of Object.entries(entries ?? {})) {
    const inner = value[key];
    // Both come out of the same schema, so that equal values have equal JSON.
    if (inner === undefined || JSON.stringify(inner) === JSON.stringify(defaultOf(entry))) continue;
    kept[key] = shortened(entry, inner);
  }
  return kept;
}

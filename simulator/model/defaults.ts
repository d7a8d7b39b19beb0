// Leaves out of a setup what goes without saying.
import { defaultOf, optionFor, type SchemaPart, structureOf } from "./schema-parts.ts";
import { type Setup, type SetupInput, setupSchema } from "./setup.ts";
import { isMapping } from "./shape.ts";

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

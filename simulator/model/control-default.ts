// What a control is where a setup does not write it: read off the schema, so that no list of defaults can be wrong.
import { controls } from "./controls.ts";
import type { ControlId } from "./controls.ts";
import { defaultOf, structureOf } from "./schema-parts.ts";
import type { SchemaPart } from "./schema-parts.ts";
import { setupSchema } from "./setup.ts";

/** The value that stands for a control that is left out, as one writes it; undefined where leaving it out means that there is none. */
export function controlDefault(id: ControlId): string | undefined {
  const found = controls[id].at
    .split(".")
    .reduce<readonly SchemaPart[]>(
      (parts, key) => parts.flatMap((part) => partsAt(part, key)),
      [setupSchema],
    );
  const values = new Set(
    found
      .map(defaultOf)
      .filter((value) => value !== undefined)
      .map(written),
  );
  const [value, ...others] = values;
  return others.length === 0 ? value : undefined;
}

function partsAt(part: SchemaPart, key: string): readonly SchemaPart[] {
  const structure = structureOf(part);
  switch (structure.is) {
    case "mapping": {
      const entry = structure.entries[key];
      return entry === undefined ? [] : [entry];
    }
    case "list":
      return partsAt(structure.item, key);
    case "one-of":
      return structure.options.flatMap((option) => partsAt(option, key));
    case "leaf":
      return [];
  }
}

function written(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? "none" : JSON.stringify(value);
  return String(value);
}

// Looks inside the schema: what a mapping may hold, what a list holds, what a part left out stands for.
import * as v from "valibot";

/** Any part of the setup's schema. */
export type SchemaPart = v.GenericSchema;

/** What a part of the schema is, with wrappers for optional parts and descriptions taken off. */
export type Structure =
  | { readonly is: "mapping"; readonly entries: Readonly<Record<string, SchemaPart>> }
  | { readonly is: "list"; readonly item: SchemaPart }
  | { readonly is: "one-of"; readonly key: string; readonly options: readonly MappingPart[] }
  | { readonly is: "leaf"; readonly part: SchemaPart };

type MappingPart = SchemaPart & { readonly entries: Readonly<Record<string, SchemaPart>> };

// The library's types know each schema exactly but not in general; these are the parts that setups use.
type Inside = SchemaPart & {
  readonly wrapped?: SchemaPart;
  readonly item?: SchemaPart;
  readonly entries?: Readonly<Record<string, SchemaPart>>;
  readonly options?: readonly MappingPart[];
  readonly key?: string;
};

/** Takes the wrappers off. */
export function structureOf(part: SchemaPart): Structure {
  const { type, wrapped, item, entries, options, key } = part as Inside;
  if (type === "optional" && wrapped !== undefined) return structureOf(wrapped);
  if (type === "array" && item !== undefined) return { is: "list", item };
  if (type === "strict_object" && entries !== undefined) return { is: "mapping", entries };
  if (type === "variant" && options !== undefined && key !== undefined) return { is: "one-of", key, options };
  return { is: "leaf", part };
}

/** Whether a mapping may leave this part out. */
export function isOptional(part: SchemaPart): boolean {
  return part.type === "optional";
}

/** What a part that is left out stands for; undefined where that is nothing. */
export function defaultOf(part: SchemaPart): unknown {
  const whenAbsent = v.safeParse(part, undefined);
  return whenAbsent.success ? whenAbsent.output : undefined;
}

/** The option of a `one-of` that this value chooses by its key, such as `kind: totp`. */
export function optionFor(structure: Structure & { is: "one-of" }, value: object): MappingPart | undefined {
  const chosen = Object.hasOwn(value, structure.key)
    ? (value as Record<string, unknown>)[structure.key]
    : undefined;
  return structure.options.find((option) => {
    const part = option.entries[structure.key];
    return part !== undefined && v.is(part, chosen);
  });
}

/** The words that a `one-of` chooses by. */
export function optionNames(structure: Structure & { is: "one-of" }): readonly string[] {
  return structure.options.flatMap((option) => wordsOf(option.entries[structure.key]));
}

/** The words that a part accepts, where it accepts only some. */
export function wordsOf(part: SchemaPart | undefined): readonly string[] {
  if (part === undefined) return [];
  const { type, wrapped, literal, options } = part as SchemaPart & {
    readonly wrapped?: SchemaPart;
    readonly literal?: unknown;
    readonly options?: readonly unknown[];
  };
  if (type === "optional") return wordsOf(wrapped);
  if (type === "literal") return [String(literal)];
  if (type === "picklist") return (options ?? []).map(String);
  return [];
}

// What reading YAML and reading JSON have in common: the limits, and how a value is traced to its place in the text.
import type { Finding, Path } from "./problems.ts";

/** Deeper nesting is refused: a setup needs about eight levels. */
export const deepest = 64;

/** More values than this are refused, whatever their size in bytes. */
export const mostValues = 1_000_000;

/** Largest YAML text that is read, in bytes. */
export const largestYaml = 1_000_000;

/** Largest JSON text that is read, in bytes. */
export const largestJson = 16_000_000;

/** A value to be found in the text: the value at a path, or the last key of the path. */
export interface Wanted {
  readonly path: Path;
  readonly onKey: boolean;
}

/** A plain value read from a text, or why there is none. */
export type Written =
  | {
      readonly ok: true;
      readonly value: unknown;
      /** The places of what is wanted, in the order asked for. What is not in the text gets the place of what holds it. */
      readonly offsets: (wanted: readonly Wanted[]) => readonly number[];
    }
  | { readonly ok: false; readonly findings: readonly Finding[] };

// As keys they would reach into the machinery of objects in some reader of the value.
const forbiddenKeys: ReadonlySet<string> = new Set(["__proto__", "constructor", "prototype"]);

/** Whether a key is refused wherever it stands. */
export function isForbiddenKey(key: string): boolean {
  return forbiddenKeys.has(key);
}

/** A finding about the text as such. */
export function textFinding(
  id: Finding["id"],
  offset: number,
  params: NonNullable<Finding["params"]> = {},
): Finding {
  return { id, severity: "error", path: [], offset, params };
}

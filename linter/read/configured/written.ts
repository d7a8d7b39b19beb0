// What a file of settings says, as a tree of values with their places, whichever language it is written in.
import type { Place } from "../../flow.ts";

/** One thing that is written. `unknown`: put in by something else, or of a kind that no setting here has. */
export type Written =
  | {
      readonly is: "value";
      readonly value: string | number | boolean | null;
      readonly place: Place;
      /** Where the lines of a text begin that stand in the file as they are. */
      readonly begins?: Place;
    }
  | { readonly is: "list"; readonly items: readonly Written[]; readonly place: Place }
  | { readonly is: "table"; readonly entries: ReadonlyMap<string, Written>; readonly place: Place }
  | { readonly is: "unknown"; readonly place: Place };

/** What is written at a path of keys; undefined where nothing is. */
export function writtenAt(tree: Written | undefined, ...path: readonly string[]): Written | undefined {
  let found = tree;
  for (const key of path) found = found?.is === "table" ? found.entries.get(key) : undefined;
  return found;
}

/** Whether a switch is on; undefined where it is not written, or where something else decides. */
export function switchAt(tree: Written | undefined, ...path: readonly string[]): boolean | undefined {
  const found = writtenAt(tree, ...path);
  return found?.is === "value" && typeof found.value === "boolean" ? found.value : undefined;
}

/** The text at a path; undefined where there is none. */
export function textAt(tree: Written | undefined, ...path: readonly string[]): string | undefined {
  const found = writtenAt(tree, ...path);
  return found?.is === "value" && typeof found.value === "string" ? found.value : undefined;
}

/** The items of the list at a path; none where there is no list. */
export function itemsAt(tree: Written | undefined, ...path: readonly string[]): readonly Written[] {
  const found = writtenAt(tree, ...path);
  return found?.is === "list" ? found.items : [];
}

/** The texts in the list at a path; undefined where it is not written, or where one of them is not known. */
export function textsAt(
  tree: Written | undefined,
  ...path: readonly string[]
): readonly string[] | undefined {
  const found = writtenAt(tree, ...path);
  if (found?.is !== "list") return undefined;
  const texts = found.items.flatMap((item) => textAt(item) ?? []);
  return texts.length === found.items.length ? texts : undefined;
}

/** All tables in a tree of whatever depth. */
export function* tablesIn(tree: Written | undefined): Generator<Extract<Written, { is: "table" }>> {
  const waiting = [tree];
  for (let next = waiting.pop(); waiting.length > 0 || next !== undefined; next = waiting.pop()) {
    if (next?.is === "list") waiting.push(...next.items);
    if (next?.is !== "table") continue;
    yield next;
    waiting.push(...next.entries.values());
  }
}

// Reads TOML into values with their places. Parsers tell what a file says and not where, and findings need both.
// TOML 1.0 was read in its specification; line breaks in inline tables are taken as well, as TOML 1.1 does.
import type { Place } from "../../flow.ts";
import { NotToml, TomlCursor } from "./toml-cursor.ts";
import type { Written } from "./written.ts";

/** Deeper than anybody writes, and far from filling the call stack. */
const deepest = 200;

interface Table {
  readonly is: "table";
  readonly entries: Map<string, Written>;
  readonly place: Place;
}

/** The top table of a file; undefined where it is no TOML. */
export function readToml(file: string, text: string): Written | undefined {
  try {
    return documentOf(new TomlCursor(file, text));
  } catch (error) {
    if (error instanceof NotToml) return undefined;
    throw error;
  }
}

function documentOf(cursor: TomlCursor): Written {
  const root = tableAt(cursor.here());
  let table = root;
  for (cursor.skip(true); !cursor.isAtEnd; cursor.skip(true)) {
    if (cursor.takes("[[")) table = takeHeader(cursor, root, "]]");
    else if (cursor.takes("[")) table = takeHeader(cursor, root, "]");
    else takePair(cursor, table, 0);
    cursor.skip(false);
    if (!cursor.isAtEnd && cursor.peek() !== "\n") throw new NotToml();
  }
  return root;
}

function tableAt(place: Place): Table {
  return { is: "table", entries: new Map(), place };
}

function takeHeader(cursor: TomlCursor, root: Table, end: "]" | "]]"): Table {
  cursor.skip(false);
  const place = cursor.here();
  const path = takeKey(cursor);
  if (!cursor.takes(end)) throw new NotToml();
  const last = path.pop() ?? "";
  const parent = descend(root, path, place);
  if (end === "]") return descend(parent, [last], place);
  const known = parent.entries.get(last);
  if (known !== undefined && known.is !== "list") throw new NotToml();
  const item = tableAt(place);
  parent.entries.set(last, { is: "list", items: [...(known?.items ?? []), item], place });
  return item;
}

function takePair(cursor: TomlCursor, table: Table, depth: number): void {
  const place = cursor.here();
  const path = takeKey(cursor);
  if (!cursor.takes("=")) throw new NotToml();
  cursor.skip(false);
  const last = path.pop() ?? "";
  const owner = descend(table, path, place);
  if (owner.entries.has(last)) throw new NotToml();
  owner.entries.set(last, takeValue(cursor, place, depth));
}

/** The table at a path, made where it is missing; of an array of tables, the one that was begun last. */
function descend(from: Table, path: readonly string[], place: Place): Table {
  let table = from;
  for (const key of path) {
    const known = table.entries.get(key);
    const inside = known?.is === "list" ? known.items.at(-1) : known;
    if (inside === undefined) {
      const made = tableAt(place);
      table.entries.set(key, made);
      table = made;
    } else if (isTable(inside)) table = inside;
    else throw new NotToml();
  }
  return table;
}

/** Every table of a file is made here, with a map that can still be filled. */
function isTable(written: Written): written is Table {
  return written.is === "table";
}

function takeKey(cursor: TomlCursor): string[] {
  const path: string[] = [];
  do {
    cursor.skip(false);
    const first = cursor.peek();
    path.push(first === '"' || first === "'" ? cursor.string(first) : cursor.matching(/[\w-]+/y));
    cursor.skip(false);
  } while (cursor.takes("."));
  return path;
}

function takeValue(cursor: TomlCursor, place: Place, depth: number): Written {
  if (depth > deepest) throw new NotToml();
  const first = cursor.peek();
  if (first === '"' || first === "'") return { is: "value", value: cursor.string(first), place };
  if (cursor.takes("[")) return { is: "list", items: takeItems(cursor, depth + 1), place };
  if (cursor.takes("{")) return takeInlineTable(cursor, place, depth + 1);
  const word = cursor.matching(/\d{4}-\d\d-\d\d(?:[Tt ][\d:.Zz+-]+)?|[\w.:+-]+/y);
  if (word === "true" || word === "false") return { is: "value", value: word === "true", place };
  const number = Number(word.replaceAll("_", ""));
  // Dates and the like are nothing that is asked for here.
  return Number.isNaN(number) ? { is: "unknown", place } : { is: "value", value: number, place };
}

function takeItems(cursor: TomlCursor, depth: number): readonly Written[] {
  const items: Written[] = [];
  for (cursor.skip(true); !cursor.takes("]"); cursor.skip(true)) {
    items.push(takeValue(cursor, cursor.here(), depth));
    cursor.skip(true);
    if (!cursor.takes(",") && cursor.peek() !== "]") throw new NotToml();
  }
  return items;
}

function takeInlineTable(cursor: TomlCursor, place: Place, depth: number): Table {
  const table = tableAt(place);
  for (cursor.skip(true); !cursor.takes("}"); cursor.skip(true)) {
    takePair(cursor, table, depth);
    cursor.skip(true);
    if (!cursor.takes(",") && cursor.peek() !== "}") throw new NotToml();
  }
  return table;
}

// Reads TOML into values with their places.
import { type AST, parseTOML } from "toml-eslint-parser";
import type { Place } from "../../flow.ts";
import type { Written } from "./written.ts";

/** What is written, while more may follow: a table can be told in several places of a file. */
type Growing =
  | { readonly is: "table"; readonly entries: Map<string, Growing>; readonly place: Place }
  | { readonly is: "list"; readonly items: Growing[]; readonly place: Place }
  | Extract<Written, { is: "value" | "unknown" }>;

type Table = Extract<Growing, { is: "table" }>;

/** Longer than any configuration. What the parser makes of a text can take a thousand times its room. */
const longest = 256_000;

/** The top table of a file; undefined where it is no TOML. */
export function readToml(file: string, text: string): Written | undefined {
  if (text.length > longest) return undefined;
  try {
    const [top] = parseTOML(text.replace(/^\uFEFF/, "")).body;
    const root = tableAt({ file, line: 1, column: 1 });
    for (const node of top.body) {
      if (node.type === "TOMLKeyValue") put(file, root, node);
      else {
        const table = begin(file, root, node);
        for (const pair of node.body) put(file, table, pair);
      }
    }
    return root;
  } catch (error) {
    // Text can be nested so deeply that parsing it fills the call stack.
    if (error instanceof SyntaxError || error instanceof RangeError) return undefined;
    throw error;
  }
}

function tableAt(place: Place): Table {
  return { is: "table", entries: new Map(), place };
}

/** The table that a header begins, or goes on with. */
function begin(file: string, root: Table, { key, kind }: AST.TOMLTable): Table {
  const place = placeOf(file, key);
  const path = namesIn(key);
  if (kind === "standard") return descend(root, path, place);
  const last = path.pop() ?? "";
  const { entries } = descend(root, path, place);
  const known = entries.get(last);
  const item = tableAt(place);
  if (known?.is === "list") known.items.push(item);
  else entries.set(last, { is: "list", items: [item], place });
  return item;
}

function put(file: string, table: Table, { key, value }: AST.TOMLKeyValue): void {
  const place = placeOf(file, key);
  const path = namesIn(key);
  const last = path.pop() ?? "";
  descend(table, path, place).entries.set(last, growingOf(file, value, place));
}

/** The table at a path, made where it is missing; of an array of tables, the one that was begun last. */
function descend(from: Table, path: readonly string[], place: Place): Table {
  let table = from;
  for (const name of path) {
    const known = table.entries.get(name);
    const inside = known?.is === "list" ? known.items.at(-1) : known;
    // The parser has made sure that what is written already is a table.
    const next = inside?.is === "table" ? inside : tableAt(place);
    if (next !== inside) table.entries.set(name, next);
    table = next;
  }
  return table;
}

function growingOf(file: string, node: AST.TOMLContentNode, place: Place): Growing {
  switch (node.type) {
    case "TOMLArray":
      return {
        is: "list",
        items: node.elements.map((item) => growingOf(file, item, placeOf(file, item))),
        place,
      };
    case "TOMLInlineTable": {
      const table = tableAt(place);
      for (const pair of node.body) put(file, table, pair);
      return table;
    }
    case "TOMLValue":
      // Dates are nothing that is asked for here.
      return typeof node.value === "object"
        ? { is: "unknown", place }
        : { is: "value", value: node.value, place };
  }
}

function namesIn({ keys }: AST.TOMLKey): string[] {
  return keys.map((key) => (key.type === "TOMLBare" ? key.name : key.value));
}

function placeOf(file: string, { loc }: AST.TOMLNode): Place {
  return { file, line: loc.start.line, column: loc.start.column + 1 };
}

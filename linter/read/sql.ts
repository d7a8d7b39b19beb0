// What an SQL statement reads or writes, as far as linter needs it: the table, the columns, and which values stand where.
import { shapeOf, type Value } from "./values.ts";

/** One statement. `sets` are the columns written, `where` the columns that must match. */
export interface SqlFacts {
  readonly verb: "select" | "update" | "insert" | "delete";
  readonly table: string;
  readonly sets: Readonly<Record<string, Value>>;
  readonly where: Readonly<Record<string, Value>>;
  /** All words of the condition: `used_at IS NULL` asks for a column, too. */
  readonly asked: readonly string[];
}

/**
 * Reads a statement whose values stand inside it (a tagged template), come as `$1`, `?` or `:name` with `given`,
 * or are written out. Returns undefined for text that is no statement of these four kinds.
 */
export function sqlIn(text: Value, given: Value | undefined): SqlFacts | undefined {
  const holes: Value[] = [];
  const written = spell(text, holes);
  const verb = /^\s*(?:with\b[\s\S]*?\)\s*)?(select|update|insert|delete)\b/i
    .exec(written)?.[1]
    ?.toLowerCase();
  if (verb !== "select" && verb !== "update" && verb !== "insert" && verb !== "delete") return undefined;
  const table = tableIn(verb, written);
  if (table === undefined) return undefined;
  const values = new Placeholders(holes, given);
  const split = /\bwhere\b/i.exec(written);
  const before = split === null ? written : written.slice(0, split.index);
  const after = split === null ? "" : written.slice(split.index + split[0].length);
  const sets =
    verb === "update"
      ? pairs(/\bset\b([\s\S]*)/i.exec(before)?.[1] ?? "", values)
      : verb === "insert"
        ? inserted(written, values)
        : {};
  const asked = [...after.matchAll(/\b[a-z_]\w*/gi)].map(([word]) => word);
  return { verb, table, sets, where: pairs(after, values), asked };
}

/** The statement as text, with each value inside it written as `\u0000n`. */
function spell(text: Value, holes: Value[]): string {
  if (text.k === "const") return String(text.v ?? "");
  if (text.k === "text") return text.parts.map((part) => spell(part, holes)).join("");
  if (text.k === "either" && text.of[0] !== undefined) return spell(text.of[0], holes);
  holes.push(text);
  return `\u0000${holes.length - 1} `;
}

function tableIn(verb: string, text: string): string | undefined {
  const form = {
    select: /\bfrom\s+([\w."`]+)/i,
    update: /\bupdate\s+(?:only\s+)?([\w."`]+)/i,
    insert: /\binto\s+([\w."`]+)/i,
    delete: /\bfrom\s+([\w."`]+)/i,
  }[verb];
  const name = form?.exec(text)?.[1]?.replaceAll(/["`]/g, "");
  return name?.slice(name.lastIndexOf(".") + 1);
}

class Placeholders {
  private readonly holes: readonly Value[];
  private readonly given: Value | undefined;
  private next = 0;

  constructor(holes: readonly Value[], given: Value | undefined) {
    this.holes = holes;
    this.given = given;
  }

  value(term: string): Value {
    const hole = /\u0000(\d+)/.exec(term)?.[1];
    if (hole !== undefined) return this.holes[Number(hole)] ?? { k: "const", v: null };
    const numbered = /\$(\d+)/.exec(term)?.[1];
    if (numbered !== undefined) return this.item(Number(numbered) - 1);
    const named = /[:@](\w+)/.exec(term)?.[1];
    if (named !== undefined && this.given?.k === "object")
      return this.given.props[named] ?? { k: "const", v: null };
    if (term.includes("?")) return this.item(this.next++);
    const quoted = /^\s*'([^']*)'/.exec(term)?.[1];
    if (quoted !== undefined) return { k: "const", v: quoted };
    const word = /^\s*(true|false|null)\b/i.exec(term)?.[1]?.toLowerCase();
    if (word !== undefined) return { k: "const", v: word === "null" ? null : word === "true" };
    // `NOW()`, `tries + 1`, another column: what the database works out.
    return term.trim() === "" ? { k: "const", v: null } : { k: "any", name: "", id: 0, from: [] };
  }

  private item(index: number): Value {
    if (this.given?.k === "array") return this.given.items[index] ?? { k: "const", v: null };
    return { k: "const", v: null };
  }
}

function pairs(text: string, values: Placeholders): Record<string, Value> {
  const found: Record<string, Value> = {};
  for (const [, column, term] of text.matchAll(
    /["`]?(\w+)["`]?\s*=\s*([^,)]*?(?=,|\band\b|\bwhere\b|\breturning\b|\)|$))/gi,
  ))
    if (column !== undefined && term !== undefined) found[column] = values.value(term);
  return found;
}

function inserted(text: string, values: Placeholders): Record<string, Value> {
  const form = /\(([^)]*)\)\s*values\s*\(([\s\S]*)/i.exec(text);
  const columns = form?.[1]?.split(",").map((column) => column.replaceAll(/["`\s]/g, "")) ?? [];
  const terms = form?.[2]?.split(",") ?? [];
  const found: Record<string, Value> = {};
  columns.forEach((column, index) => {
    const term = terms[index];
    if (column !== "" && term !== undefined) found[column] = values.value(term);
  });
  return found;
}

/** True for a text that begins like a statement, before anything else is known of it. */
export function looksLikeSql(text: Value): boolean {
  return /^\s*(select|update|insert|delete|with)\b/i.test(shapeOf(text));
}

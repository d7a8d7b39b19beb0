// Reads the language of Terraform into values with their places. Blocks become what they are in its JSON form: tables under
// their names and labels, and lists of tables where there are several. What is not written out is unknown.
// hashicorp/hcl was read in its specification.
import type { Place } from "../../flow.ts";
import type { Written } from "./written.ts";

/** What is written, while more may follow: several blocks can go under one name. */
type Growing =
  | { readonly is: "table"; readonly entries: Map<string, Growing>; readonly place: Place }
  | { readonly is: "list"; readonly items: readonly Growing[]; readonly place: Place }
  | Extract<Written, { is: "value" | "unknown" }>;

type Table = Extract<Growing, { is: "table" }>;

/** The top table of a file; undefined where it cannot be parsed. */
export function readHcl(file: string, text: string): Written | undefined {
  try {
    return new Parser(file, text.replace(/^\uFEFF/, "")).file();
  } catch (error) {
    // Text can be nested so deeply that parsing it fills the call stack.
    if (error instanceof SyntaxError || error instanceof RangeError) return undefined;
    throw error;
  }
}

const word = /[\p{ID_Start}_][\p{ID_Continue}-]*/uy;
const number = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const heredoc = /<<-?([\p{ID_Start}_][\p{ID_Continue}-]*)[ \t]*\r?\n/uy;
/** What may stand between two things on one line, and on several. */
const onLine = /(?:[ \t\r]|#.*|\/\/.*)*/y;
const anywhere = /(?:\s|#.*|\/\/.*)*/y;

class Parser {
  readonly #file: string;
  readonly #text: string;
  readonly #starts: readonly number[];
  #at = 0;

  constructor(file: string, text: string) {
    this.#file = file;
    this.#text = text;
    this.#starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
  }

  file(): Written {
    const table = tableAt(this.#place());
    this.#body(table, "");
    return table;
  }

  /** Everything up to what closes it. */
  #body(table: Table, end: "}" | ""): void {
    for (this.#skip(anywhere); this.#next() !== end; this.#skip(anywhere)) {
      const place = this.#place();
      const name = this.#take(word) ?? this.#fail();
      this.#skip(onLine);
      if (this.#next() === "=" && this.#text[this.#at + 1] !== "=") {
        this.#at++;
        table.entries.set(name, this.#attribute(place));
      } else this.#block(table, name, place);
    }
  }

  #block(table: Table, type: string, place: Place): void {
    const labels: string[] = [];
    for (; this.#next() !== "{"; this.#skip(onLine)) {
      const label = this.#next() === '"' ? this.#string() : this.#take(word);
      labels.push(label ?? this.#fail());
    }
    this.#at++;
    const inside = tableAt(place);
    this.#body(inside, "}");
    this.#at++;
    // How many blocks there are, if any, is only known when it is run.
    if (type === "dynamic" && labels[0] !== undefined) table.entries.set(labels[0], { is: "unknown", place });
    else put(table, [type, ...labels], inside);
  }

  /** A value that ends with its line. */
  #attribute(place: Place): Growing {
    this.#skip(onLine);
    const start = this.#at;
    const value = this.#literal(place);
    this.#skip(onLine);
    if (value !== undefined && /^[\n}]?$/.test(this.#next())) return value;
    this.#at = start;
    this.#pass(/[\n}]/);
    return { is: "unknown", place };
  }

  /** A value in a list or an object. */
  #item(end: RegExp): Growing {
    const place = this.#place();
    const start = this.#at;
    const value = this.#literal(place);
    this.#skip(end.test("\n") ? onLine : anywhere);
    if (value !== undefined && end.test(this.#next())) return value;
    this.#at = start;
    this.#pass(end);
    return { is: "unknown", place };
  }

  /** What begins here, if it is written out; undefined for everything that is worked out. */
  #literal(place: Place): Growing | undefined {
    switch (this.#next()) {
      case '"': {
        const value = this.#string();
        return value === undefined ? { is: "unknown", place } : { is: "value", value, place };
      }
      case "[":
        return this.#list(place);
      case "{":
        return this.#object(place);
      case "<":
        return undefined;
      default: {
        const digits = this.#take(number);
        if (digits !== undefined) return { is: "value", value: Number(digits), place };
        const name = this.#take(word);
        if (name === "true" || name === "false") return { is: "value", value: name === "true", place };
        return name === "null" ? { is: "value", value: null, place } : undefined;
      }
    }
  }

  #list(place: Place): Growing | undefined {
    const items: Growing[] = [];
    this.#at++;
    for (this.#skip(anywhere); this.#next() !== "]"; this.#skip(anywhere)) {
      // A list that is made of another.
      if (/^for\b/.test(this.#text.slice(this.#at, this.#at + 4))) return undefined;
      items.push(this.#item(/[,\]]/));
      this.#skip(anywhere);
      if (this.#next() === ",") this.#at++;
      else if (this.#next() !== "]") this.#fail();
    }
    this.#at++;
    return { is: "list", items, place };
  }

  #object(place: Place): Growing | undefined {
    const table = tableAt(place);
    this.#at++;
    for (this.#skip(anywhere); this.#next() !== "}"; this.#skip(anywhere)) {
      const name = this.#next() === '"' ? this.#string() : this.#take(word);
      this.#skip(onLine);
      if (name === undefined || name === "for" || !/[=:]/.test(this.#next())) return undefined;
      this.#at++;
      this.#skip(onLine);
      table.entries.set(name, this.#item(/[\n,}]/));
      this.#skip(onLine);
      if (this.#next() === ",") this.#at++;
    }
    this.#at++;
    return table;
  }

  /** The text in quotes; undefined where something is put into it. */
  #string(): string | undefined {
    let text = "";
    let isWhole = true;
    for (this.#at++; this.#next() !== '"';) {
      const letter = this.#next();
      if (letter === "" || letter === "\n") this.#fail();
      const two = this.#text.slice(this.#at, this.#at + 2);
      if ((two === "${" || two === "%{") && this.#text[this.#at - 1] !== letter) {
        isWhole = false;
        this.#at += 2;
        this.#pass(/\}/);
        this.#at++;
      } else if (letter === "\\") {
        // No setting here has an escape in it that means anything.
        isWhole &&= /^\\["\\]$/.test(two);
        text += two.slice(1);
        this.#at += 2;
      } else {
        text += letter;
        this.#at++;
      }
    }
    this.#at++;
    return isWhole ? text : undefined;
  }

  /** Goes on to one of these letters outside of all brackets and texts, or to the end. */
  #pass(end: RegExp): void {
    const open: string[] = [];
    for (; this.#at < this.#text.length;) {
      const letter = this.#next();
      if (open.length === 0 && end.test(letter)) return;
      if (letter === '"') {
        this.#string();
        continue;
      }
      if (letter === "<" && this.#heredoc()) continue;
      const before = this.#at;
      this.#skip(open.length === 0 ? onLine : anywhere);
      if (this.#at > before) continue;
      const bracket = "([{".indexOf(letter);
      if (bracket !== -1) open.push(")]}".charAt(bracket));
      else if (")]}".includes(letter) && open.pop() !== letter) this.#fail();
      this.#at++;
    }
  }

  #heredoc(): boolean {
    heredoc.lastIndex = this.#at;
    const [, name] = heredoc.exec(this.#text) ?? [];
    if (name === undefined) return false;
    const close = new RegExp(`^[ \\t]*${name}[ \\t\\r]*$`, "gmu");
    close.lastIndex = heredoc.lastIndex;
    if (close.exec(this.#text) === null) this.#fail();
    // The line's end is left, which ends the value.
    this.#at = close.lastIndex;
    return true;
  }

  #next(): string {
    return this.#text[this.#at] ?? "";
  }

  #skip(what: RegExp): void {
    this.#take(what);
    while (this.#text.startsWith("/*", this.#at)) {
      const end = this.#text.indexOf("*/", this.#at + 2);
      if (end === -1) this.#fail();
      this.#at = end + 2;
      this.#take(what);
    }
  }

  #take(what: RegExp): string | undefined {
    what.lastIndex = this.#at;
    const [found] = what.exec(this.#text) ?? [];
    this.#at += found?.length ?? 0;
    return found;
  }

  #place(): Place {
    let low = 0;
    for (let high = this.#starts.length; high - low > 1;) {
      const middle = (low + high) >> 1;
      if ((this.#starts[middle] ?? 0) <= this.#at) low = middle;
      else high = middle;
    }
    return { file: this.#file, line: low + 1, column: this.#at - (this.#starts[low] ?? 0) + 1 };
  }

  #fail(): never {
    throw new SyntaxError(`no HCL at ${this.#at}`);
  }
}

function tableAt(place: Place): Table {
  return { is: "table", entries: new Map(), place };
}

/** Puts a block under its name and labels; of several that have the same, a list is made. */
function put(into: Table, path: readonly string[], block: Table): void {
  let table = into;
  for (const name of path.slice(0, -1)) {
    const known = table.entries.get(name);
    const inside = known?.is === "table" ? known : tableAt(block.place);
    if (inside !== known) table.entries.set(name, inside);
    table = inside;
  }
  const last = path.at(-1) ?? "";
  const known = table.entries.get(last);
  if (known === undefined) table.entries.set(last, block);
  else if (known.is !== "unknown")
    table.entries.set(last, {
      is: "list",
      items: [...(known.is === "list" ? known.items : [known]), block],
      place: known.place,
    });
}

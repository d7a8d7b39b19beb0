// Problems: what is wrong with a text that should be a setup, as data without words.

/** Where a value stands in a setup: keys of mappings and places in lists, from the outside in. */
export type Path = readonly (string | number)[];

/** The kinds of problem. Their words are in the language folders under the same ids. */
export type ProblemId =
  // The text
  | "too-large"
  | "not-utf-8"
  | "binary"
  | "empty"
  | "yaml-syntax"
  | "json-syntax"
  | "several-documents"
  | "yaml-directive"
  | "yaml-tag"
  | "too-many-aliases"
  | "unusable-alias"
  | "merge-key"
  | "key-not-text"
  | "duplicate-key"
  | "forbidden-key"
  | "too-deep"
  | "too-many-values"
  // The shape
  | "not-a-mapping"
  | "version-missing"
  | "version-unknown"
  | "missing-key"
  | "unknown-key"
  | "wrong-type"
  | "not-one-of"
  | "bad-id"
  | "bad-duration"
  | "out-of-range"
  | "not-whole"
  | "too-long"
  | "too-short"
  | "not-accepted"
  // What the parts say about each other
  | "duplicate-id"
  | "dangling-reference"
  | "reference-of-other-kind"
  | "sim-in-two-devices"
  | "thing-of-other-kind"
  | "nowhere"
  | "desk-without-ground"
  | "code-to-itself"
  | "kept-in-itself"
  | "kept-behind-itself"
  | "notice-nowhere"
  | "notice-twice"
  | "removes-nothing"
  | "removes-without-removal"
  | "described-although-not-modelled"
  // Warnings
  | "circle"
  | "listed-twice"
  | "codes-nowhere"
  | "sim-nowhere"
  | "line-nowhere"
  | "mirrors-own-number"
  | "real-phone-number"
  | "real-address"
  | "real-seed"
  | "real-secret-link"
  // About the list and the link themselves
  | "more-problems"
  | "link-too-large"
  | "link-unreadable"
  | "link-version"
  | "link-incomplete";

/** One thing that is wrong, or worth a warning, and where. */
export interface Problem {
  readonly id: ProblemId;
  /** A setup with errors is refused; one with warnings is read. */
  readonly severity: "error" | "warning";
  /** `accounts[1].signIn[0].with[0]`; empty where the problem is about the whole text. Safe to print. */
  readonly path: string;
  /** Counts from 1. */
  readonly line: number;
  /** Counts from 1, in UTF-16 units. */
  readonly column: number;
  /** What is filled into the words. Texts that come from outside are escaped and cut already; see `shown`. */
  readonly params: Readonly<Record<string, string | number>>;
}

/** A problem that is found but not yet placed: lines, columns and suggestions are worked out for those that are told. */
export interface Finding {
  readonly id: ProblemId;
  readonly severity: "error" | "warning";
  readonly path: Path;
  /** Whether it is about the last key of the path rather than about its value. */
  readonly onKey?: boolean;
  /** Known where the text itself is broken, so that no value stands at the path. */
  readonly offset?: number;
  readonly params?: Readonly<Record<string, string | number>>;
  /** The nearest thing that would be right. */
  readonly suggest?: () => string | undefined;
}

/** Something that keeps a setup from being read. */
export function errorAt(id: ProblemId, path: Path, params: NonNullable<Finding["params"]> = {}): Finding {
  return { id, severity: "error", path, params };
}

/** Something that is worth a thought, in a setup that is read all the same. */
export function warningAt(id: ProblemId, path: Path, params: NonNullable<Finding["params"]> = {}): Finding {
  return { id, severity: "warning", path, params };
}

/** A path as people write it. Keys that could confuse a terminal are quoted and escaped. */
export function pathText(path: Path): string {
  let text = "";
  for (const step of path) {
    if (typeof step === "number") text += `[${step}]`;
    else if (/^[A-Za-z$_][\w$-]{0,63}$/.test(step)) text += text === "" ? step : `.${step}`;
    else text += `[${shown(step)}]`;
  }
  return text;
}

const longestShown = 60;

/** A value from outside, made safe to print: quoted, invisible and control characters escaped, cut when long. */
export function shown(value: unknown): string {
  if (value === undefined || value === null) return "nothing";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "a mapping";
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (typeof value !== "string") return `a ${typeof value}`;
  const characters = Array.from(value.slice(0, longestShown + 1), visible);
  const cut = characters.length > longestShown;
  return `"${characters.slice(0, longestShown).join("")}${cut ? "…" : ""}"`;
}

// Control characters, format characters (which reorder text on a screen), line separators and lone surrogates.
const invisible = /^[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]$/u;

function visible(character: string): string {
  if (character === '"' || character === "\\") return `\\${character}`;
  if (!invisible.test(character)) return character;
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}

/** The line and column, both from 1, of a place in a text. */
export function lineAndColumn(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  const breaks = before.match(/\r\n|\r|\n/g);
  const lastBreak = Math.max(before.lastIndexOf("\n"), before.lastIndexOf("\r"));
  return { line: (breaks?.length ?? 0) + 1, column: before.length - lastBreak };
}

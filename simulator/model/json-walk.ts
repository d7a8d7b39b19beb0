// Walks through a JSON text without building a value, and tells where it is not JSON.
import { type Finding, type Path, shown } from "./problems.ts";
import { deepest, textFinding } from "./written-value.ts";

/** Whether to walk on. */
export type Onward = "go on" | "stop";

/** What is told on the way through a JSON text. */
export interface JsonVisitor {
  /** A value begins. `path` is reused: copy it to keep it. */
  readonly value: (path: Path, offset: number) => Onward;
  /** A list or mapping was opened at this depth (0 is the outermost). */
  readonly enter?: (depth: number) => void;
  /** A key of the mapping at `path`. */
  readonly key: (key: string, path: Path, offset: number) => Onward;
}

/** What may stand at a place of a JSON text. */
type Expected = "value" | "value-or-end" | "key" | "key-or-end" | "colon" | "comma-or-end" | "end-of-text";

/** Walks a JSON text without recursion; gives the first place where it is not JSON. */
export function walkJson(text: string, visit: JsonVisitor): Finding | undefined {
  const path: (string | number)[] = [];
  const closers: ("]" | "}")[] = [];
  let expected: Expected = "value";
  let at = 0;

  const broken = (offset: number): Finding => {
    const piece = text.slice(offset, offset + 20).match(/^(?:[\w.+-]+|.)/su)?.[0];
    const found = piece === undefined ? "the end of the text" : shown(piece);
    const closedText = piece === '"' && expected !== "colon" && expected !== "comma-or-end";
    const wanted = closedText ? "closed-text" : expected;
    return { ...textFinding("json-syntax", offset, { expected: wanted, found }), path: [...path] };
  };
  const afterValue = (): Expected => (closers.length === 0 ? "end-of-text" : "comma-or-end");

  for (;;) {
    at = pastSpace(text, at);
    const character = text[at];
    if (character === undefined) return expected === "end-of-text" ? undefined : broken(at);
    switch (expected) {
      case "value":
      case "value-or-end": {
        if (character === "]" && expected === "value-or-end") {
          closers.pop();
          path.pop();
          at++;
          expected = afterValue();
          break;
        }
        const end = scalarEnd(text, at);
        const opens = character === "{" || character === "[";
        if (!opens && end === undefined) return broken(at);
        if (visit.value(path, at) === "stop") return undefined;
        if (!opens) {
          at = end ?? at;
          expected = afterValue();
          break;
        }
        if (closers.length >= deepest) return textFinding("too-deep", at, { limit: deepest });
        visit.enter?.(closers.length);
        closers.push(character === "{" ? "}" : "]");
        if (character === "[") path.push(0);
        expected = character === "{" ? "key-or-end" : "value-or-end";
        at++;
        break;
      }
      case "key":
      case "key-or-end": {
        if (character === "}" && expected === "key-or-end") {
          closers.pop();
          at++;
          expected = afterValue();
          break;
        }
        const end = character === '"' ? scalarEnd(text, at) : undefined;
        if (end === undefined) return broken(at);
        const key = JSON.parse(text.slice(at, end)) as string;
        if (visit.key(key, path, at) === "stop") return undefined;
        path.push(key);
        at = end;
        expected = "colon";
        break;
      }
      case "colon":
        if (character !== ":") return broken(at);
        at++;
        expected = "value";
        break;
      case "comma-or-end": {
        const inList = closers.at(-1) === "]";
        if (character === ",") {
          const last = path.pop();
          if (inList) path.push((last as number) + 1);
          expected = inList ? "value" : "key";
        } else if (character === closers.at(-1)) {
          closers.pop();
          path.pop();
          expected = afterValue();
        } else return broken(at);
        at++;
        break;
      }
      case "end-of-text":
        return broken(at);
    }
  }
}

function pastSpace(text: string, from: number): number {
  let at = from;
  while (text[at] === " " || text[at] === "\n" || text[at] === "\r" || text[at] === "\t") at++;
  return at;
}

const plainScalar = /(?:-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?|true|false|null)(?![\w.+-])/y;

/** Where the string, number or word that begins at `from` ends; undefined if none does. */
function scalarEnd(text: string, from: number): number | undefined {
  if (text[from] === '"') return stringEnd(text, from);
  plainScalar.lastIndex = from;
  return plainScalar.test(text) ? plainScalar.lastIndex : undefined;
}

const escaped = /["\\/bfnrt]|u[0-9a-fA-F]{4}/y;

function stringEnd(text: string, from: number): number | undefined {
  for (let at = from + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x22) return at + 1;
    if (code < 0x20) return undefined;
    if (code !== 0x5c) continue;
    escaped.lastIndex = at + 1;
    if (!escaped.test(text)) return undefined;
    at = escaped.lastIndex - 1;
  }
  return undefined;
}

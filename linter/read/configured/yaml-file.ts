// Reads YAML, and JSON with it, into values with their places.
import { type Document, isMap, isScalar, isSeq, LineCounter, parseAllDocuments, Scalar } from "yaml";
import type { Place } from "../../flow.ts";
import type { Written } from "./written.ts";

type PlaceAt = (offset: number) => Place;

/** What a file says, as a list where several documents stand in it; undefined where it cannot be parsed. */
export function readYaml(file: string, text: string): Written | undefined {
  return read(text, (line, column) => ({ file, line, column }));
}

/** What a text says that stands in a file as one of its values; undefined where it is nothing of the kind. */
export function readYamlIn({ value, place, begins }: Extract<Written, { is: "value" }>): Written | undefined {
  if (typeof value !== "string") return undefined;
  return read(value, (line, column) =>
    begins === undefined
      ? place
      : { file: place.file, line: begins.line + line - 1, column: begins.column + column - 1 },
  );
}

function read(text: string, placeIn: (line: number, column: number) => Place): Written | undefined {
  const lines = new LineCounter();
  try {
    const options = { lineCounter: lines, logLevel: "silent", uniqueKeys: false } as const;
    const documents: readonly Document[] = parseAllDocuments(text, options);
    if (documents.some(({ errors }) => errors.length > 0)) return undefined;
    const placeAt = (offset: number): Place => {
      const { line, col } = lines.linePos(offset);
      return placeIn(line, col);
    };
    const items = documents.flatMap(({ contents }) =>
      contents === null ? [] : writtenOf(contents, placeAt(0), placeAt, text),
    );
    if (items.length > 1) return { is: "list", items, place: placeAt(0) };
    return items[0] ?? { is: "unknown", place: placeAt(0) };
  } catch (error) {
    // Text can be nested so deeply that parsing it fills the call stack.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function writtenOf(node: unknown, place: Place, placeAt: PlaceAt, text: string): Written {
  if (isScalar(node)) {
    const { value } = node;
    if (typeof value === "string") return { is: "value", value, place, ...beginsIn(node, placeAt, text) };
    return value === null || typeof value === "number" || typeof value === "boolean"
      ? { is: "value", value, place }
      : { is: "unknown", place };
  }
  if (isSeq(node))
    return {
      is: "list",
      items: node.items.map((item) => writtenOf(item, rangeOf(item, place, placeAt), placeAt, text)),
      place,
    };
  // An alias stands for something else, and an alias of an alias for a great deal of it.
  if (!isMap(node)) return { is: "unknown", place };
  const entries = new Map<string, Written>();
  for (const { key, value } of node.items)
    if (isScalar(key))
      entries.set(String(key.value), writtenOf(value, rangeOf(key, place, placeAt), placeAt, text));
  return { is: "table", entries, place };
}

/** Where the lines of a literal block begin, which are lines of the file. */
function beginsIn({ type, range }: Scalar, placeAt: PlaceAt, text: string): { readonly begins?: Place } {
  if (type !== Scalar.BLOCK_LITERAL || range === undefined || range === null) return {};
  const header = text.indexOf("\n", range[0]);
  const inked = /\S/g;
  inked.lastIndex = header;
  const first = header === -1 ? null : inked.exec(text);
  if (first === null || first.index >= range[1]) return {};
  const { line } = placeAt(header + 1);
  // In a text that is not written line by line, all places are one.
  return line === placeAt(range[0]).line ? {} : { begins: { ...placeAt(first.index), line } };
}

function rangeOf(node: unknown, otherwise: Place, placeAt: PlaceAt): Place {
  const range = isScalar(node) || isMap(node) || isSeq(node) ? node.range : undefined;
  return range === undefined || range === null ? otherwise : placeAt(range[0]);
}

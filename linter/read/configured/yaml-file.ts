// Reads YAML, and JSON with it, into values with their places.
import { isMap, isScalar, isSeq, LineCounter, parseDocument } from "yaml";
import type { Place } from "../../flow.ts";
import type { Written } from "./written.ts";

/** What a file says; undefined where it cannot be parsed. */
export function readYaml(file: string, text: string): Written | undefined {
  const lines = new LineCounter();
  try {
    const document = parseDocument(text, { lineCounter: lines, logLevel: "silent", uniqueKeys: false });
    if (document.errors.length > 0) return undefined;
    const placeAt = (offset: number): Place => {
      const { line, col } = lines.linePos(offset);
      return { file, line, column: col };
    };
    return writtenOf(document.contents, placeAt(0), placeAt);
  } catch (error) {
    // Text can be nested so deeply that parsing it fills the call stack.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function writtenOf(node: unknown, place: Place, placeAt: (offset: number) => Place): Written {
  if (isScalar(node)) {
    const { value } = node;
    return value === null ||
      typeof value === "string" ||
      typeof value === "number" ||
      typeof value === "boolean"
      ? { is: "value", value, place }
      : { is: "unknown", place };
  }
  if (isSeq(node))
    return {
      is: "list",
      items: node.items.map((item) => writtenOf(item, rangeOf(item, place, placeAt), placeAt)),
      place,
    };
  // An alias stands for something else, and an alias of an alias for a great deal of it.
  if (!isMap(node)) return { is: "unknown", place };
  const entries = new Map<string, Written>();
  for (const { key, value } of node.items)
    if (isScalar(key))
      entries.set(String(key.value), writtenOf(value, rangeOf(key, place, placeAt), placeAt));
  return { is: "table", entries, place };
}

function rangeOf(node: unknown, otherwise: Place, placeAt: (offset: number) => Place): Place {
  const range = isScalar(node) || isMap(node) || isSeq(node) ? node.range : undefined;
  return range === undefined || range === null ? otherwise : placeAt(range[0]);
}

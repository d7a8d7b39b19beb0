// Reads a setup from YAML or JSON, and says everything that is wrong with it at once.
import { readJson } from "./json-text.ts";
import type { Finding } from "./problems.ts";
import { judged, placed, type SetupReading } from "./setup-reading.ts";
import { largestJson, largestYaml, textFinding } from "./written-value.ts";
import { readYaml } from "./yaml-text.ts";

/**
 * Reads a setup. A `name` that ends in `.json` is read as JSON, in `.yaml` or `.yml` as YAML; any other is judged by
 * its first character. Never throws, whatever the text is.
 *
 * @example
 * const read = readSetup(await readFile(path), path);
 * if (!read.ok) for (const problem of read.problems) console.error(sayProblem(problem));
 */
export function readSetup(text: string | Uint8Array, name: string): SetupReading {
  const decoded = decode(text, name);
  if (!decoded.ok) return { ok: false, problems: placed([decoded.finding], "") };
  const written = decoded.format === "json" ? readJson(decoded.text) : readYaml(decoded.text);
  return judged(decoded.text, written);
}

type Decoded =
  | { readonly ok: true; readonly text: string; readonly format: "yaml" | "json" }
  | { readonly ok: false; readonly finding: Finding };

function decode(text: string | Uint8Array, name: string): Decoded {
  const format = formatOf(text, name);
  const largest = format === "json" ? largestJson : largestYaml;
  const refused = (id: Finding["id"], params = {}) =>
    ({ ok: false, finding: textFinding(id, 0, params) }) as const;
  if (byteLength(text, largest) > largest) return refused("too-large", { limit: largest, format });
  if (typeof text !== "string" && looksLikeUtf16(text)) return refused("not-utf-8");
  let characters: string;
  try {
    characters = typeof text === "string" ? text.replace(/^\u{feff}/u, "") : utf8.decode(text);
  } catch {
    return refused("not-utf-8");
  }
  if (characters.includes("\0")) return refused("binary");
  if (characters.trim() === "") return refused("empty");
  return { ok: true, text: characters, format };
}

const utf8 = new TextDecoder("utf-8", { fatal: true });

function byteLength(text: string | Uint8Array, largest: number): number {
  if (typeof text !== "string") return text.byteLength;
  // A character has one to three bytes for each of its UTF-16 units; counting them is needed in between only.
  if (text.length > largest || text.length * 3 <= largest) return text.length;
  return new TextEncoder().encode(text).byteLength;
}

function looksLikeUtf16(bytes: Uint8Array): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
}

function formatOf(text: string | Uint8Array, name: string): "yaml" | "json" {
  if (/\.json$/i.test(name)) return "json";
  if (/\.ya?ml$/i.test(name)) return "yaml";
  const start =
    typeof text === "string" ? text.slice(0, 200) : new TextDecoder().decode(text.subarray(0, 200));
  return /^\u{feff}?\s*[{[]/u.test(start) ? "json" : "yaml";
}

// Reads a setup from YAML or JSON, and says everything that is wrong with it at once.
import * as v from "valibot";
import { circleFindings } from "./circles.ts";
import { readJson } from "./json-text.ts";
import { type Finding, lineAndColumn, pathText, type Problem } from "./problems.ts";
import { privateFindings } from "./private-values.ts";
import { referenceFindings } from "./references.ts";
import { wellFormedParts } from "./salvage.ts";
import { senseFindings } from "./sense.ts";
import { type Setup, setupSchema } from "./setup.ts";
import { isMapping, shapeFindings } from "./shape.ts";
import { largestJson, largestYaml, textFinding, type Written } from "./written-value.ts";
import { readYaml } from "./yaml-text.ts";

/** A setup and what to think about, or what keeps the text from being one (the warnings among it). */
export type SetupReading =
  | { readonly ok: true; readonly setup: Setup; readonly warnings: readonly Problem[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

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
  if (!decoded.ok) return { ok: false, problems: placed([decoded.finding], "", undefined) };
  const written = decoded.format === "json" ? readJson(decoded.text) : readYaml(decoded.text);
  return readWrittenSetup(decoded.text, written);
}

/** Reads a setup from a value that has come out of a text already. */
export function readWrittenSetup(text: string, written: Written): SetupReading {
  if (!written.ok) return { ok: false, problems: placed(written.findings, text, undefined) };
  const { value } = written;
  if (value === null || value === undefined)
    return { ok: false, problems: placed([textFinding("empty", 0)], text, undefined) };

  const findings = isMapping(value) ? judge(value) : shapeFindings(setupSchema, value).map(asNoMapping);
  const problems = placed(findings, text, written);
  if (findings.some(({ severity }) => severity === "error")) return { ok: false, problems };
  return { ok: true, setup: v.parse(setupSchema, value), warnings: problems };
}

function judge(value: unknown): readonly Finding[] {
  const parts = wellFormedParts(value);
  return [
    ...shapeFindings(setupSchema, value),
    ...referenceFindings(value),
    ...senseFindings(parts),
    ...circleFindings(parts),
    ...privateFindings(value),
  ];
}

function asNoMapping(finding: Finding): Finding {
  return { ...finding, id: "not-a-mapping" };
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

/** More problems than this are counted, not told. */
export const mostProblems = 50;

/** Works out lines, columns and suggestions, sorts by place, and cuts the list. */
function placed(
  findings: readonly Finding[],
  text: string,
  written: (Written & { ok: true }) | undefined,
): readonly Problem[] {
  const wanted = findings.map(({ path, onKey }) => ({ path, onKey: onKey ?? false }));
  const offsets = written?.offsets(wanted) ?? [];
  const sorted = findings
    .map((finding, index) => ({
      finding,
      offset: finding.offset ?? offsets[index] ?? 0,
      path: pathText(finding.path),
    }))
    .toSorted(
      (a, b) => a.offset - b.offset || compare(a.path, b.path) || compare(a.finding.id, b.finding.id),
    );
  const told = sorted.slice(0, mostProblems).map(({ finding, offset, path }): Problem => {
    const near = finding.suggest?.();
    const params = near === undefined ? finding.params : { ...finding.params, near };
    return {
      id: finding.id,
      severity: finding.severity,
      path,
      ...lineAndColumn(text, offset),
      params: params ?? {},
    };
  });
  const rest = sorted.slice(mostProblems);
  const last = rest[0];
  if (last === undefined) return told;
  const severity = rest.some(({ finding }) => finding.severity === "error") ? "error" : "warning";
  const params = { told: told.length, more: rest.length };
  return [...told, { id: "more-problems", severity, path: "", ...lineAndColumn(text, last.offset), params }];
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

// Judges a value that has been read from a text. It knows neither YAML nor JSON, so that a page that opens links
// need not load a YAML reader.
import * as v from "valibot";
import { circleFindings } from "./circles.ts";
import { type Finding, lineAndColumn, pathText, type Problem } from "./problems.ts";
import { privateFindings } from "./private-values.ts";
import { referenceFindings } from "./references.ts";
import { wellFormedParts } from "./salvage.ts";
import { senseFindings } from "./sense.ts";
import { type Setup, setupSchema } from "./setup.ts";
import { isMapping, shapeFindings } from "./shape.ts";
import { textFinding, type Written } from "./written-value.ts";

/** A setup and what to think about, or what keeps the text from being one (the warnings among it). */
export type SetupReading =
  | { readonly ok: true; readonly setup: Setup; readonly warnings: readonly Problem[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Judges what has been read from a text: as a setup, or by everything that is wrong with it. */
export function judged(text: string, written: Written): SetupReading {
  if (!written.ok) return { ok: false, problems: placed(written.findings, text) };
  const { value } = written;
  if (value === null || value === undefined)
    return { ok: false, problems: placed([textFinding("empty", 0)], text) };

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

/** More problems than this are counted, not told. */
export const mostProblems = 50;

/** Works out lines, columns and suggestions, sorts by place, and cuts the list. */
export function placed(
  findings: readonly Finding[],
  text: string,
  written?: Written & { ok: true },
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

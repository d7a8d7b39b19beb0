// Compares a plain value with the schema, and says everything that differs.
import * as v from "valibot";
import { durationPattern } from "./duration.ts";
import { idPattern } from "./ids.ts";
import { idLike, nearest } from "./nearest.ts";
import { type Finding, type Path, shown } from "./problems.ts";
import { isOptional, optionFor, optionNames, type SchemaPart, structureOf, wordsOf } from "./schema-parts.ts";

/** After this many findings the search ends: nobody reads more, and a hostile text could hold millions. */
export const mostFindings = 1_000;

/**
 * What is wrong with the shape of `value`. Unlike the schema's own answer it names every unknown key, and stops in time.
 * No findings means that the schema accepts the value.
 */
export function shapeFindings(schema: SchemaPart, value: unknown): readonly Finding[] {
  const findings: Finding[] = [];
  compare(schema, value, [], findings);
  if (findings.length > 0) return findings;
  // The schema has the last word, should it ask for something that the comparison does not know.
  const issue = v.safeParse(schema, value, { abortEarly: true }).issues?.[0];
  return issue === undefined ? [] : [leafFinding(issue, value, pathOf(issue))];
}

function compare(part: SchemaPart, value: unknown, path: Path, findings: Finding[]): void {
  if (findings.length >= mostFindings) return;
  if (value === undefined && isOptional(part)) return;
  const structure = structureOf(part);
  switch (structure.is) {
    case "list":
      if (!Array.isArray(value)) return void findings.push(wrongType("list", value, path));
      for (const [index, item] of value.entries()) compare(structure.item, item, [...path, index], findings);
      return;
    case "mapping":
      if (!isMapping(value)) return void findings.push(wrongType("mapping", value, path));
      return compareMapping(structure.entries, value, path, findings);
    case "one-of": {
      if (!isMapping(value)) return void findings.push(wrongType("mapping", value, path));
      const option = optionFor(structure, value);
      if (option !== undefined) return compareMapping(option.entries, value, path, findings);
      if (!Object.hasOwn(value, structure.key)) return void findings.push(missingKey(structure.key, path));
      const names = optionNames(structure);
      return void findings.push(notOneOf(names, value[structure.key], [...path, structure.key]));
    }
    case "leaf": {
      const issue = v.safeParse(part, value, { abortEarly: true }).issues?.[0];
      if (issue !== undefined) findings.push(leafFinding(issue, value, path));
    }
  }
}

function compareMapping(
  entries: Readonly<Record<string, SchemaPart>>,
  value: Readonly<Record<string, unknown>>,
  path: Path,
  findings: Finding[],
): void {
  for (const [key, part] of Object.entries(entries)) {
    if (Object.hasOwn(value, key)) {
      if (path.length === 0 && key === "version") compareVersion(part, value[key], findings);
      else compare(part, value[key], [...path, key], findings);
    } else if (!isOptional(part)) findings.push(missingKey(key, path));
  }
  const known = Object.keys(entries);
  for (const key of Object.keys(value)) {
    if (Object.hasOwn(entries, key)) continue;
    if (findings.length >= mostFindings) return;
    findings.push({
      id: "unknown-key",
      severity: "error",
      path: [...path, key],
      onKey: true,
      params: { found: shown(key), known: known.join(", ") },
      suggest: () => nearest(key, known),
    });
  }
}

function compareVersion(part: SchemaPart, value: unknown, findings: Finding[]): void {
  if (v.is(part, value)) return;
  const readable = wordsOf(part).join(", ");
  findings.push({
    id: "version-unknown",
    severity: "error",
    path: ["version"],
    params: { found: shown(value), readable },
  });
}

function missingKey(key: string, path: Path): Finding {
  if (path.length === 0 && key === "version")
    return { id: "version-missing", severity: "error", path, params: { readable: 1 } };
  return { id: "missing-key", severity: "error", path, params: { key } };
}

function wrongType(expected: string, value: unknown, path: Path): Finding {
  return { id: "wrong-type", severity: "error", path, params: { expected, found: shown(value) } };
}

function notOneOf(words: readonly string[], value: unknown, path: Path): Finding {
  return {
    id: "not-one-of",
    severity: "error",
    path,
    params: { words: words.join(", "), found: shown(value) },
    suggest: () => (typeof value === "string" ? nearest(value, words) : undefined),
  };
}

function leafFinding(issue: v.BaseIssue<unknown>, value: unknown, path: Path): Finding {
  const about = (id: Finding["id"], params: Record<string, string | number>): Finding => ({
    id,
    severity: "error",
    path,
    params: { found: shown(value), ...params },
  });
  const limit = typeof issue.requirement === "number" ? issue.requirement : 0;
  switch (issue.type) {
    case "string":
    case "number":
    case "boolean":
      return wrongType(issue.type, value, path);
    case "picklist":
    case "literal":
      return notOneOf(issueWords(issue), value, path);
    case "integer":
      return about("not-whole", {});
    case "min_value":
      return about("out-of-range", { bound: "least", limit });
    case "max_value":
      return about("out-of-range", { bound: "most", limit });
    case "min_length":
      return about("too-short", { limit });
    case "max_length":
      return about("too-long", { limit });
    case "regex":
      if (issue.requirement === durationPattern) return about("bad-duration", {});
      if (issue.requirement !== idPattern) break;
      return {
        ...about("bad-id", {}),
        suggest: () => (typeof value === "string" ? idLike(value) : undefined),
      };
  }
  return about("not-accepted", { expected: shown(issue.expected ?? issue.message) });
}

// `("a" | "b")` in the words of the schema library.
function issueWords(issue: v.BaseIssue<unknown>): readonly string[] {
  return [...(issue.expected ?? "").matchAll(/"([^"]*)"|\b(\d+)\b/g)].map(
    (match) => match[1] ?? match[2] ?? "",
  );
}

function pathOf(issue: v.BaseIssue<unknown>): Path {
  return (issue.path ?? []).map((item) => (typeof item.key === "number" ? item.key : String(item.key)));
}

/** Whether a value read from YAML or JSON is a mapping. */
export function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

// Reads JSON strictly, tells where it breaks, and finds the places of values again.
import { walkJson } from "./json-walk.ts";
import { type Finding, type Path, shown } from "./problems.ts";
import { isForbiddenKey, mostValues, textFinding, type Wanted, type Written } from "./written-value.ts";

/** Reads a JSON text. Duplicate keys, forbidden keys and nesting over the limit are refused, which `JSON.parse` does not do. */
export function readJson(text: string): Written {
  const findings: Finding[] = [];
  const keys: Set<string>[] = [];
  let values = 0;
  const broken = walkJson(text, {
    value: () => (++values > mostValues ? "stop" : "go on"),
    enter: (depth) => {
      keys[depth] = new Set();
    },
    key(key, path, offset) {
      const seen = keys[path.length];
      if (isForbiddenKey(key)) findings.push(aboutKey("forbidden-key", path, key, offset));
      else if (seen?.has(key)) findings.push(aboutKey("duplicate-key", path, key, offset));
      seen?.add(key);
      return findings.length < 1_000 ? "go on" : "stop";
    },
  });
  if (values > mostValues)
    return { ok: false, findings: [textFinding("too-many-values", 0, { limit: mostValues })] };
  if (broken !== undefined) findings.push(broken);
  if (findings.length > 0) return { ok: false, findings };
  const value: unknown = JSON.parse(text);
  return { ok: true, value, offsets: (wanted) => jsonOffsets(text, wanted) };
}

function aboutKey(id: Finding["id"], path: Path, key: string, offset: number): Finding {
  return { id, severity: "error", path: [...path, key], offset, params: { found: shown(key) } };
}

/** A wanted path and all that it shares with others, as a tree, so that one pass over the text finds them all. */
interface Branch {
  offset: number;
  keyOffset: number;
  readonly next: Map<string | number, Branch>;
}

function jsonOffsets(text: string, wanted: readonly Wanted[]): readonly number[] {
  const root: Branch = { offset: -1, keyOffset: -1, next: new Map() };
  for (const { path } of wanted) {
    let branch = root;
    for (const step of path) {
      const next = branch.next.get(step) ?? { offset: -1, keyOffset: -1, next: new Map() };
      branch.next.set(step, next);
      branch = next;
    }
  }
  walkJson(text, {
    value(path, offset) {
      const branch = branchAt(root, path);
      if (branch !== undefined) branch.offset = offset;
      return "go on";
    },
    key(key, path, offset) {
      const branch = branchAt(root, path)?.next.get(key);
      if (branch !== undefined) branch.keyOffset = offset;
      return "go on";
    },
  });
  return wanted.map(({ path, onKey }) => {
    let branch = root;
    let offset = root.offset;
    for (const [index, step] of path.entries()) {
      const next = branch.next.get(step);
      if (next === undefined || next.offset < 0) break;
      branch = next;
      offset = onKey && index === path.length - 1 && next.keyOffset >= 0 ? next.keyOffset : next.offset;
    }
    return Math.max(0, offset);
  });
}

function branchAt(root: Branch, path: Path): Branch | undefined {
  let branch: Branch | undefined = root;
  for (const step of path) {
    branch = branch.next.get(step);
    if (branch === undefined) return undefined;
  }
  return branch;
}

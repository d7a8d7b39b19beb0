// Which files are read: walks the paths it is given, in a fixed order, and accounts for everything it leaves out.
import { contentSkipReason } from "./collect/content.ts";
import { asUtf8 } from "./collect/encoding.ts";
import { type IgnoreRules, isIgnored, rulesInside } from "./collect/git-ignore.ts";
import { fileSkipReason, folderSkipReason, sourceKind } from "./collect/names.ts";
import { type FileTree, within } from "./file-tree.ts";
import { compareText } from "./order.ts";
import type { SkipLog } from "./skipped.ts";

/** A file larger than this is not read; hand-written source stays far below. */
export const largestFile = 1_500_000;

/** Where to begin: a file or folder of the tree. What is named here is read even where its name or git speaks against it. */
export interface StartingPoint {
  readonly path: string;
  readonly kind: "file" | "folder";
}

/** A file that was read. Its bytes hold until the next one is asked for. */
export interface CollectedFile {
  readonly file: string;
  /** TypeScript or JavaScript, a setup written by hand, or settings and descriptions of what is deployed. */
  readonly kind: "code" | "setup" | "settings";
  readonly bytes: Uint8Array;
}

/** A folder or file that is still to be visited, with the ignore rules that hold there. */
interface Visit {
  readonly path: string;
  readonly kind: "code" | "setup" | "settings" | "folder";
  readonly rules: IgnoreRules | undefined;
}

/** Reads one file after another, sorted within each folder; no file is read twice. */
export function* collect(
  tree: FileTree,
  starts: readonly StartingPoint[],
  log: SkipLog,
): Generator<CollectedFile, void, undefined> {
  const seen = new Set<string>();
  const waiting = starts.flatMap((start) => firstVisit(tree, start)).toReversed();
  // A list instead of recursion: a hostile tree can be deeper than the call stack.
  for (let visit = waiting.pop(); visit !== undefined; visit = waiting.pop()) {
    if (seen.has(visit.path)) continue;
    seen.add(visit.path);
    if (visit.kind === "folder") {
      // One by one: a folder can hold more entries than a call may have arguments.
      for (const inside of visitsInside(tree, visit, log).toReversed()) waiting.push(inside);
      continue;
    }
    const read = tree.read(visit.path, largestFile);
    const bytes = typeof read === "string" ? read : asUtf8(read);
    const refusal = typeof bytes === "string" ? bytes : contentSkipReason(bytes);
    if (typeof bytes === "string" || refusal !== undefined) {
      log.skip(visit.path, "file", refusal ?? "unreadable");
      continue;
    }
    yield { file: visit.path, kind: visit.kind, bytes };
  }
}

function firstVisit(tree: FileTree, { path, kind }: StartingPoint): Visit[] {
  if (kind === "folder") return [{ path, kind, rules: rulesAround(tree, path) }];
  const source = sourceKind(path);
  return source === undefined ? [] : [{ path, kind: source, rules: undefined }];
}

/** The rules of the folders from the root down to a starting point; none of them if they ignore it itself. */
function rulesAround(tree: FileTree, start: string): IgnoreRules | undefined {
  if (start === "") return undefined;
  const parents = start.split("/").map((_, depth, parts) => parts.slice(0, depth).join("/"));
  let rules: IgnoreRules | undefined;
  for (const folder of parents) rules = rulesInside(tree, folder, tree.list(folder) ?? [], rules);
  return isIgnored(`${start}/`, rules) ? undefined : rules;
}

function visitsInside(tree: FileTree, folder: Visit, log: SkipLog): Visit[] {
  const entries = tree.list(folder.path);
  if (entries === undefined) {
    log.skip(folder.path, "folder", "unreadable");
    return [];
  }
  const rules = rulesInside(tree, folder.path, entries, folder.rules);
  const visits: Visit[] = [];
  for (const { name, kind } of entries.toSorted((a, b) => compareText(a.name, b.name))) {
    const path = within(folder.path, name);
    if (kind === "folder") {
      if (name === ".git") continue;
      const reason = folderSkipReason(name) ?? (isIgnored(`${path}/`, rules) ? "ignored-by-git" : undefined);
      if (reason !== undefined) log.skip(path, "folder", reason);
      else visits.push({ path, kind, rules });
      continue;
    }
    const source = sourceKind(path);
    if (source === undefined && kind !== "link") continue;
    if (kind !== "file") {
      log.skip(path, "file", kind === "link" ? "symbolic-link" : "special-file");
      continue;
    }
    const reason = fileSkipReason(name) ?? (isIgnored(path, rules) ? "ignored-by-git" : undefined);
    if (reason !== undefined) log.skip(path, "file", reason);
    else if (source !== undefined) visits.push({ path, kind: source, rules });
  }
  return visits;
}

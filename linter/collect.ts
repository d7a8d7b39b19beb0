// Which files are read: walks the paths it is given, in a fixed order, and accounts for everything it leaves out.
import { type IgnoreRules, isIgnored, rulesInside } from "./collect/git-ignore.ts";
import { fileSkipReason, folderSkipReason, sourceKind, type SourceKind } from "./collect/names.ts";
import { type FileTree, type FolderEntry, within } from "./file-tree.ts";
import { compareText } from "./order.ts";
import type { SkipLog, SkipReason } from "./skipped.ts";

/** Where to begin: a file or folder of the tree. What is named here is read even where its name or git speaks against it. */
export interface StartingPoint {
  readonly path: string;
  readonly kind: "file" | "folder";
}

/** A folder that is being walked through. */
interface OpenFolder {
  readonly path: string;
  /** In order. */
  readonly entries: readonly FolderEntry[];
  /** How many of the entries have been visited. */
  visited: number;
  readonly rules: IgnoreRules | undefined;
}

/** Hands one file after another to `met`, sorted within each folder, and none twice. What they hold is not read here. */
export function collect(
  tree: FileTree,
  starts: readonly StartingPoint[],
  log: SkipLog,
  met: (file: string, kind: SourceKind) => void,
): void {
  const isNew = firstVisits(starts);
  const meet = (file: string, kind: SourceKind): void => {
    if (isNew(file)) met(file, kind);
  };
  for (const { path, kind } of starts) {
    const source = kind === "file" ? sourceKind(path, "") : undefined;
    if (source !== undefined) meet(path, source);
    if (kind !== "folder" || !isNew(path)) continue;
    // A list instead of recursion: a hostile tree can be deeper than the call stack.
    const open = [openFolder(tree, path, rulesAround(tree, path), log)];
    const walkOn = (folder: OpenFolder): void => {
      const inside = nextFolder(folder, meet, log);
      if (inside === undefined) open.pop();
      else if (isNew(inside)) open.push(openFolder(tree, inside, folder.rules, log));
    };
    for (let folder = open.at(-1); folder !== undefined; folder = open.at(-1)) walkOn(folder);
  }
}

/** Visits the entries of a folder up to the next folder in it that is entered, whose path it gives. */
function nextFolder(
  folder: OpenFolder,
  meet: (file: string, kind: SourceKind) => void,
  log: SkipLog,
): string | undefined {
  const { path, entries, rules } = folder;
  while (folder.visited < entries.length) {
    const entry = entries[folder.visited++] as FolderEntry;
    const { name, kind } = entry;
    if (kind === "folder") {
      if (name === ".git") continue;
      const inside = within(path, name);
      const reason =
        folderSkipReason(name) ?? (isIgnored(inside, name, "folder", rules) ? "ignored-by-git" : undefined);
      if (reason === undefined) return inside;
      log.skip(inside, "folder", reason);
      continue;
    }
    const source = sourceKind(name, path);
    if (source === undefined && kind !== "link") continue;
    const file = within(path, name);
    const reason = fileReason(entry, file, rules);
    if (reason !== undefined) log.skip(file, "file", reason);
    else if (source !== undefined) meet(file, source);
  }
  return undefined;
}

/** Tells of each path whether it is met for the first time, which from a single start every one is. */
function firstVisits(starts: readonly StartingPoint[]): (path: string) => boolean {
  if (starts.length === 1) return () => true;
  const seen = new Set<string>();
  return (path) => {
    const isNew = !seen.has(path);
    seen.add(path);
    return isNew;
  };
}

/** The folder to walk through; it counts as empty where it cannot be listed. */
function openFolder(tree: FileTree, path: string, around: IgnoreRules | undefined, log: SkipLog): OpenFolder {
  const entries = tree.list(path);
  if (entries === undefined) log.skip(path, "folder", "unreadable");
  return {
    path,
    entries: inOrder(entries ?? []),
    visited: 0,
    rules: rulesInside(tree, path, entries ?? [], around),
  };
}

/** Sorts by name, without a copy where a disk has done so already. */
function inOrder(entries: readonly FolderEntry[]): readonly FolderEntry[] {
  const isOrdered = entries.every(
    ({ name }, index) => index === 0 || (entries[index - 1]?.name ?? "") < name,
  );
  return isOrdered ? entries : entries.toSorted((a, b) => compareText(a.name, b.name));
}

function fileReason(
  { name, kind }: FolderEntry,
  path: string,
  rules: IgnoreRules | undefined,
): SkipReason | undefined {
  if (kind !== "file") return kind === "link" ? "symbolic-link" : "special-file";
  return fileSkipReason(name) ?? (isIgnored(path, name, "file", rules) ? "ignored-by-git" : undefined);
}

/** The rules of the folders from the root down to a starting point; none of them if they ignore it itself. */
function rulesAround(tree: FileTree, start: string): IgnoreRules | undefined {
  if (start === "") return undefined;
  const parents = start.split("/").map((_, depth, parts) => parts.slice(0, depth).join("/"));
  let rules: IgnoreRules | undefined;
  for (const folder of parents) rules = rulesInside(tree, folder, tree.list(folder) ?? [], rules);
  return isIgnored(start, start.slice(start.lastIndexOf("/") + 1), "folder", rules) ? undefined : rules;
}

// Which paths git ignores: the rules of nested .gitignore files and of .git/info/exclude, the deepest word counting.
import ignore, { type Ignore } from "ignore";
import { type FileTree, type FolderEntry, within } from "../file-tree.ts";

/** The rules of one folder, followed by those of the folders around it. */
export interface IgnoreRules {
  readonly folder: string;
  readonly rules: Ignore;
  readonly outer: IgnoreRules | undefined;
}

const largestRuleFile = 256_000;

/**
 * Stars in one part of a pattern beyond which it is left out. Patterns become regular expressions, and a file name
 * against many stars takes time that grows with a power of their number; nobody needs more than a few.
 */
const mostStars = 4;

/** The rules that hold inside `folder`, whose entries are given: its own, if it has any, before those around it. */
export function rulesInside(
  tree: FileTree,
  folder: string,
  entries: readonly FolderEntry[],
  outer: IgnoreRules | undefined,
): IgnoreRules | undefined {
  // Like git, a .gitignore that is a symbolic link is not followed.
  const isOwn = (name: string, kind: FolderEntry["kind"]) =>
    entries.some((entry) => entry.name === name && entry.kind === kind);
  let innermost = outer;
  if (isOwn(".git", "folder")) innermost = withFile(tree, folder, ".git/info/exclude", innermost);
  if (isOwn(".gitignore", "file")) innermost = withFile(tree, folder, ".gitignore", innermost);
  return innermost;
}

/** Whether git ignores a path; folders end in `/`. */
export function isIgnored(path: string, innermost: IgnoreRules | undefined): boolean {
  for (let level = innermost; level !== undefined; level = level.outer) {
    const below = level.folder === "" ? path : path.slice(level.folder.length + 1);
    const { ignored, unignored } = level.rules.test(below);
    if (ignored) return true;
    if (unignored) return false;
  }
  return false;
}

function withFile(
  tree: FileTree,
  folder: string,
  name: string,
  outer: IgnoreRules | undefined,
): IgnoreRules | undefined {
  const bytes = tree.read(within(folder, name), largestRuleFile);
  if (typeof bytes === "string") return outer;
  const patterns = new TextDecoder().decode(bytes).split(/\r?\n/).filter(isCheap);
  return { folder, rules: ignore().add(patterns), outer };
}

function isCheap(pattern: string): boolean {
  return pattern.length <= 500 && pattern.split("/").every((part) => part.split("*").length - 1 <= mostStars);
}

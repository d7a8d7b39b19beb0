// Which paths git ignores: the rules of nested .gitignore files and of .git/info/exclude, the deepest word counting.
import ignore, { type Ignore } from "ignore";
import { type FileTree, type FolderEntry, within } from "../file-tree.ts";

/** The rules of one folder, followed by those of the folders around it. */
export interface IgnoreRules {
  readonly folder: string;
  readonly rules: Ignore;
  /** Whether any of them can speak of a path in whose last part is this name. */
  readonly mayMatch: (name: string, below: string) => boolean;
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
    // Most names are in no pattern; asking for all patterns in turn takes longer than reading the file.
    if (!level.mayMatch(nameIn(below), below)) continue;
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
  return { folder, rules: ignore().add(patterns), mayMatch: quickTest(patterns), outer };
}

function nameIn(path: string): string {
  const end = path.endsWith("/") ? path.length - 1 : path.length;
  return path.slice(path.lastIndexOf("/", end - 1) + 1, end);
}

/**
 * Says of a path whether any pattern can match it, once it is known that none matches a folder around it. A pattern
 * that is a plain name, or a star and an ending, matches the last part of a path; all others are asked one by one,
 * whichever way they speak.
 */
function quickTest(patterns: readonly string[]): IgnoreRules["mayMatch"] {
  const names = new Set<string>();
  const endings: string[] = [];
  const others = ignore();
  let hasOthers = false;
  for (const pattern of patterns) {
    if (pattern === "" || pattern.startsWith("#")) continue;
    const plain = /^!?(?:\*\*\/)?(\*?)([\w.@+-]+)\/?$/.exec(pattern);
    const [, star, name = ""] = plain ?? [];
    if (plain === null) {
      others.add(pattern.replace(/^!/, ""));
      hasOthers = true;
    } else if (star === "*") endings.push(name.toLowerCase());
    else names.add(name.toLowerCase());
  }
  return (name, below) => {
    const lower = name.toLowerCase();
    return (
      names.has(lower) ||
      endings.some((ending) => lower.endsWith(ending)) ||
      (hasOthers && others.ignores(below))
    );
  };
}

function isCheap(pattern: string): boolean {
  return pattern.length <= 500 && pattern.split("/").every((part) => part.split("*").length - 1 <= mostStars);
}

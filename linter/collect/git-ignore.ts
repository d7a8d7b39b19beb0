// Which paths git ignores: the rules of nested .gitignore files and of .git/info/exclude, the deepest word counting.
import ignore, { type Ignore } from "ignore";
import { type FileTree, type FolderEntry, within } from "../file-tree.ts";

/** The rules of one folder, followed by those of the folders around it. */
export interface IgnoreRules {
  readonly folder: string;
  readonly rules: Ignore;
  /** Whether any of them can speak of a path, by its last part in small letters and by all of it below the folder. */
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
  if (innermost === undefined) return false;
  const name = nameIn(path).toLowerCase();
  for (let level: IgnoreRules | undefined = innermost; level !== undefined; level = level.outer) {
    const below = level.folder === "" ? path : path.slice(level.folder.length + 1);
    // Most names are in no pattern; asking for all patterns in turn takes longer than reading the file.
    if (!level.mayMatch(name, below)) continue;
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
 * that is a plain name, or a star and an ending, matches the last part of a path. Of all others, paths hold the pieces
 * that are no wildcards; and with a slash inside they match from the folder of their rules on.
 */
function quickTest(patterns: readonly string[]): IgnoreRules["mayMatch"] {
  const names = new Set<string>();
  const endings: string[] = [];
  const others: Plain[] = [];
  for (const pattern of patterns) {
    if (pattern === "" || pattern.startsWith("#")) continue;
    const [, star, name] = /^!?(?:\*\*\/)?(\*?)([\w.@+-]+)\/?$/.exec(pattern) ?? [];
    if (name === undefined) others.push(plainPieces(pattern.trimEnd().toLowerCase()));
    else if (star === "*") endings.push(name.toLowerCase());
    else names.add(name.toLowerCase());
  }
  const mayBe = ({ beginning, pieces }: Plain, below: string): boolean => {
    if (below.slice(0, beginning.length).toLowerCase() !== beginning) return false;
    const path = `/${below.toLowerCase()}`;
    return pieces.every((piece) => path.includes(piece));
  };
  return (name, below) =>
    names.has(name) ||
    endings.some((ending) => name.endsWith(ending)) ||
    others.some((pattern) => mayBe(pattern, below));
}

/** What stands for itself in a pattern, in small letters. */
interface Plain {
  /** What a path begins with, below the folder of the rules. */
  readonly beginning: string;
  readonly pieces: readonly string[];
}

function plainPieces(pattern: string): Plain {
  const [, beginning = ""] = /^!?(?=\/|.*\/.)\/?([\w.@+/-]+)/.exec(pattern) ?? [];
  // What is escaped or a choice of letters is not taken apart here; such a pattern is asked more often.
  return { beginning, pieces: /[\\[\]]/.test(pattern) ? [] : (pattern.match(/[\w.@+/-]+/g) ?? []) };
}

function isCheap(pattern: string): boolean {
  return pattern.length <= 500 && pattern.split("/").every((part) => part.split("*").length - 1 <= mostStars);
}

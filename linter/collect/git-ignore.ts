// Which paths git ignores: the rules of nested .gitignore files and of .git/info/exclude, the deepest word counting.
import ignore, { type Ignore } from "ignore";
import { type FileTree, type FolderEntry, within } from "../file-tree.ts";

/** The rules that hold in a folder: its own, followed by those of the folders around it. */
export interface IgnoreRules {
  /** Where the innermost rules stand. */
  readonly folder: string;
  /** Made when first asked: that takes a regular expression for each pattern, and most trees never get that far. */
  readonly rules: () => Ignore;
  /** What tells of most paths that none of all these rules speaks of them. Made when first asked, too. */
  readonly quick: () => QuickTest;
  readonly outer: IgnoreRules | undefined;
}

/** Which paths any of the rules can match, once it is known that none matches a folder around them. */
interface QuickTest {
  /** Last parts of paths, in small letters. */
  readonly names: ReadonlySet<string>;
  /** What last parts of paths end in. */
  readonly endings: readonly string[];
  readonly others: readonly Plain[];
}

/** What stands for itself in a pattern with wildcards or slashes, in small letters. */
interface Plain {
  /** What a path begins with, from a `/` for the root of the tree on. */
  readonly beginning: string;
  /** What a path holds, and the folder that these rules are for does not hold already. */
  readonly pieces: readonly string[];
  /** What the last part of a path holds with which it comes to hold the pieces. */
  readonly inName: readonly string[];
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
  let hasGit = false;
  let hasOwn = false;
  for (const { name, kind } of entries) {
    if (name === ".git" && kind === "folder") hasGit = true;
    // Like git, a .gitignore that is a symbolic link is not followed.
    if (name === ".gitignore" && kind === "file") hasOwn = true;
  }
  let innermost = outer;
  if (hasGit) innermost = withFile(tree, folder, ".git/info/exclude", innermost);
  if (hasOwn) innermost = withFile(tree, folder, ".gitignore", innermost);
  return innermost === undefined ? undefined : narrowed(innermost, folder);
}

/** Whether git ignores the file or folder called `name` at `path`. */
export function isIgnored(
  path: string,
  name: string,
  kind: "file" | "folder",
  innermost: IgnoreRules | undefined,
): boolean {
  // Most names are in no pattern; asking for all patterns in turn takes longer than reading the file.
  if (innermost === undefined || !mayMatch(innermost.quick(), name)) return false;
  const asked = kind === "folder" ? `${path}/` : path;
  for (let level: IgnoreRules | undefined = innermost; level !== undefined; level = level.outer) {
    const { ignored, unignored } = level.rules().test(below(level.folder, asked));
    if (ignored) return true;
    if (unignored) return false;
  }
  return false;
}

function below(folder: string, path: string): string {
  return folder === "" ? path : path.slice(folder.length + 1);
}

function mayMatch({ names, endings, others }: QuickTest, name: string): boolean {
  const small = name.toLowerCase();
  if (names.has(small)) return true;
  for (const ending of endings) if (small.endsWith(ending)) return true;
  for (const { inName } of others) if (holdsAll(small, inName)) return true;
  return false;
}

function holdsAll(text: string, pieces: readonly string[]): boolean {
  for (const piece of pieces) if (!text.includes(piece)) return false;
  return true;
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
  let made: Ignore | undefined;
  const rules = () => (made ??= ignore().add(patterns));
  return { folder, rules, quick: once(() => quickTest(patterns, folder, outer?.quick())), outer };
}

/**
 * A pattern that is a plain name, or a star and an ending, matches the last part of a path. Of all others, paths hold
 * the pieces that are no wildcards; and with a slash inside they match from the folder of their rules on.
 */
function quickTest(patterns: readonly string[], folder: string, outer: QuickTest | undefined): QuickTest {
  const names = new Set(outer?.names);
  const endings = new Set(outer?.endings);
  const others = [...(outer?.others ?? [])];
  for (const pattern of patterns) {
    if (pattern === "" || pattern.startsWith("#")) continue;
    const [, star, name] = /^!?(?:\*\*\/)?(\*?)([\w.@+-]+)\/?$/.exec(pattern) ?? [];
    if (name === undefined) others.push(plainPieces(pattern.trimEnd().toLowerCase(), folder.toLowerCase()));
    else if (star === "*") endings.add(name.toLowerCase());
    else names.add(name.toLowerCase());
  }
  return { names, endings: [...endings], others };
}

function plainPieces(pattern: string, folder: string): Plain {
  const [, beginning = ""] = /^!?(?=\/|.*\/.)\/?([\w.@+/-]+)/.exec(pattern) ?? [];
  // What is escaped or a choice of letters is not taken apart here; such a pattern is asked more often.
  const pieces = /[\\[\]]/.test(pattern) ? [] : (pattern.match(/[\w.@+/-]+/g) ?? []);
  return plain(`/${within(folder, beginning)}`, pieces);
}

function plain(beginning: string, pieces: readonly string[]): Plain {
  return { beginning, pieces, inName: pieces.map(lastPart) };
}

function lastPart(piece: string): string {
  const end = piece.endsWith("/") ? piece.length - 1 : piece.length;
  return piece.slice(piece.lastIndexOf("/", end - 1) + 1, end);
}

/** The same rules without those that can match nothing in `folder`, which spares asking them for each name in it. */
function narrowed({ folder, rules, quick, outer }: IgnoreRules, inside: string): IgnoreRules {
  return { folder, rules, quick: once(() => narrowedTest(quick(), inside)), outer };
}

/** Makes a thing when it is first asked for: in most folders there is nothing of which any rule could speak. */
function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

function narrowedTest(quick: QuickTest, folder: string): QuickTest {
  const { names, endings, others } = quick;
  if (others.length === 0 || folder === "") return quick;
  const inside = `/${folder.toLowerCase()}/`;
  const above = inside.lastIndexOf("/", inside.length - 2) + 1;
  const name = inside.slice(above, -1);
  // The rules come from the folder above, so what is settled there need not be asked again.
  const isUnchanged = ({ beginning, pieces, inName }: Plain) =>
    (beginning.length <= above || canBegin(inside, beginning)) &&
    !(inName.some((piece) => name.includes(piece)) && pieces.some((piece) => inside.includes(piece)));
  if (others.every(isUnchanged)) return quick;
  const left = others
    .filter(({ beginning }) => canBegin(inside, beginning))
    .map(({ beginning, pieces }) =>
      plain(
        beginning,
        pieces.filter((piece) => !inside.includes(piece)),
      ),
    );
  return { names, endings, others: left };
}

/** Whether a path in a folder can have this beginning. */
function canBegin(inside: string, beginning: string): boolean {
  return inside.startsWith(beginning) || beginning.startsWith(inside);
}

function isCheap(pattern: string): boolean {
  return pattern.length <= 500 && pattern.split("/").every((part) => part.split("*").length - 1 <= mostStars);
}

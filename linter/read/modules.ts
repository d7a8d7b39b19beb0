// Finds which file an import means, among the collected files only.
import { dirname, join } from "./paths.ts";

/** What the resolver needs to know of the project. */
export interface Files {
  readonly files: readonly string[];
  readonly readFile: (file: string) => string | undefined;
}

const endings = [".ts", ".tsx", ".js", ".jsx", ".mts", ".cts", ".mjs", ".cjs"];

interface Aliases {
  readonly folder: string;
  readonly base: string | null;
  readonly paths: readonly {
    readonly before: string;
    readonly after: string;
    readonly to: readonly string[];
  }[];
}

/** Resolves imports of one project. It remembers what it found, so it is made once per reading. */
export class Modules {
  private readonly known: ReadonlySet<string>;
  private readonly readFile: Files["readFile"];
  private readonly aliases = new Map<string, Aliases | null>();
  private workspace: Map<string, string> | undefined;
  private underApps: ReadonlyMap<string, string> | undefined;
  private readonly folders: ReadonlySet<string>;

  constructor(project: Files) {
    this.known = new Set(project.files);
    this.readFile = project.readFile;
    const folders = new Set<string>();
    for (const file of project.files)
      for (let folder = dirname(file); !folders.has(folder); folder = dirname(folder)) folders.add(folder);
    this.folders = folders;
  }

  /** The file that `specifier` means in `from`, or undefined for a package or a file that was not collected. */
  resolve(from: string, specifier: string): string | undefined {
    if (specifier.startsWith(".")) return this.file(join(dirname(from), specifier));
    for (let folder = dirname(from); ; folder = dirname(folder)) {
      const aliases = this.aliasesOf(folder);
      if (aliases !== null) {
        const found = this.throughAliases(aliases, specifier);
        if (found !== undefined) return found;
      }
      if (folder === "." || folder === "/") break;
    }
    return this.throughWorkspace(specifier) ?? this.fromSourceRoot(from, specifier);
  }

  /** The file under an `app/<folder>/` that these names lead to, as Egg finds it: `userAccount` is `user_account.js`. */
  underApp(folder: string, names: readonly string[]): string | undefined {
    this.underApps ??= new Map(
      [...this.known].flatMap((file) => {
        const place = /(?:^|\/)app\/(controller|service)\/(.*)\.[cm]?[jt]s$/.exec(file);
        return place === null ? [] : [[`${place[1]}:${spelledAlike(place[2] ?? "")}`, file] as const];
      }),
    );
    return this.underApps.get(`${folder}:${spelledAlike(names.join("/"))}`);
  }

  private file(path: string): string | undefined {
    if (path.startsWith("../")) return undefined;
    if (this.known.has(path)) return path;
    for (const ending of endings) if (this.known.has(path + ending)) return path + ending;
    // TypeScript sources import each other under the names that they are compiled to.
    const source = path.replace(/\.([cm]?)jsx?$/, ".$1ts");
    if (source !== path && this.known.has(source)) return source;
    for (const ending of endings)
      if (this.known.has(`${path}/index${ending}`)) return `${path}/index${ending}`;
    return undefined;
  }

  private aliasesOf(folder: string): Aliases | null {
    const known = this.aliases.get(folder);
    if (known !== undefined) return known;
    let found: Aliases | null = null;
    for (const name of ["tsconfig.json", "jsconfig.json", "tsconfig.base.json"]) {
      const text = this.readFile(join(folder, name));
      if (text === undefined) continue;
      found = aliasesIn(folder, text);
      if (found !== null) break;
    }
    this.aliases.set(folder, found);
    return found;
  }

  private throughAliases(aliases: Aliases, specifier: string): string | undefined {
    for (const { before, after, to } of aliases.paths) {
      if (
        !specifier.startsWith(before) ||
        !specifier.endsWith(after) ||
        specifier.length < before.length + after.length
      )
        continue;
      const middle = specifier.slice(before.length, specifier.length - after.length);
      for (const target of to) {
        const found = this.file(join(aliases.folder, aliases.base ?? ".", target.replace("*", middle)));
        if (found !== undefined) return found;
      }
    }
    return aliases.base === null ? undefined : this.file(join(aliases.folder, aliases.base, specifier));
  }

  /** A package of the same workspace, by the name in its package.json. */
  private throughWorkspace(specifier: string): string | undefined {
    this.workspace ??= this.workspaceNames();
    const name = specifier.startsWith("@")
      ? specifier.split("/", 2).join("/")
      : (specifier.split("/", 1)[0] ?? "");
    const folder = this.workspace.get(name);
    if (folder === undefined) return undefined;
    const rest = specifier.slice(name.length + 1);
    const places =
      rest === "" ? ["src/index", "index", "src/main", "lib/index"] : [rest, `src/${rest}`, `lib/${rest}`];
    for (const place of places) {
      const found = this.file(join(folder, place));
      if (found !== undefined) return found;
    }
    return undefined;
  }

  private workspaceNames(): Map<string, string> {
    const names = new Map<string, string>();
    for (const folder of this.folders) {
      // Packages of a workspace sit near the root; deeper folders are their insides.
      if (folder === "." || folder.split("/").length > 4 || /(^|\/)(src|lib|test|tests)(\/|$)/.test(folder))
        continue;
      const text = this.readFile(`${folder}/package.json`);
      const name = text === undefined ? undefined : /"name"\s*:\s*"([^"]+)"/.exec(text)?.[1];
      if (name !== undefined) names.set(name, folder);
    }
    return names;
  }

  /** `src/…`, `@/…` and `~/…` without a tsconfig that says so, as bundlers take them: from a folder above. */
  private fromSourceRoot(from: string, specifier: string): string | undefined {
    const plain = specifier.replace(/^[@~]\//, "");
    if (plain === specifier && !/^(src|app|lib|server)\//.test(specifier)) return undefined;
    for (let folder = dirname(from); ; folder = dirname(folder)) {
      const found =
        this.file(join(folder, plain)) ??
        (plain === specifier ? undefined : this.file(join(folder, "src", plain)));
      if (found !== undefined) return found;
      if (folder === "." || folder === "/") return undefined;
    }
  }
}

/** `paths` and `baseUrl` of a tsconfig; `extends` is not followed, so nothing outside the root is ever read. */
function aliasesIn(folder: string, text: string): Aliases | null {
  let config: unknown;
  try {
    config = JSON.parse(withoutComments(text));
  } catch {
    return null;
  }
  const options = field(config, "compilerOptions");
  const base = field(options, "baseUrl");
  const paths = field(options, "paths");
  const found: { before: string; after: string; to: string[] }[] = [];
  if (typeof paths === "object" && paths !== null)
    for (const [pattern, targets] of Object.entries(paths)) {
      if (!Array.isArray(targets)) continue;
      const star = pattern.indexOf("*");
      found.push({
        before: star === -1 ? pattern : pattern.slice(0, star),
        after: star === -1 ? "" : pattern.slice(star + 1),
        to: targets.filter((target) => typeof target === "string"),
      });
    }
  if (found.length === 0 && typeof base !== "string") return null;
  return { folder, base: typeof base === "string" ? base : null, paths: found };
}

function field(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined;
}

function spelledAlike(path: string): string {
  return path.replaceAll(/[_-]/g, "").toLowerCase();
}

/** JSON with comments and trailing commas, as tsconfig files are written, made plain. */
function withoutComments(text: string): string {
  return text
    .replaceAll(
      /("(?:[^"\\]|\\.)*")|\/\/[^\n]*|\/\*[\s\S]*?\*\//g,
      (_, quoted: string | undefined) => quoted ?? "",
    )
    .replaceAll(/,(\s*[}\]])/g, "$1");
}

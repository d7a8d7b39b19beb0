// Finds which file an import means, among the collected files only.
import { type PackageFile, readPackage, sourcesOf } from "./package-files.ts";
import { type Aliases, bundlerAliases, tsconfigAliases } from "./path-aliases.ts";
import { dirname, join } from "./paths.ts";

/** What the resolver needs to know of the project. */
export interface Files {
  readonly files: readonly string[];
  readonly readFile: (file: string) => string | undefined;
}

const endings = [".ts", ".tsx", ".js", ".jsx", ".mts", ".cts", ".mjs", ".cjs", ".vue", ".svelte"];
const bundlers = [
  "vite.config",
  "webpack.config",
  "vue.config",
  "nuxt.config",
  "svelte.config",
  "babel.config",
];

/** Resolves imports of one project. It remembers what it found, so it is made once per reading. */
export class Modules {
  private readonly known: ReadonlySet<string>;
  private readonly readFile: Files["readFile"];
  private readonly aliases = new Map<string, readonly Aliases[]>();
  private readonly packages = new Map<string, PackageFile | undefined>();
  private workspace: Map<string, PackageFile> | undefined;
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
      const found = this.namedIn(folder, specifier);
      if (found !== undefined) return found;
      if (folder === "." || folder === "/") break;
    }
    return this.throughWorkspace(specifier) ?? this.fromSourceRoot(from, specifier);
  }

  /** What a folder's own configuration says of a name. */
  private namedIn(folder: string, specifier: string): string | undefined {
    for (const aliases of this.aliasesOf(folder)) {
      const found = this.throughAliases(aliases, specifier);
      if (found !== undefined) return found;
    }
    const own = this.packageOf(folder);
    if (own === undefined) return undefined;
    if (specifier.startsWith("#")) return this.first(own, own.inner(specifier));
    for (const [name, to] of Object.entries(own.aliases)) {
      if (specifier !== name && !specifier.startsWith(`${name}/`)) continue;
      const found = this.file(join(folder, to, specifier.slice(name.length)));
      if (found !== undefined) return found;
    }
    return undefined;
  }

  private packageOf(folder: string): PackageFile | undefined {
    if (!this.packages.has(folder)) {
      const text = this.readFile(join(folder, "package.json"));
      this.packages.set(folder, text === undefined ? undefined : readPackage(folder, text));
    }
    return this.packages.get(folder);
  }

  /** The first of a package's targets whose source is there. */
  private first({ folder }: PackageFile, targets: readonly string[]): string | undefined {
    for (const target of targets)
      for (const place of sourcesOf(folder, target)) {
        const found = this.file(place);
        if (found !== undefined) return found;
      }
    return undefined;
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

  private aliasesOf(folder: string): readonly Aliases[] {
    const known = this.aliases.get(folder);
    if (known !== undefined) return known;
    const found: Aliases[] = [];
    // While this is worked out, a package that a tsconfig extends may be asked for.
    this.aliases.set(folder, found);
    const names = ["tsconfig.json", "jsconfig.json", "tsconfig.base.json", "tsconfig.app.json"];
    for (const name of names) {
      const aliases = tsconfigAliases(join(folder, name), this.readFile, (specifier) =>
        this.inWorkspace(specifier),
      );
      if (aliases !== null) {
        found.push(aliases);
        break;
      }
    }
    for (const name of bundlers)
      for (const ending of [".ts", ".js", ".mjs", ".cjs"]) {
        const file = join(folder, name + ending);
        const text = this.known.has(file) ? this.readFile(file) : undefined;
        if (text !== undefined) found.push(bundlerAliases(file, text));
      }
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
        // Without a star the whole name is meant.
        if (!target.includes("*") && middle !== "") continue;
        const found = this.file(join(target.replace("*", middle)));
        if (found !== undefined) return found;
      }
    }
    return aliases.base === null ? undefined : this.file(join(aliases.base, specifier));
  }

  /** A package of the same workspace, by the name in its package.json. */
  private throughWorkspace(specifier: string): string | undefined {
    const { own, rest } = this.packageNamed(specifier);
    if (own === undefined) return undefined;
    const told = this.first(own, own.targets(rest));
    if (told !== undefined) return told;
    const places =
      rest === "" ? ["src/index", "index", "src/main", "lib/index"] : [rest, `src/${rest}`, `lib/${rest}`];
    for (const place of places) {
      const found = this.file(join(own.folder, place));
      if (found !== undefined) return found;
    }
    return undefined;
  }

  private packageNamed(specifier: string): { own: PackageFile | undefined; rest: string } {
    this.workspace ??= this.workspacePackages();
    const parts = specifier.split("/");
    const name = parts.slice(0, specifier.startsWith("@") ? 2 : 1).join("/");
    return { own: this.workspace.get(name), rest: specifier.slice(name.length + 1) };
  }

  /** Where a file of a workspace's package would be, whether or not it was collected. */
  private inWorkspace(specifier: string): string | undefined {
    const { own, rest } = this.packageNamed(specifier);
    const found = own ?? this.packageWithoutCode(specifier.slice(0, specifier.length - rest.length));
    return found === undefined ? undefined : join(found.folder, rest === "" ? "tsconfig.json" : rest);
  }

  /** Settings that packages share often lie in one that holds no code, so that no file of it was collected. */
  private packageWithoutCode(specifier: string): PackageFile | undefined {
    const name = specifier.replace(/\/$/, "");
    const last = name.slice(name.lastIndexOf("/") + 1);
    for (const parent of ["packages", "tooling", "config", "configs", "libs", "internal"]) {
      const found = this.packageOf(join(parent, last));
      if (found?.name === name) return found;
    }
    return undefined;
  }

  private workspacePackages(): Map<string, PackageFile> {
    const packages = new Map<string, PackageFile>();
    for (const folder of this.folders) {
      // Packages of a workspace sit near the root; deeper folders are their insides.
      if (folder === "." || folder.split("/").length > 4 || /(^|\/)(src|lib|test|tests)(\/|$)/.test(folder))
        continue;
      const found = this.packageOf(folder);
      if (found?.name !== undefined) packages.set(found.name, found);
    }
    return packages;
  }

  /** `src/…`, `@/…` and `~/…` without a tsconfig that says so, as bundlers take them: from a folder above. */
  private fromSourceRoot(from: string, specifier: string): string | undefined {
    const plain = specifier.replace(/^(?:[@~]|@@|~~)\//, "").replace(/^\$lib(?=\/|$)/, "src/lib");
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

function spelledAlike(path: string): string {
  return path.replaceAll(/[_-]/g, "").toLowerCase();
}

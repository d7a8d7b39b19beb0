// Reads the names that a project gives to its folders: `paths` of a tsconfig, with what it extends, and bundlers' aliases.
import { dirname, join } from "./paths.ts";

/** The aliases that hold in a folder. All places are relative to the scanned root. */
export interface Aliases {
  /** What plain names are looked for in. */
  readonly base: string | null;
  readonly paths: readonly {
    readonly before: string;
    readonly after: string;
    readonly to: readonly string[];
  }[];
}

type ReadFile = (file: string) => string | undefined;
/** The file that is meant by an `extends` which names a package of the same workspace. */
type FindPackage = (specifier: string) => string | undefined;

/** The aliases in a tsconfig; nothing outside the root is read, and what extends itself comes to an end. */
export function tsconfigAliases(file: string, readFile: ReadFile, findPackage: FindPackage): Aliases | null {
  const found = read(file, readFile, findPackage, new Set());
  return found === undefined || (found.paths.length === 0 && found.base === null) ? null : found;
}

function read(
  file: string,
  readFile: ReadFile,
  findPackage: FindPackage,
  seen: Set<string>,
): Aliases | undefined {
  if (seen.has(file) || file.startsWith("..") || file.startsWith("/") || seen.size > 12) return undefined;
  seen.add(file);
  const text = readFile(file);
  const config = text === undefined ? undefined : parsed(text);
  if (config === undefined) return undefined;
  const folder = dirname(file);
  const options = field(config, "compilerOptions");
  const written = field(options, "baseUrl");
  const base = typeof written === "string" ? join(folder, placed(written)) : null;
  const paths = pathsIn(field(options, "paths"), base ?? folder);
  const extended = field(config, "extends");
  const parents = (Array.isArray(extended) ? extended : [extended])
    .filter((one) => typeof one === "string")
    .flatMap((one) => {
      const place = one.startsWith(".") ? join(folder, one) : findPackage(one);
      if (place === undefined) return [];
      const candidates = place.endsWith(".json") ? [place] : [`${place}.json`, join(place, "tsconfig.json")];
      for (const candidate of candidates) {
        const parent = read(candidate, readFile, findPackage, seen);
        if (parent !== undefined) return [parent];
      }
      return [];
    });
  // The last one that says something counts, and what a file says itself counts before that.
  const inherited = parents.findLast((parent) => parent.paths.length > 0)?.paths ?? [];
  return {
    base: base ?? parents.findLast((parent) => parent.base !== null)?.base ?? null,
    paths: paths.length > 0 ? paths : inherited,
  };
}

function pathsIn(paths: unknown, folder: string): Aliases["paths"] {
  if (typeof paths !== "object" || paths === null) return [];
  return Object.entries(paths).flatMap(([pattern, targets]: [string, unknown]) => {
    if (!Array.isArray(targets)) return [];
    const star = pattern.indexOf("*");
    return [
      {
        before: star === -1 ? pattern : pattern.slice(0, star),
        after: star === -1 ? "" : pattern.slice(star + 1),
        to: targets
          .filter((target) => typeof target === "string")
          .map((target) => join(folder, placed(target))),
      },
    ];
  });
}

function placed(path: string): string {
  return path.replace("${configDir}", ".");
}

/**
 * The aliases in the configuration of a bundler, as far as they are written out: `"@": path.resolve(__dirname, "src")`,
 * `"@": fileURLToPath(new URL("./src", import.meta.url))`, `"@": "./src"` under `alias`. The file is not run.
 */
export function bundlerAliases(file: string, text: string): Aliases {
  const folder = dirname(file);
  const found: { before: string; after: string; to: string[] }[] = [];
  const begin = text.search(/\balias\b/);
  const written =
    /["']?([\w@~#$/.-]{1,60})["']?\s{0,9}:\s{0,9}(?:(?:path\.)?(?:resolve|join)\(\s{0,9}(?:__dirname|import\.meta\.dirname|process\.cwd\(\))\s{0,9},\s{0,9}|(?:fileURLToPath\(\s{0,9})?new URL\(\s{0,9})?["'](\.{0,2}\/?[\w./-]{1,200})["']/g;
  if (begin === -1) return { base: null, paths: [] };
  for (const [, name = "", place = ""] of text.slice(begin, begin + 20_000).matchAll(written)) {
    const to = join(folder, place);
    found.push({ before: name.replace(/\/$/, ""), after: "", to: [to] });
    found.push({ before: `${name.replace(/\/$/, "")}/`, after: "", to: [`${to}/*`] });
  }
  return { base: null, paths: found };
}

/** JSON with comments and trailing commas, as tsconfig files are written. */
function parsed(text: string): unknown {
  const plain = text
    .replaceAll(
      /("(?:[^"\\]|\\.)*")|\/\/[^\n]*|\/\*[\s\S]*?\*\//g,
      (_, quoted: string | undefined) => quoted ?? "",
    )
    .replaceAll(/,(\s*[}\]])/g, "$1");
  try {
    return JSON.parse(plain);
  } catch {
    return undefined;
  }
}

function field(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null && Object.hasOwn(value, name)
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;
}

// Reads what package.json says of the files of a package: where it begins, what it exports and its inner names.
import { join } from "./paths.ts";

/** The part of a package.json by which imports are resolved. */
export interface PackageFile {
  readonly folder: string;
  readonly name: string | undefined;
  /** Paths from the folder of the package, best first, for what is asked for; empty where nothing is said. */
  readonly targets: (subpath: string) => readonly string[];
  /** The same for names that begin with `#`. */
  readonly inner: (name: string) => readonly string[];
  /** Names that a loader replaces, as `module-alias` takes them. */
  readonly aliases: Readonly<Record<string, string>>;
}

/** Reads a package.json; undefined if it is none. */
export function readPackage(folder: string, text: string): PackageFile | undefined {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return undefined;
  }
  const name = field(json, "name");
  const exported = field(json, "exports");
  const entry = ["source", "module", "main", "types", "typings"].flatMap((key) => textsIn(field(json, key)));
  return {
    folder,
    name: typeof name === "string" ? name : undefined,
    targets: (subpath) => [
      ...told(exported, subpath === "" ? "." : `./${subpath}`),
      ...(subpath === "" ? entry : []),
    ],
    inner: (wanted) => told(field(json, "imports"), wanted),
    aliases: Object.fromEntries(
      Object.entries(field(json, "_moduleAliases") ?? {}).filter(([, to]) => typeof to === "string"),
    ),
  };
}

/** What a map of exports or imports says of a name. Conditions such as `import` and `types` are all looked into. */
function told(map: unknown, wanted: string): string[] {
  if (typeof map === "string" || isConditions(map)) return wanted === "." ? textsIn(map) : [];
  if (typeof map !== "object" || map === null) return [];
  const exact: unknown = Object.hasOwn(map, wanted) ? field(map, wanted) : undefined;
  if (exact !== undefined) return textsIn(exact);
  for (const [pattern, to] of Object.entries(map)) {
    const star = pattern.indexOf("*");
    const [before, after] = [pattern.slice(0, star), pattern.slice(star + 1)];
    if (star === -1 || !wanted.startsWith(before) || !wanted.endsWith(after)) continue;
    if (wanted.length < before.length + after.length) continue;
    const middle = wanted.slice(before.length, wanted.length - after.length);
    return textsIn(to).map((target) => target.replaceAll("*", middle));
  }
  return [];
}

function isConditions(map: unknown): boolean {
  return (
    typeof map === "object" &&
    map !== null &&
    Object.keys(map).every((key) => !key.startsWith(".") && !key.startsWith("#"))
  );
}

function textsIn(value: unknown, depth = 0): string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null || depth > 5) return [];
  return Object.values(value).flatMap((one) => textsIn(one, depth + 1));
}

function field(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null && Object.hasOwn(value, name)
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;
}

/** Where the source of a built file may lie: of `./dist/index.js` it is `src/index.js` or `index.js`. */
export function sourcesOf(folder: string, target: string): string[] {
  const path = join(target).replace(/\.d\.([cm]?)ts$/, ".$1ts");
  const built = /^(?:dist|build|lib|out|esm|cjs|es|output)\/(?:(?:esm|cjs|es|src|types|module)\/)?(.*)$/.exec(
    path,
  )?.[1];
  const places = built === undefined ? [path] : [path, `src/${built}`, built, `lib/${built}`];
  return places.filter((place) => !place.startsWith("../")).map((place) => join(folder, place));
}

// Names that are there without an import: Nitro, and Nuxt with it, hands what `server/utils` exports to all of `server`.
// Read in nitropack 2.13.6 and the unimport that it uses.
import type { Run } from "./run.ts";

/** A file that exports a name. */
interface Exported {
  readonly file: string;
  readonly name: string;
}

const known = new WeakMap<Run, Map<string, ReadonlyMap<string, Exported>>>();

/** The file whose export a name in this file means that nobody imports or declares. */
export function autoImported(run: Run, file: string, name: string): Exported | undefined {
  const server = /^(?:.*\/)?server\//.exec(file)?.[0];
  if (server === undefined) return undefined;
  const roots = known.get(run) ?? new Map<string, ReadonlyMap<string, Exported>>();
  known.set(run, roots);
  const names = roots.get(server) ?? namesUnder(run, `${server}utils/`);
  roots.set(server, names);
  const found = names.get(name);
  return found?.file === file ? undefined : found;
}

function namesUnder(run: Run, folder: string): ReadonlyMap<string, Exported> {
  const names = new Map<string, Exported>();
  const files = run.project.files.filter((file) => file.startsWith(folder) && /\.[cm]?[jt]s$/.test(file));
  for (const file of files)
    for (const [name, exported] of namesIn(file, run.project.textOf(file) ?? ""))
      if (!names.has(name)) names.set(name, { file, name: exported });
  return names;
}

const declared =
  /\bexport\s+(?:declare\s+)?(?:async\s+)?(?:function\s*\*?|const|let|var|class|enum)\s+([A-Za-z_$][\w$]*)/g;
const listed = /\bexport\s*\{([^}]{1,2000})\}/g;

/** The names that a file exports, each with the one that it is exported under. */
function namesIn(file: string, text: string): readonly (readonly [name: string, exported: string])[] {
  const names = [...text.matchAll(declared)].flatMap(([, name]) => (name === undefined ? [] : [name]));
  for (const [, list = ""] of text.matchAll(listed))
    for (const one of list.split(",")) {
      const last = one.trim().split(/\s+/).at(-1);
      if (last !== undefined && /^[\w$]+$/.test(last) && last !== "default") names.push(last);
    }
  const all = names.map((name) => [name, name] as const);
  return /\bexport\s+default\b/.test(text) ? [...all, [nameOfFile(file), "default"]] : all;
}

/** What a file exports by default goes by the name of the file, or of its folder. */
function nameOfFile(file: string): string {
  const [, folder = "", name = ""] = /([^/]*)\/([^/]*?)\.[^/]*$/.exec(file) ?? [];
  const own = name === "index" ? folder : name;
  return own.replaceAll(/[-_.]+(\w)/g, (_, first: string) => first.toUpperCase());
}

// Says which packages a bundle loads before it does anything: those that static imports lead to.
import type { Metafile } from "esbuild";

/** Packages and built-in modules that the output `entry` imports statically, itself or through its chunks. */
export function importsAtStart(metafile: Metafile, entry: string): ReadonlySet<string> {
  const packages = new Set<string>();
  const seen = new Set([entry]);
  // A set grows while it is walked: what is added is visited too.
  for (const file of seen)
    for (const { path, kind, external } of metafile.outputs[file]?.imports ?? []) {
      if (kind !== "import-statement") continue;
      if (external) packages.add(path);
      else seen.add(path);
    }
  return packages;
}

// Says which packages a bundle loads before it does anything: those that static imports lead to.

/**
 * Packages and built-in modules that `entry` imports statically, itself or through its chunks.
 *
 * @param {import("esbuild").Metafile} metafile what esbuild says about its outputs
 * @param {string} entry the output to start from, as the metafile names it
 * @returns {ReadonlySet<string>}
 */
export function importsAtStart(metafile, entry) {
  /** @type {Set<string>} */
  const packages = new Set();
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

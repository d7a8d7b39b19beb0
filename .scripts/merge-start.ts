// Makes one file of those that a bundle loads together: each file is looked for, read and compiled by itself.
import { writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { build, type BuildOptions, type Metafile } from "esbuild";

/**
 * Merges the output `main` of an earlier build with all others that it imports statically into one file of CommonJS, and
 * gives its path. The others stay as names that pass its exports on, for whatever else imports them.
 */
export async function mergeStart(
  { outputs }: Metafile,
  { root, main }: { readonly root: string; readonly main: string },
  options: BuildOptions,
): Promise<string> {
  const merged = [...loadedWith(outputs, main)];
  const start = main.replace(/\.js$/, ".cjs");
  const names = new Set(merged.map((output) => basename(output)));
  /** An export of a file and how it is called in the merged one, where several may have one name. */
  const renamed = (output: string): readonly (readonly [own: string, merged: string])[] =>
    (outputs[output]?.exports ?? []).map((name) => [
      name,
      output === main ? name : `${name}_${merged.indexOf(output)}`,
    ]);

  await build({
    ...options,
    stdin: {
      contents: merged
        .map((output) => {
          const exported = renamed(output).map(([own, merged]) => `${own} as ${merged}`);
          return `export { ${exported.join(", ")} } from "./${basename(output)}";`;
        })
        .join("\n"),
      resolveDir: join(root, dirname(main)),
    },
    outfile: join(root, start),
    // These files are all there for what they do, whatever package.json says of their folder.
    ignoreAnnotations: true,
    plugins: [
      {
        name: "only-what-is-loaded-together",
        setup(toBuild) {
          toBuild.onResolve({ filter: /^\.\// }, ({ path, kind }) =>
            kind === "dynamic-import" || !names.has(basename(path)) ? { path, external: true } : undefined,
          );
        },
      },
    ],
  });
  for (const output of merged) {
    const passed = renamed(output).map(([own, merged]) => `${merged} as ${own}`);
    writeFileSync(join(root, output), `export { ${passed.join(", ")} } from "./${basename(start)}";\n`);
  }
  return start;
}

/** Outputs that this one leads to by static imports, itself included. */
function loadedWith(outputs: Metafile["outputs"], from: string): ReadonlySet<string> {
  const loaded = new Set([from]);
  // A set grows while it is walked: what is added is visited too.
  for (const output of loaded)
    for (const { path, kind, external } of outputs[output]?.imports ?? [])
      if (kind === "import-statement" && external !== true) loaded.add(path);
  return loaded;
}

// Builds the command: bundles linter/cli/onefactor.ts and all of ours that it needs into a folder; packages stay outside.
import { chmodSync, readdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, type BuildOptions, type Plugin } from "esbuild";
import { importsAtStart } from "./imports-at-start.ts";
import { mergeStart } from "./merge-start.ts";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * Takes these modules of Node from the process instead of importing them. An import needs a namespace with the value of
 * every export, and some of them load much more of Node when they are asked for: streams and promises for one that the
 * command never opens a file with. That took some 3 ms of the 22 that `onefactor lint` starts in after Node itself.
 */
const nodeWithoutNamespaces: Plugin = {
  name: "node-without-namespaces",
  setup(toBuild) {
    toBuild.onResolve({ filter: /^node:(?:fs|util)$/ }, ({ path }) => ({ path, namespace: "node" }));
    toBuild.onLoad({ filter: /.*/, namespace: "node" }, ({ path }) => ({
      contents: [
        `const whole = process.getBuiltinModule(${JSON.stringify(path)});`,
        ...Object.keys(process.getBuiltinModule(path) ?? {}).map(
          (name) => `export const ${name} = /* @__PURE__ */ (() => whole.${name})();`,
        ),
      ].join("\n"),
    }));
  },
};

const options = {
  absWorkingDir: root,
  bundle: true,
  format: "esm",
  platform: "node",
  target: "node20",
  packages: "external",
  plugins: [nodeWithoutNamespaces],
  legalComments: "none",
  metafile: true,
  logLevel: "warning",
} as const satisfies BuildOptions;

/**
 * Builds the command into `folder` of this project, as `onefactor.js`, the chunks that it loads when needed, and what
 * its second thread runs.
 *
 * @throws where esbuild finds something to complain about, and where the command would load ts-morph at its start
 */
export async function buildCommand(folder: string = join(root, "dist")): Promise<void> {
  const command = await build({
    ...options,
    entryPoints: { onefactor: "linter/cli/onefactor.ts" },
    outdir: folder,
    chunkNames: "[name]-[hash]",
    splitting: true,
  });
  const outputOf = (source: string): string =>
    Object.entries(command.metafile.outputs).find(([, { entryPoint }]) => entryPoint === source)?.[0] ?? "";
  const [entry, main] = [outputOf("linter/cli/onefactor.ts"), outputOf("linter/cli/main.ts")];
  await mergeStart(command.metafile, { root, entry, main }, options);
  // By itself: what the two have in common would be one more file to load at the start of both.
  const thread = await build({
    ...options,
    entryPoints: { "search-worker": "linter/cli/search-worker.ts" },
    outdir: folder,
  });
  const warnings = command.warnings.length + thread.warnings.length;
  if (warnings > 0) throw new Error(`The command was built with ${warnings} warnings; see above.`);
  // ts-morph brings all of TypeScript along; whoever asks for --help or has nothing to scan must not wait for it.
  if (importsAtStart(command.metafile, main).has("ts-morph"))
    throw new Error(
      "The command would load ts-morph at its start. Import it with `await import(…)` where it is needed.",
    );
  chmodSync(join(folder, "onefactor.js"), 0o755);

  // Chunks carry hashes in their names. Those of an earlier build would be packed along with the new ones; they go only
  // now, because a command that is still running may load one.
  const outputs = [command, thread].flatMap(({ metafile }) => Object.keys(metafile.outputs));
  const written = new Set(outputs.map((output) => join(root, output)));
  for (const file of readdirSync(folder))
    if (file.endsWith(".js") && !written.has(join(folder, file))) rmSync(join(folder, file));
}

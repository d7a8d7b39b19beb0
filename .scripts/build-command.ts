// Builds the command: bundles linter/cli/onefactor.ts and all of ours that it needs into a folder; packages stay outside.
import { chmodSync, readdirSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
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
 * What a command loads at its start is CommonJS, and what it loads later are modules: Node gets its loader of modules
 * ready only when the first one is asked for, which takes longer than searching hundreds of files.
 */
const commonJs = {
  format: "cjs",
  define: { "import.meta.url": "importMetaUrl" },
  banner: { js: '"use strict";\nconst importMetaUrl = require("node:url").pathToFileURL(__filename).href;' },
  // Whoever imports it as a module is told the names of its exports by a comment that esbuild writes for Node.
  platform: "node",
} as const satisfies BuildOptions;

/**
 * Builds the command into `folder` of this project, as `onefactor.cjs`, the chunks that it loads when needed, and what
 * its second thread runs.
 *
 * @throws where esbuild finds something to complain about, and where the command would load ts-morph at its start
 */
export async function buildCommand(folder: string = join(root, "dist")): Promise<void> {
  const modules = await build({
    ...options,
    entryPoints: { main: "linter/cli/main.ts" },
    entryNames: "[name]-[hash]",
    outdir: folder,
    chunkNames: "[name]-[hash]",
    splitting: true,
  });
  const { outputs } = modules.metafile;
  const [main = ""] = Object.keys(outputs).filter(
    (output) => outputs[output]?.entryPoint === "linter/cli/main.ts",
  );
  // ts-morph brings all of TypeScript along; whoever asks for --help or has nothing to scan must not wait for it.
  if (importsAtStart(modules.metafile, main).has("ts-morph"))
    throw new Error(
      "The command would load ts-morph at its start. Import it with `await import(…)` where it is needed.",
    );
  const start = await mergeStart(modules.metafile, { root, main }, { ...options, ...commonJs });
  const programs = await build({
    ...options,
    ...commonJs,
    // By itself: what the two have in common with the command would be more files to load at the start of each.
    entryPoints: { onefactor: "linter/cli/onefactor.ts", "search-worker": "linter/cli/search-worker.ts" },
    outdir: folder,
    outExtension: { ".js": ".cjs" },
    // Makes of `import("./main.ts")` a `require`.
    supported: { "dynamic-import": false },
    plugins: [
      ...options.plugins,
      {
        name: "start-by-itself",
        setup: (toBuild) =>
          toBuild.onResolve({ filter: /\/main\.ts$/ }, () => ({
            path: `./${basename(start)}`,
            external: true,
          })),
      },
    ],
  });
  const warnings = modules.warnings.length + programs.warnings.length;
  if (warnings > 0) throw new Error(`The command was built with ${warnings} warnings; see above.`);
  chmodSync(join(folder, "onefactor.cjs"), 0o755);

  // Chunks carry hashes in their names. Those of an earlier build would be packed along with the new ones; they go only
  // now, because a command that is still running may load one.
  const written = new Set(
    [start, ...[modules, programs].flatMap(({ metafile }) => Object.keys(metafile.outputs))]
      .filter((output) => output !== main)
      .map((output) => join(root, output)),
  );
  for (const file of readdirSync(folder))
    if (/\.c?js$/.test(file) && !written.has(join(folder, file))) rmSync(join(folder, file));
}

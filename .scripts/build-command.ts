// Builds the command: bundles linter/cli/onefactor.ts and all of ours that it needs into dist/; packages stay outside.
import { chmodSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { importsAtStart } from "./imports-at-start.ts";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const dist = join(root, "dist");

// Chunks carry hashes in their names: those of an earlier build would be packed along with the new ones.
mkdirSync(dist, { recursive: true });
for (const file of readdirSync(dist)) if (file.endsWith(".js")) rmSync(join(dist, file));

const { metafile, warnings } = await build({
  absWorkingDir: root,
  entryPoints: { onefactor: "linter/cli/onefactor.ts" },
  outdir: "dist",
  chunkNames: "[name]-[hash]",
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node20",
  packages: "external",
  legalComments: "none",
  metafile: true,
  logLevel: "warning",
});

const problems = warnings.map((warning) => warning.text);
// ts-morph brings all of TypeScript along; whoever asks for --help or has nothing to scan must not wait for it.
if (importsAtStart(metafile, "dist/onefactor.js").has("ts-morph"))
  problems.push(
    "ts-morph is loaded at the start of the command; import it with `await import(…)` where it is needed.",
  );

if (problems.length > 0) {
  for (const problem of problems) console.error(`build-command: ${problem}`);
  process.exit(1);
}
chmodSync(join(dist, "onefactor.js"), 0o755);

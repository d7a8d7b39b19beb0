// What linting a large repository costs as a whole command, beside merely reading its files and beside other linters.
// ONEFACTOR_BENCH_TREE measures a folder of your own too; ONEFACTOR_BENCH_ESLINT names a folder in which eslint,
// typescript-eslint and typescript are installed, which takes some 100 MB and so is no dependency of this project.
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, test } from "vitest";
import { buildCommand } from "../../.scripts/build-command.ts";
import { withHundreds, withoutTexts, writeMadeTree } from "./bench/made-tree.ts";
import { type Command, measured, table } from "./bench/whole-command.ts";

const root = resolve(import.meta.dirname, "../..");
const folder = mkdtempSync(join(tmpdir(), "onefactor-bench-"));
const built = join(root, "dist/onefactor.js");
const ownTree = process.env["ONEFACTOR_BENCH_TREE"];
const eslintFolder = process.env["ONEFACTOR_BENCH_ESLINT"];

beforeAll(() => buildCommand());
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function commandsFor(tree: string): readonly Command[] {
  const script = (name: string, ...args: string[]): Command => ({ name, args, cwd: tree });
  return [
    script("merely reading the files", join(import.meta.dirname, "bench/merely-reading.mjs"), "."),
    script("onefactor lint", built, "lint"),
    script(
      "oxlint, its own rules",
      join(root, "node_modules/oxlint/bin/oxlint"),
      "--disable-nested-config",
      "--silent",
      ".",
    ),
    ...(eslintFolder === undefined
      ? []
      : [script("typescript-eslint, one typed rule", ...typedLint(tree, eslintFolder))]),
  ];
}

/** ESLint with the types of a whole folder and the one rule that asks for least of them. */
function typedLint(tree: string, installed: string): readonly string[] {
  const project = join(folder, "tsconfig.json");
  const config = join(folder, "eslint.config.mjs");
  writeFileSync(
    project,
    JSON.stringify({
      compilerOptions: {
        module: "esnext",
        moduleResolution: "bundler",
        allowImportingTsExtensions: true,
        noEmit: true,
        skipLibCheck: true,
        types: [],
        jsx: "preserve",
      },
      include: [`${tree}/**/*.ts`, `${tree}/**/*.tsx`],
      exclude: ["**/node_modules"],
    }),
  );
  const parser = join(resolve(installed), "node_modules/typescript-eslint/dist/index.js");
  writeFileSync(
    config,
    `import tseslint from ${JSON.stringify(parser)};
export default [{
  files: ["**/*.ts", "**/*.tsx"],
  languageOptions: { parser: tseslint.parser, parserOptions: { project: ${JSON.stringify(project)} } },
  linterOptions: { reportUnusedDisableDirectives: "off" },
  plugins: { ts: tseslint.plugin },
  rules: { "ts/await-thenable": "error" },
}];\n`,
  );
  return [
    "--max-old-space-size=12000",
    join(resolve(installed), "node_modules/eslint/bin/eslint.js"),
    "--no-inline-config",
    "--quiet",
    "--format",
    "json",
    "-c",
    config,
    ".",
  ];
}

test.each([
  ["7,000 files without texted codes", withoutTexts, 5],
  ["8,000 files, 85 MB, 500 of them about texted codes", withHundreds, 3],
] as const)(
  "%s",
  (name, made, times) => {
    const tree = join(folder, `made-${made.files}`);
    writeMadeTree(tree, made);
    console.log(`\n${name}\n${table(measured(commandsFor(tree), times))}`);
  },
  1_800_000,
);

test.runIf(ownTree !== undefined && existsSync(ownTree))(
  "a folder of your own",
  () => {
    console.log(`\n${ownTree}\n${table(measured(commandsFor(resolve(ownTree ?? ".")), 3))}`);
  },
  1_800_000,
);

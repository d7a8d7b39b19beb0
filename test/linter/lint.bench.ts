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
const built = join(root, "dist/onefactor.cjs");
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

// Types of the whole tree take gigabytes, so this one is an eighth of the large one, made in the same way.
test.runIf(eslintFolder !== undefined)(
  "1,000 files, 11 MB, 62 of them about texted codes, beside rules with types",
  () => {
    const tree = join(folder, "made-1000");
    writeMadeTree(tree, { files: 1_000, bytes: 10_600_000, candidates: 62 });
    const typed = {
      name: "typescript-eslint, one typed rule",
      args: typedLint(tree, eslintFolder ?? ""),
      cwd: tree,
    };
    const [, own] = commandsFor(tree);
    console.log(`\n1,000 files, 11 MB\n${table(measured(own === undefined ? [typed] : [own, typed], 2))}`);
  },
  1_800_000,
);

test("a repository that grows, and code about texted codes that grows", () => {
  const series = [
    ["2,000 files, 100 about codes", { files: 2_000, bytes: 20_000_000, candidates: 100 }],
    ["4,000 files, 100 about codes", { files: 4_000, bytes: 40_000_000, candidates: 100 }],
    ["4,000 files, 200 about codes", { files: 4_000, bytes: 40_000_000, candidates: 200 }],
    ["4,000 files, 400 about codes", { files: 4_000, bytes: 40_000_000, candidates: 400 }],
  ] as const;
  const commands = series.map(([name, made], index): Command => {
    const tree = join(folder, `grown-${index}`);
    writeMadeTree(tree, made);
    return { name, args: [built, "lint"], cwd: tree };
  });
  console.log(`\nhow it grows\n${table(measured(commands, 2))}`);
}, 1_800_000);

test.runIf(ownTree !== undefined && existsSync(ownTree))(
  "a folder of your own",
  () => {
    console.log(`\n${ownTree}\n${table(measured(commandsFor(resolve(ownTree ?? ".")), 3))}`);
  },
  1_800_000,
);

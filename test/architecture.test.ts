// Who may import whom, and why: every import of every file of ours is held against one table.
import { existsSync, globSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { importsOf, namesUsedIn } from "./helpers/imports.ts";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

interface Direction {
  /** Path that the importing file begins with; of several, the longest counts. */
  readonly from: string;
  /** What it may import: files, packages, folders (`a/`), files directly in a folder (`a/*`), Node's own (`node:`). */
  readonly mayImport: readonly string[];
  /** What it may import as types only. */
  readonly mayImportTypesOf?: readonly string[];
  readonly because: string;
}

const directions: readonly Direction[] = [
  {
    from: "simulator/model/",
    mayImport: ["simulator/model/", "valibot", "yaml"],
    because:
      "the ground must be readable and testable alone: no clock, no randomness, no files, no statecharts",
  },
  ...[
    "simulator/factors/",
    "simulator/scenarios/",
    "simulator/responses/",
    "simulator/fixes/",
    "simulator/standards/",
  ].map((from) => ({
    from,
    mayImport: [from, "simulator/model/"],
    because: "data meets only through the model, so that one more factor or scenario is one more file",
  })),
  {
    from: "simulator/words/",
    mayImport: ["simulator/words/", "simulator/model/"],
    mayImportTypesOf: [
      "simulator/scenarios/",
      "simulator/factors/",
      "simulator/responses/",
      "simulator/cases/",
    ],
    because: "words are looked up by id and decide nothing, so that another language is another folder",
  },
  {
    from: "simulator/cases/",
    mayImport: ["simulator/cases/", "simulator/model/"],
    mayImportTypesOf: ["simulator/scenarios/"],
    because: "a case is a setup and the name of a scenario; what comes out is not its to decide",
  },
  {
    from: "simulator/analysis/",
    mayImport: ["simulator/analysis/", "simulator/model/", "simulator/factors/"],
    because: "proof knows no statechart; only so can the two engines be held against each other",
  },
  {
    from: "simulator/machines/",
    mayImport: ["simulator/machines/", "simulator/model/", "simulator/factors/", "xstate", "otplib"],
    because: "play adds time, messages and codes, and must not ask the analysis what ought to come out",
  },
  {
    from: "simulator/setups/",
    mayImport: ["simulator/setups/", "simulator/model/"],
    because: "example setups are data that the reader of setups reads like anybody's",
  },
  {
    from: "simulator/",
    mayImport: ["simulator/"],
    because: "index.ts is the one door, and the files beside it put the parts together",
  },
  {
    from: "linter/rules/",
    mayImport: [
      "linter/rules/",
      "linter/finding.ts",
      "linter/flow.ts",
      "linter/fingerprint.ts",
      "linter/levels.ts",
      "linter/order.ts",
      "simulator/index.ts",
    ],
    because: "rules judge setups and flows and know no syntax, so that the site can show them",
  },
  {
    from: "linter/read/",
    mayImport: [
      "linter/read/",
      "linter/providers/",
      "linter/configured.ts",
      "linter/flow.ts",
      "linter/finding.ts",
      "toml-eslint-parser",
      "ts-morph",
      "yaml",
    ],
    mayImportTypesOf: ["linter/file-tree.ts", "simulator/index.ts"],
    because: "only reading knows syntax; it gets its files handed in, so that it runs in a browser, too",
  },
  {
    from: "linter/providers/",
    mayImport: ["linter/providers/", "linter/read/", "linter/flow.ts", "ts-morph"],
    mayImportTypesOf: ["simulator/index.ts"],
    because: "a provider says how one library sends and checks codes, and nothing else",
  },
  {
    from: "linter/report/",
    mayImport: [
      "linter/report/",
      "linter/explained.ts",
      "linter/extracted.ts",
      "linter/finding.ts",
      "linter/flow.ts",
      "linter/result.ts",
      "linter/skipped.ts",
      "yaml",
    ],
    mayImportTypesOf: ["simulator/index.ts"],
    because: "renderers do not decide",
  },
  {
    from: "linter/cli/",
    mayImport: ["linter/", "simulator/", "content/", "package.json", "node:"],
    because: "only here are arguments, the file system, exit codes and colour",
  },
  {
    from: "linter/collect/",
    mayImport: ["linter/collect/", "linter/file-tree.ts", "linter/skipped.ts", "ignore"],
    because: "which files are read is decided on a tree of names, not on the disk",
  },
  {
    from: "linter/",
    mayImport: [
      "linter/*",
      "linter/collect/",
      "linter/prefilter/",
      "linter/search/",
      "linter/read/",
      "linter/providers/",
      "linter/rules/",
      "simulator/index.ts",
      "yaml",
    ],
    because: "the core judges what it is handed: it renders nothing, reads no disk and knows no terminal",
  },
  {
    from: "site/playground/",
    mayImport: ["site/", "simulator/index.ts", "linter/lint.ts", "linter/rules/", "linter/report/", "preact"],
    because: "the linter's core is heavy and is loaded in the playground's worker only",
  },
  {
    from: "site/",
    mayImport: [
      "site/",
      "content/",
      "simulator/index.ts",
      "simulator/setups/",
      "linter/rules/",
      "astro",
      "astro:",
      "preact",
      "@fontsource-variable/",
    ],
    because:
      "the site sees the simulator through its door, and first pages stay small without the linter's core",
  },
  {
    from: "content/",
    mayImport: [],
    because: "authors write words, not code; what lessons may use is handed to them",
  },
];

/** The row that holds for a file: the one with the longest beginning. */
function directionFor(file: string): Direction | undefined {
  return directions
    .filter(({ from }) => file.startsWith(from))
    .toSorted((one, other) => other.from.length - one.from.length)[0];
}

function isAmong(imported: string, allowed: readonly string[]): boolean {
  return allowed.some((entry) => {
    if (entry.endsWith("/*")) return dirname(imported) === entry.slice(0, -2);
    if (entry.endsWith("/") || entry.endsWith(":")) return imported.startsWith(entry);
    return imported === entry || imported.startsWith(`${entry}/`);
  });
}

function files(pattern: string): readonly string[] {
  return globSync(pattern, { cwd: root })
    .map((file) => file.replaceAll("\\", "/"))
    .toSorted();
}

describe("who may import whom", () => {
  const ours = files("{simulator,linter,site,content}/**/*.{ts,tsx,mjs,js,astro,mdx}");

  test("there are files to look at in every part", () => {
    const seen = ["simulator/", "linter/", "site/"].filter((part) =>
      ours.some((file) => file.startsWith(part)),
    );
    expect(seen).toEqual(["simulator/", "linter/", "site/"]);
  });

  test.each(directions)("$from imports only what it may, because $because", ({ from }) => {
    const wrong = ours
      .filter((file) => directionFor(file)?.from === from)
      .flatMap((file) =>
        importsOf(file, readFileSync(join(root, file), "utf8")).map((found) => ({ file, ...found })),
      )
      .filter(({ file, imported, typesOnly }) => {
        const direction = directionFor(file);
        if (!direction || isAmong(imported, direction.mayImport)) return false;
        return !(typesOnly && isAmong(imported, direction.mayImportTypesOf ?? []));
      })
      .map(({ file, imported }) => `${file} imports ${imported}, but ${directionFor(file)?.because ?? ""}`);
    expect(wrong).toEqual([]);
  });
});

describe("what is the same every time", () => {
  // Plays can be undone, shared and explored only if nothing in them comes from outside.
  const fromOutside = [
    "Date.now",
    "new Date()",
    "Date",
    "Math.random",
    "crypto.getRandomValues",
    "crypto.randomUUID",
    "performance.now",
    "process.env",
    "process.hrtime",
    "fetch",
    "setTimeout",
    "setInterval",
    "queueMicrotask",
    "console.log",
  ];

  test.each(files("simulator/**/*.ts"))("%s asks for no clock, no randomness and nothing outside", (file) => {
    const used = namesUsedIn(file, readFileSync(join(root, file), "utf8"));
    expect(fromOutside.filter((name) => used.has(name))).toEqual([]);
  });
});

test("the top level holds what the project says it holds, and nothing else", () => {
  const made = ["node_modules", "dist", "coverage"];
  const entries = readdirSync(root).filter((entry) => !entry.startsWith(".") && !made.includes(entry));
  expect(entries.toSorted()).toEqual(
    [
      "site",
      "simulator",
      "linter",
      "content",
      "test",
      "astro.config.mjs",
      "package.json",
      "package-lock.json",
      "tsconfig.json",
      "action.yml",
      "README.md",
      "CONTRIBUTING.md",
      "CHANGELOG.md",
      "SECURITY.md",
      "LICENSE",
    ].toSorted(),
  );
  expect(existsSync(join(root, ".ci", "run"))).toBe(true);
});

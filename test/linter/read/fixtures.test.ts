// Small projects, each with one idea: those that must be found, with the whole chain, and those that must stay silent.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, test } from "vitest";
import { diskTree } from "../../../linter/cli/disk.ts";
import type { Finding } from "../../../linter/finding.ts";
import { lint } from "../../../linter/lint.ts";

const fixtures = new URL("../fixtures", import.meta.url).pathname;

for (const rule of readdirSync(fixtures)) {
  const folder = join(fixtures, rule);
  describe(`${rule}, where it must be found`, () => {
    test.each(casesIn(join(folder, "flagged")))("$proves ($name)", async ({ root }) => {
      const findings = (await findingsIn(root)).filter((finding) => finding.rule === rule);
      const marks = marksIn(root);
      expect(findings.map(({ file, line }) => `${file}:${line}`)).toEqual(marks.get(rule));
      const chain = findings.flatMap(({ related }) => related.map(({ file, line }) => `${file}:${line}`));
      expect(chain).toEqual(
        expect.arrayContaining([...marks].flatMap(([what, places]) => (what === rule ? [] : places))),
      );
    });
  });
  describe(`${rule}, where it must stay silent`, () => {
    test.each(casesIn(join(folder, "clean")))("$proves ($name)", async ({ root }) => {
      // What other rules say of the same code is theirs to test.
      expect((await findingsIn(root)).filter((finding) => finding.rule === rule)).toEqual([]);
    });
  });
}

async function findingsIn(root: string): Promise<readonly Finding[]> {
  const result = await lint({
    tree: diskTree(root),
    starts: [{ path: "", kind: "folder" }],
    levels: { severity: "info", confidence: "low" },
    links: false,
    profile: "strict",
  });
  return result.findings;
}

function casesIn(
  folder: string,
): { readonly name: string; readonly root: string; readonly proves: string }[] {
  return readdirSync(folder).map((name) => {
    const root = join(folder, name);
    const { proves }: { readonly proves: string } = JSON.parse(readFileSync(join(root, "case.json"), "utf8"));
    return { name, root, proves };
  });
}

/**
 * The places marked with `// expect: …`: with the rule for what is reported, with anything else for its chain. JSON has no
 * comments, so that its places stand in `case.json`.
 */
function marksIn(root: string): Map<string, string[]> {
  const { expect: written = {} }: { readonly expect?: Readonly<Record<string, string[]>> } = JSON.parse(
    readFileSync(join(root, "case.json"), "utf8"),
  );
  const marks = new Map<string, string[]>(Object.entries(written));
  for (const path of readdirSync(root, { recursive: true, encoding: "utf8" }).toSorted()) {
    const file = join(root, path);
    if (!statSync(file).isFile()) continue;
    readFileSync(file, "utf8")
      .split("\n")
      .forEach((line, index) => {
        const what = /\/\/ expect: ([\w-]+)/.exec(line)?.[1];
        if (what !== undefined)
          marks.set(what, [...(marks.get(what) ?? []), `${relative(root, file)}:${index + 1}`]);
      });
  }
  return marks;
}

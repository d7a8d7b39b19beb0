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
    for (const name of casesOf(join(folder, "flagged")))
      test(sentence(join(folder, "flagged", name)), async () => {
        const root = join(folder, "flagged", name);
        const findings = (await findingsIn(root)).filter((finding) => finding.rule === rule);
        const marks = marksIn(root);
        expect(findings.map(({ file, line }) => `${file}:${line}`)).toEqual(marks.get(rule));
        const chain = findings.flatMap(({ related }) => related.map(({ file, line }) => `${file}:${line}`));
        for (const what of ["sends-code", "checks-code", "writes-password"])
          for (const place of marks.get(what) ?? []) expect(chain, what).toContain(place);
      });
  });
  describe(`${rule}, where it must stay silent`, () => {
    for (const name of casesOf(join(folder, "clean")))
      test(sentence(join(folder, "clean", name)), async () => {
        expect(await findingsIn(join(folder, "clean", name))).toEqual([]);
      });
  });
}

async function findingsIn(root: string): Promise<readonly Finding[]> {
  const result = await lint({
    tree: diskTree(root),
    starts: [{ path: "", kind: "folder" }],
    levels: { severity: "info", confidence: "low" },
    links: false,
  });
  return result.findings;
}

function casesOf(folder: string): string[] {
  return readdirSync(folder).filter((name) => statSync(join(folder, name)).isDirectory());
}

function sentence(root: string): string {
  const { proves }: { readonly proves: string } = JSON.parse(readFileSync(join(root, "case.json"), "utf8"));
  return proves;
}

/** The places marked with `// expect: …`, by what they are marked with. */
function marksIn(root: string): Map<string, string[]> {
  const marks = new Map<string, string[]>();
  for (const path of readdirSync(root, { recursive: true, encoding: "utf8" }).sort()) {
    const file = join(root, path);
    if (!statSync(file).isFile()) continue;
    readFileSync(file, "utf8")
      .split("\n")
      .forEach((line, index) => {
        const what = /\/\/ expect: ([\w-]+)/.exec(line)?.[1];
        if (what !== undefined) marks.set(what, [...(marks.get(what) ?? []), `${relative(root, file)}:${index + 1}`]);
      });
  }
  return marks;
}

// The pages of the rules: there is one for each rule, it says what the rule says, and its examples do what it promises.
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Finding } from "../../../linter/finding.ts";
import { defaultLevels } from "../../../linter/levels.ts";
import { lint } from "../../../linter/lint.ts";
import { ruleMetas } from "../../../linter/rules/index.ts";
import { memoryTree } from "../memory-tree.ts";

const folder = new URL("../../../content/rules/", import.meta.url);
const pageOf = (id: string) => readFileSync(new URL(`${id}.mdx`, folder), "utf8");

/** The examples of a page, by their file names; those in `bad/` are to be found, those in `good/` are not. */
function examplesOf(page: string): Record<string, string> {
  return Object.fromEntries(
    [...page.matchAll(/^```[a-z]+ file=(\S+)\n([\s\S]*?)^```$/gm)].map(([, file = "", code = ""]) => [
      file,
      code,
    ]),
  );
}

test("every rule has a page, and every page a rule", () => {
  expect(readdirSync(folder).toSorted()).toEqual([...ruleMetas.keys()].map((id) => `${id}.mdx`).toSorted());
});

describe.each([...ruleMetas.values()])("the page of $id", (meta) => {
  const page = pageOf(meta.id);
  const words = page.replaceAll(/\s+/g, " ");

  test("has the parts that a reader looks for", () => {
    expect(page.match(/^## .*$/gm)).toEqual(
      expect.arrayContaining([
        "## What it finds",
        "## Why it matters",
        "## How to mend it",
        "## When it is fine",
      ]),
    );
    expect(page).toContain(`\nrule: ${meta.id}\n`);
  });

  test("gives the same advice and the same exceptions as the command", () => {
    for (const advice of meta.mend) expect(words).toContain(advice);
    for (const exception of meta.fine) expect(words).toContain(exception);
  });

  test("names every clause that a finding rests on", () => {
    for (const { id } of meta.clauses) expect(words).toContain(id.split(" ").at(-1));
  });

  test("has a bad example that is found, and a good one in which nothing is", async () => {
    const examples = examplesOf(page);
    const found = async (side: "bad" | "good") => {
      const files = Object.fromEntries(
        Object.entries(examples).filter(([file]) => file.startsWith(`${side}/`)),
      );
      expect(Object.keys(files).length).toBeGreaterThan(0);
      const tree = memoryTree(files);
      const starts = [{ path: "", kind: "folder" }] as const;
      return lint({ tree, starts, levels: defaultLevels, links: false, profile: "strict" });
    };
    // What other rules say of the same code is told on their pages.
    const own = (findings: readonly Finding[]) => findings.filter(({ rule }) => rule === meta.id);
    const bad = own((await found("bad")).findings);
    expect(bad.length).toBeGreaterThan(0);
    for (const finding of bad) expect(finding).toMatchObject({ severity: meta.severity, confidence: "high" });
    const good = await found("good");
    expect(own(good.findings)).toEqual([]);
    const { setupsJudged, settingsJudged } = good.stats;
    expect(
      good.flows.length + setupsJudged + settingsJudged,
      "what was mended is still read",
    ).toBeGreaterThan(0);
  });
});

// The architecture test sees what these functions see, so they are tried on every way of importing.
import { describe, expect, test } from "vitest";
import { importsOf, namesUsedIn } from "./imports.ts";

const paths = (file: string, text: string): readonly string[] =>
  importsOf(file, text).map(({ imported }) => imported);

describe("imports", () => {
  test("paths are told from the top of the project, packages by their name", () => {
    expect(
      paths("site/pages/index.ts", 'import { a } from "../../simulator/index.ts"; import "preact";'),
    ).toEqual(["simulator/index.ts", "preact"]);
  });

  test.each([
    ["an export", 'export * from "./b.ts";'],
    ["an import when needed", 'const b = await import("./b.ts");'],
    ["an imported type within a type", 'type B = import("./b.ts").B;'],
    ["a worker", 'new Worker(new URL("./b.ts", import.meta.url));'],
    ["an import for its effect, with a query", 'import "./b.ts?raw";'],
    ["a template without holes", "const b = await import(`./b.ts`);"],
  ])("%s counts", (_, text) => {
    expect(paths("linter/a.ts", text)).toEqual(["linter/b.ts"]);
  });

  test("words in comments and strings do not count", () => {
    expect(paths("linter/a.ts", '// import "./b.ts"\nconst said = "import \\"./c.ts\\"";')).toEqual([]);
  });

  test("an Astro component's fence and scripts are read, its text is not", () => {
    const component =
      '---\nimport A from "./a.astro";\n---\n<p>import "./no.ts"</p>\n<script>import "./b.ts";</script>';
    expect(paths("site/c.astro", component)).toEqual(["site/a.astro", "site/b.ts"]);
  });

  test("code that a lesson shows is not the lesson's own", () => {
    expect(paths("content/rules/a.mdx", '```ts\nimport twilio from "twilio";\n```\n')).toEqual([]);
  });

  test("a lesson's import lines are read", () => {
    expect(
      paths("content/lessons/a.mdx", '# Lesson\n\nimport A from "../../site/a.astro";\n\nIt is important.'),
    ).toEqual(["site/a.astro"]);
  });

  test.each([
    ['import type { A } from "./b.ts";', true],
    ['import { type A } from "./b.ts";', true],
    ['import { type A, b } from "./b.ts";', false],
    ['import b, { type A } from "./b.ts";', false],
    ['export type { A } from "./b.ts";', true],
  ])("%s is of types only: %s", (text, typesOnly) => {
    expect(importsOf("linter/a.ts", text)).toEqual([{ imported: "linter/b.ts", typesOnly }]);
  });
});

describe("names", () => {
  test("calls, properties and clocks without a time are seen", () => {
    const used = namesUsedIn("a.ts", "fetch(url); Math.random(); new Date(); const now = Date.now;");
    expect([...used]).toEqual(expect.arrayContaining(["fetch", "Math.random", "new Date()", "Date.now"]));
  });

  test("a date of a given time is no clock, and a parameter called fetch is no call", () => {
    const used = namesUsedIn("a.ts", "const day = new Date(0); const f = (fetch: string) => fetch;");
    expect(used.has("new Date()")).toBe(false);
    expect(used.has("fetch")).toBe(false);
  });
});

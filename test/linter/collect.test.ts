// Which files are read, which are left out, and that nothing is left out without being counted.
import { describe, expect, test } from "vitest";
import { collect, type StartingPoint } from "../../linter/collect.ts";
import { skipLog } from "../../linter/skipped.ts";
import { memoryTree, type Planted } from "./memory-tree.ts";

const code = "export const reset = 1;\n";

function collected(
  files: Readonly<Record<string, Planted>>,
  starts: readonly StartingPoint[] = [{ path: "", kind: "folder" }],
) {
  const log = skipLog();
  const read: string[] = [];
  collect(memoryTree(files), starts, log, (file) => void read.push(file));
  return {
    read,
    counts: Object.fromEntries(log.counts().map(({ reason, unit, count }) => [`${reason} ${unit}`, count])),
    listed: log.listed(),
  };
}

describe("what is read", () => {
  test("all spellings of TypeScript and JavaScript are read, in an order that no disk decides", () => {
    const { read } = collected({
      "b.ts": code,
      "a/z.tsx": code,
      "a/y.jsx": code,
      "c.mts": code,
      "d.cts": code,
      "e.mjs": code,
      "f.cjs": code,
      "g.js": code,
      "README.md": "reset by SMS",
      "h.json": "{}",
    });
    expect(read).toEqual(["a/y.jsx", "a/z.tsx", "b.ts", "c.mts", "d.cts", "e.mjs", "f.cjs", "g.js"]);
  });

  test("setups written by hand are read too, and told apart", () => {
    const log = skipLog();
    const tree = memoryTree({ "mine.setup.yaml": "version: 1", "other.yaml": "a: 1", "x.setup.json": "{}" });
    const read: (readonly [string, string])[] = [];
    collect(tree, [{ path: "", kind: "folder" }], log, (file, kind) => void read.push([file, kind]));
    expect(read).toEqual([
      ["mine.setup.yaml", "setup"],
      ["x.setup.json", "setup"],
    ]);
  });

  test("a file named twice, once by itself and once within its folder, is read once", () => {
    const { read } = collected({ "src/a.ts": code, "src/b.ts": code }, [
      { path: "src/b.ts", kind: "file" },
      { path: "src", kind: "folder" },
    ]);
    expect(read).toEqual(["src/b.ts", "src/a.ts"]);
  });

  test("a folder of tests is read if it is the one that was asked for", () => {
    expect(collected({ "test/a.ts": code }, [{ path: "test", kind: "folder" }]).read).toEqual(["test/a.ts"]);
  });

  test("names with line feeds and escape sequences are names like others", () => {
    const { read } = collected({ "a\nb.ts": code, "\u001b[31mred.ts": code });
    expect(read).toEqual(["\u001b[31mred.ts", "a\nb.ts"]);
  });

  test("a tree as deep as disks allow is walked to its end", () => {
    const deep = `${"d/".repeat(2_000)}a.ts`;
    expect(collected({ [deep]: code }).read).toEqual([deep]);
  });
});

describe("large trees", () => {
  test("a folder with more files than a function call may have arguments is read whole", () => {
    const many = Object.fromEntries(Array.from({ length: 150_000 }, (_, index) => [`f${index}.ts`, ""]));
    expect(collected(many).read).toHaveLength(150_000);
  });
});

describe("what is left out, each with its reason", () => {
  test("folders of packages, of build output, of tests and of translations are not entered", () => {
    const { read, counts } = collected({
      "src/a.ts": code,
      "node_modules/x/i.js": code,
      "apps/web/node_modules/x/i.js": code,
      "vendor/jquery.js": code,
      "dist/a.js": code,
      ".next/server/a.js": code,
      "__tests__/a.ts": code,
      "i18n/de.ts": code,
      ".git/hooks/pre-commit.js": code,
      ".storybook/main.ts": code,
    });
    expect(read).toEqual(["src/a.ts"]);
    expect(counts).toEqual({
      "build-output folder": 2,
      "dependencies folder": 3,
      "hidden folder": 1,
      "tests folder": 1,
      "translations folder": 1,
    });
  });

  test("declarations, minified files, tests and stories are told by their names", () => {
    const { read, counts } = collected({
      "a.d.ts": code,
      "b.d.mts": code,
      "jquery.min.js": code,
      "a.test.ts": code,
      "a.spec.js": code,
      "app.e2e-spec.ts": code,
      "button.stories.tsx": code,
      "latest.ts": code,
      "contest.ts": code,
    });
    expect(read).toEqual(["contest.ts", "latest.ts"]);
    expect(counts).toEqual({ "declarations file": 2, "minified file": 1, "tests file": 4 });
  });

  test("what cannot be listed, is no file, or leads elsewhere is listed by name", () => {
    const { read, listed } = collected({
      "loop.ts": { is: "link" },
      loop: { is: "link" },
      "pipe.ts": { is: "pipe" },
      "locked/": "",
      "ok.ts": code,
    });
    expect(read).toEqual(["ok.ts"]);
    expect(listed).toEqual([
      { file: "locked", reason: "unreadable" },
      { file: "loop", reason: "symbolic-link" },
      { file: "loop.ts", reason: "symbolic-link" },
      { file: "pipe.ts", reason: "special-file" },
    ]);
  });
});

describe("what git ignores", () => {
  test("is left out, by the rules of the root and of nested folders, the deepest word counting", () => {
    const { read, counts } = collected({
      ".gitignore": "*.gen.ts\nscratch/\n",
      "a.gen.ts": code,
      "scratch/a.ts": code,
      "src/.gitignore": "!kept.gen.ts\nlocal.ts\n",
      "src/kept.gen.ts": code,
      "src/local.ts": code,
      "src/a.ts": code,
      "local.ts": code,
    });
    expect(read).toEqual(["local.ts", "src/a.ts", "src/kept.gen.ts"]);
    expect(counts).toEqual({ "ignored-by-git file": 2, "ignored-by-git folder": 1 });
  });

  test("rules of .git/info/exclude count, and a .gitignore speaks after them", () => {
    const { read } = collected({
      ".git/info/exclude": "mine.ts\nother.ts\n",
      ".gitignore": "!other.ts\n",
      "mine.ts": code,
      "other.ts": code,
    });
    expect(read).toEqual(["other.ts"]);
  });

  test("rules above a starting point hold below it", () => {
    const { read } = collected({ ".gitignore": "src/old/\n", "src/old/a.ts": code, "src/a.ts": code }, [
      { path: "src", kind: "folder" },
    ]);
    expect(read).toEqual(["src/a.ts"]);
  });

  test("an ignored folder is read if it is the one that was asked for", () => {
    const { read } = collected({ ".gitignore": "old/\n", "old/a.ts": code }, [
      { path: "old", kind: "folder" },
    ]);
    expect(read).toEqual(["old/a.ts"]);
  });

  test("a .gitignore that is a symbolic link, cannot be read, or has a pattern made to cost hours is passed over", () => {
    const name = `${"a".repeat(240)}.ts`;
    const { read } = collected({
      ".gitignore": `${"*a".repeat(30)}b\n`,
      "x/.gitignore": { is: "link" },
      "y/.gitignore": { is: "secret" },
      [name]: code,
      "x/a.ts": code,
      "y/a.ts": code,
    });
    expect(read).toEqual([name, "x/a.ts", "y/a.ts"]);
  });
});

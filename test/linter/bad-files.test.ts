// Files in odd encodings, of odd sizes and under odd names, from the tree to the report.
import { describe, expect, test } from "vitest";
import type { FileTree } from "../../linter/file-tree.ts";
import { lint } from "../../linter/lint.ts";
import { memoryTree, type Planted } from "./memory-tree.ts";

/** A reset by text alone, which is found wherever its file can be read. */
const reset = `
const twilio = require("twilio")("sid", "token");
app.post("/reset", async (req, res) => {
  const check = await twilio.verify.v2.services("v").verificationChecks.create({ to: req.body.phone, code: req.body.code });
  if (check.status !== "approved") return res.status(400).end();
  await Member.updateOne({ phone: req.body.phone }, { password: req.body.password });
  res.end();
});
`;

function linted(tree: FileTree) {
  return lint({
    tree,
    starts: [{ path: "", kind: "folder" }],
    levels: { severity: "info", confidence: "low" },
    links: false,
  });
}

async function found(files: Readonly<Record<string, Planted>>) {
  const { findings, skipped, stats } = await linted(memoryTree(files));
  return { found: findings.map(({ file, line }) => `${file}:${line}`), skipped, stats };
}

function utf16(text: string, order: "little" | "big"): Uint8Array {
  const bytes = Buffer.from(`\ufeff${text}`, "utf16le");
  return new Uint8Array(order === "little" ? bytes : bytes.swap16());
}

describe("a file is read", () => {
  test.each([
    ["in UTF-8 with a byte order mark", `\ufeff${reset}`],
    ["in UTF-16, little end first", utf16(reset, "little")],
    ["in UTF-16, big end first", utf16(reset, "big")],
    ["with the line ends of Windows", reset.replaceAll("\n", "\r\n")],
    ["although it breaks off in the middle of what follows", `${reset}\nconst oven = { heat: function( {`],
    [
      "although it holds bytes that are no UTF-8",
      Buffer.concat([Buffer.from(reset), Buffer.from([0xff, 0xc0, 0x80])]),
    ],
  ])("%s", async (_, content) => {
    expect((await found({ "reset.js": content })).found).toEqual(["reset.js:3"]);
  });

  test.each([["\u001b[31mred.js"], ["new\nline.js"], ["__proto__.js"], ["a b\u202e.js"]])(
    "under the name %j",
    async (name) => {
      expect((await found({ [name]: reset })).found).toEqual([`${name}:3`]);
    },
  );
});

describe("a file is left out and named", () => {
  test.each([
    ["binary", new Uint8Array(Buffer.from(`${reset}\0\0`)).subarray().fill(0, 0, 4)],
    ["too-large", reset.padEnd(20_000_000, "\n")],
    ["long-lines", reset.padEnd(900_000, "x")],
    ["unreadable", { is: "secret" }],
    ["symbolic-link", { is: "link" }],
    ["special-file", { is: "pipe" }],
  ] as const)("as %s", async (reason, content) => {
    const result = await found({ "odd.js": content, "reset.js": reset });
    expect(result.found).toEqual(["reset.js:3"]);
    expect(result.skipped).toEqual([{ file: "odd.js", reason }]);
  });

  test("if it vanishes between two looks at it", async () => {
    const tree = memoryTree({ "gone.js": reset, "reset.js": reset });
    let looks = 0;
    const { findings, skipped } = await linted({
      list: tree.list,
      read: (file, limit) => (file === "gone.js" && looks++ > 0 ? "unreadable" : tree.read(file, limit)),
    });
    expect(findings.map(({ file }) => file)).toEqual(["reset.js"]);
    expect(skipped).toEqual([{ file: "gone.js", reason: "could not be read" }]);
  });

  test("if it becomes something else between two looks at it", async () => {
    const tree = memoryTree({ "reset.js": reset });
    let looks = 0;
    const { findings, skipped } = await linted({
      list: tree.list,
      read: (file, limit) =>
        file === "reset.js" && looks++ > 0 ? new Uint8Array([0, 1, 2]) : tree.read(file, limit),
    });
    expect(findings).toEqual([]);
    expect(skipped).toEqual([{ file: "reset.js", reason: "is not text" }]);
  });
});

describe("a tree", () => {
  test("with fifty thousand files in one folder is read", async () => {
    const files: Record<string, Planted> = { "reset.js": reset };
    for (let n = 0; n < 50_000; n++) files[`rye-${n}.js`] = "";
    const result = await found(files);
    expect(result.found).toEqual(["reset.js:3"]);
    expect(result.stats.filesSeen).toBe(50_001);
  });

  test.each([
    ["a hundred thousand patterns", "rye*\n".repeat(100_000)],
    ["patterns that take for ever", `${"*a".repeat(30)}b\n[[[[\n(((((\n\\\n!!!!`],
    ["bytes that are no text", new Uint8Array([0xff, 0xfe, 0, 1, 2])],
  ])("whose .gitignore holds %s is read", async (_, rules) => {
    expect((await found({ ".gitignore": rules, "reset.js": reset })).found).toEqual(["reset.js:3"]);
  });

  test("with setups that unfold without end or are no setups names each of them", async () => {
    const bomb = [
      "a: &a [x, x, x, x, x, x, x, x, x]",
      ...Array.from({ length: 12 }, (_, n) => {
        const [before, own] = [String.fromCharCode(97 + n), String.fromCharCode(98 + n)];
        return `${own}: &${own} [${Array.from({ length: 9 }, () => `*${before}`).join(", ")}]`;
      }),
    ].join("\n");
    const result = await found({
      "bomb.setup.yaml": bomb,
      "deep.setup.json": "[\n".repeat(50_000),
      "names.setup.json": '{ "__proto__": { "version": 1 }, "constructor": 7 }',
      "reset.js": reset,
    });
    expect(result.found).toEqual(["reset.js:3"]);
    expect(result.skipped.map(({ file, reason }) => `${file}: ${reason}`)).toEqual([
      "bomb.setup.yaml: invalid-setup",
      "deep.setup.json: invalid-setup",
      "names.setup.json: invalid-setup",
    ]);
  });
});

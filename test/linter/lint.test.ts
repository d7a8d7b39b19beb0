// The pipeline as a whole, on trees that exist in this test only.
import { describe, expect, test } from "vitest";
import { defaultLevels, type Levels } from "../../linter/levels.ts";
import { lint } from "../../linter/lint.ts";
import { memoryTree, type Planted } from "./memory-tree.ts";

const weakSetup = (gives = "new-password") => `version: 1
title: A club
numbers: [{ id: mobile }]
devices: [{ id: phone, kind: smartphone, sims: [mobile] }]
accounts:
  - id: mail
    authenticators: [{ id: password, kind: password }, { id: text, kind: sms-code, number: mobile }]
    signIn: [{ with: [password] }]
    recovery: [{ with: [text], gives: ${gives} }]
`;

function lintTree(files: Readonly<Record<string, Planted>>, levels: Levels = defaultLevels) {
  return lint({ tree: memoryTree(files), starts: [{ path: "", kind: "folder" }], levels, links: false });
}

describe("a tree with setups", () => {
  test("is judged by the same rules as code, each setup for itself", async () => {
    const { findings, stats } = await lintTree({
      "b/two.setup.yaml": weakSetup(),
      "a/one.setup.yml": weakSetup(),
      "c/three.setup.json": JSON.stringify({ version: 1, title: "Empty" }),
    });
    expect(findings.map(({ file, line, rule }) => [file, line, rule])).toEqual([
      ["a/one.setup.yml", 9, "sms-only-reset"],
      ["b/two.setup.yaml", 9, "sms-only-reset"],
    ]);
    expect(stats).toMatchObject({ filesSeen: 3, filesParsed: 0, setupsJudged: 3, hidden: 0 });
  });

  test("one of which is broken goes on with the others and lists the broken one", async () => {
    const { findings, skipped, stats } = await lintTree({
      "broken.setup.yaml": "version: 1\ntitle: [",
      "bomb.setup.yaml": `a: &a [x]\nb: [${"*a, ".repeat(1_000)}]\n`,
      "good.setup.yaml": weakSetup(),
    });
    expect(findings).toHaveLength(1);
    expect(skipped).toEqual([
      { file: "bomb.setup.yaml", reason: "invalid-setup", details: [expect.stringMatching(/^\d+:\d+: /)] },
      {
        file: "broken.setup.yaml",
        reason: "invalid-setup",
        details: expect.arrayContaining([expect.stringMatching(/^\d+:\d+/)]),
      },
    ]);
    expect(stats.setupsJudged).toBe(1);
  });
});

describe("what is shown", () => {
  test("findings below the chosen severity are counted as hidden", async () => {
    const files = { "a.setup.yaml": weakSetup() };
    expect((await lintTree(files, { severity: "error", confidence: "high" })).stats.hidden).toBe(0);
    const quiet = await lintTree(
      // A sign-in that still asks for a second factor makes it a warning.
      {
        "a.setup.yaml": weakSetup().replace(
          "signIn: [{ with: [password] }]",
          "signIn: [{ with: [password, text] }]",
        ),
      },
      { severity: "error", confidence: "high" },
    );
    expect(quiet.findings.map(({ rule }) => rule)).toEqual(["sms-only-reset"]);
    expect(quiet.stats.hidden).toBe(1);
  });
});

describe("a tree without authentication", () => {
  test("is searched and never parsed", async () => {
    const { stats, findings } = await lintTree({ "a.ts": "export const sum = (a, b) => a + b;\n" });
    expect(findings).toEqual([]);
    expect(stats).toMatchObject({ filesSeen: 1, filesParsed: 0, setupsJudged: 0 });
  });

  test("that is empty has seen nothing", async () => {
    expect((await lintTree({})).stats.filesSeen).toBe(0);
  });
});

describe("before the first file is parsed, who asked for it hears of it", () => {
  const heard = async (text: string): Promise<number> => {
    let calls = 0;
    await lint({
      tree: memoryTree({ "a.ts": text, "b.ts": text }),
      starts: [{ path: "", kind: "folder" }],
      levels: defaultLevels,
      links: false,
      beforeParsing: () => void calls++,
    });
    return calls;
  };

  test("once", async () => expect(await heard("loginByCode(phone, code);")).toBe(1));
  test("and never where none is", async () => expect(await heard("export const oars = 4;")).toBe(0));
});

describe("a hostile tree", () => {
  const hostile: Readonly<Record<string, Planted>> = {
    "syntax.ts": "const otp = ((((( { sms: `${ \n@@@ password reset",
    "binary.ts": new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 0, 0, 0, 0]),
    "latin1.js": new Uint8Array([
      ...new TextEncoder().encode("// otp sms password reset "),
      0xe9,
      0xff,
      0x0a,
    ]),
    "one-line.js": `var otp="sms password reset";${"a=1;".repeat(300_000)}`,
    "huge.js": "x".repeat(5_000_000),
    loop: { is: "link" },
    "pipe.ts": { is: "pipe" },
    "locked.ts": { is: "secret" },
    "name\nwith\u001b[2Jcontrols.ts": "export const otp = 'sms password reset';\n",
    "deep.ts": `export const sms = ${"[".repeat(5_000)}${"]".repeat(5_000)}; // password reset otp\n`,
    "proto.ts": "export const __proto__ = { sms: 1 }; // otp password reset\n",
    "evil.setup.yaml": "__proto__: { a: 1 }\nversion: 1\n",
  };

  test("is read to its end, and everything unread is accounted for", async () => {
    const { findings, skipped, stats } = await lintTree(hostile);
    expect(findings).toEqual([]);
    expect(stats.filesSeen).toBeGreaterThanOrEqual(5);
    expect(Object.fromEntries(skipped.map(({ file, reason }) => [file, reason]))).toMatchObject({
      "binary.ts": "binary",
      "evil.setup.yaml": "invalid-setup",
      "huge.js": "too-large",
      "locked.ts": "unreadable",
      loop: "symbolic-link",
      "one-line.js": "long-lines",
      "pipe.ts": "special-file",
    });
  });

  test("gives the same result twice, the clock aside", async () => {
    const once = await lintTree(hostile);
    const again = await lintTree(hostile);
    const timeless = { milliseconds: 0 };
    expect({ ...again, stats: { ...again.stats, ...timeless } }).toEqual({
      ...once,
      stats: { ...once.stats, ...timeless },
    });
  });
});

describe("a part of a project that is named", () => {
  const files = {
    "api/reset.js": `
import { codes } from "../lib/codes.js";
import express from "express";
const app = express();
app.post("/code", async (req, res) => {
  await codes.send(req.body.phone);
  res.sendStatus(204);
});
app.post("/reset", async (req, res) => {
  if (!(await codes.check(req.body.phone, req.body.code))) return res.sendStatus(403);
  await users.updateOne({ phone: req.body.phone }, { password: hash(req.body.password) });
  res.sendStatus(204);
});`,
    "lib/codes.js": `
import twilio from "twilio";
const client = twilio(process.env.SID, process.env.TOKEN);
const waiting = new Map();
export const codes = {
  async send(phone) {
    const code = String(Math.floor(100000 + Math.random() * 900000));
    waiting.set(phone, code);
    await client.messages.create({ to: phone, from: "+15550100", body: \`Your code is \${code}\` });
  },
  async check(phone, code) {
    return waiting.get(phone) === code;
  },
};
export async function forgotten(req, res) {
  if (req.body.code === waiting.get(req.body.phone)) await users.updateOne({}, { password: req.body.password });
}`,
    "lib/other.setup.yaml": weakSetup(),
  };
  const lintPart = (path: string) =>
    lint({
      tree: memoryTree(files),
      starts: [{ path, kind: "folder" }],
      levels: defaultLevels,
      links: false,
    });

  test("is followed into the files that it calls elsewhere, and what has nothing to do with it is not told", async () => {
    const { findings, stats } = await lintPart("api");
    expect(findings.map(({ rule, file }) => `${rule} ${file}`)).toEqual([
      "sms-only-reset api/reset.js",
      "otp-weak-random lib/codes.js",
      "otp-no-expiry lib/codes.js",
      "otp-no-attempt-limit lib/codes.js",
      "otp-reusable lib/codes.js",
    ]);
    expect(stats).toMatchObject({ filesSeen: 1, setupsJudged: 0, partial: true });
  });

  test("is no part where it holds all code", async () => {
    expect((await lintTree(files)).stats.partial).toBe(false);
  });
});

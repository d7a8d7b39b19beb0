// Files as nobody should write them: reading says so and goes on.
import { describe, expect, test } from "vitest";
import { readFlows } from "../../../linter/read/index.ts";

function read(files: Readonly<Record<string, string>>) {
  return readFlows({
    files: Object.keys(files),
    candidates: Object.keys(files),
    readFile: (file) => files[file],
  });
}

/** A reset that is found wherever it stands, so that a test can tell that the rest was still read. */
const reset = `
const twilio = require("twilio")("sid", "token");
const { Member } = require("./models");
app.post("/reset", async (req, res) => {
  const check = await twilio.verify.v2.services("v").verificationChecks.create({ to: req.body.phone, code: req.body.code });
  if (check.status !== "approved") return res.status(400).end();
  await Member.updateOne({ phone: req.body.phone }, { password: req.body.password });
  res.end();
});
`;

function kinds(reading: Awaited<ReturnType<typeof read>>): string[] {
  return reading.flows.map(
    ({ proofs, effect }) => `${proofs.map(({ kind }) => kind).join("+")} ${effect.what}`,
  );
}

describe("files that are not as they should be", () => {
  test("a file with a syntax error is read as far as it can be, and named", async () => {
    const reading = await read({ "broken.js": `${reset}\nconst x = = {{{` });
    expect(kinds(reading)).toEqual(["sms-code writes-password"]);
    expect(reading.skipped).toEqual([
      { file: "broken.js", reason: expect.stringContaining("syntax error near line") },
    ]);
  });

  test("a file that is nested beyond reason is left out and named, and the others are read", async () => {
    const reading = await read({
      "deep.js": `const x = ${"[".repeat(20_000)}${"]".repeat(20_000)};`,
      "reset.js": reset,
    });
    expect(kinds(reading)).toEqual(["sms-code writes-password"]);
    expect(reading.skipped.map(({ file }) => file)).toEqual(["deep.js"]);
  });

  test("bytes that are no text are left out and named", async () => {
    const reading = await read({ "image.js": "\u0000\u0001\u0002PNG" });
    expect(reading).toEqual({
      flows: [],
      configured: [],
      filesParsed: 0,
      skipped: [{ file: "image.js", reason: "is not text" }],
    });
  });

  test("a file that vanished is named", async () => {
    const reading = await readFlows({
      files: ["gone.js"],
      candidates: ["gone.js"],
      readFile: () => undefined,
    });
    expect(reading.skipped).toEqual([{ file: "gone.js", reason: "could not be read" }]);
  });

  test("files that import each other in a circle are read once", async () => {
    const reading = await read({
      "a.js": `const { b } = require("./b"); exports.a = () => b(); ${reset}`,
      "b.js": `const { a } = require("./a"); exports.b = () => a();`,
      "models.js": `exports.Member = require("mongoose").model("Member");`,
    });
    expect(kinds(reading)).toEqual(["sms-code writes-password"]);
    expect(reading.filesParsed).toBe(3);
  });

  test("a function that calls itself for ever comes to an end", async () => {
    const reading = await read({
      "loop.js": `app.post("/otp", (req, res) => again(req.body.otp)); function again(otp) { return again(otp + again(otp)); }`,
    });
    expect(reading.flows).toEqual([]);
  });

  test("a handler with a thousand branches comes to an end and says if it was left", async () => {
    const branches = Array.from(
      { length: 1_000 },
      (_, n) => `if (req.body.b${n}) { a${n}(req.body.otp); x = ${n}; }`,
    ).join("\n");
    const reading = await read({
      "branches.js": `app.post("/otp", (req, res) => { let x; ${branches} res.end(x); });`,
    });
    expect(reading.filesParsed).toBe(1);
  });

  test("names such as __proto__ and constructor are names like others", async () => {
    const reading = await read({
      "names.js": `${reset}\nexports.__proto__ = 1; exports.constructor = 2; const { constructor, __proto__: p } = require("./names"); app.post("/otp", (req) => req.body.__proto__.constructor.otp);`,
    });
    expect(kinds(reading)).toEqual(["sms-code writes-password"]);
  });

  test("reading is the same every time", async () => {
    const files = { "reset.js": reset, "more.js": reset.replace("/reset", "/other") };
    expect(await read(files)).toEqual(await read(files));
  });

  test("without candidates nothing is read at all", async () => {
    const readFile = () => {
      throw new Error("no file should be asked for");
    };
    expect(await readFlows({ files: ["index.js"], candidates: [], readFile })).toEqual({
      flows: [],
      configured: [],
      filesParsed: 0,
      skipped: [],
    });
  });

  test("what is long is not deep: sums, conditions and lists of ten thousand members are read in full", async () => {
    const many = (join: string) => Array.from({ length: 10_000 }, (_, n) => `a${n}`).join(join);
    const reading = await read({
      "long.js": `${reset}\nx = ${many(" + ")}; y = ${many(" && ")}; z = ${many(" || ")}; w = (${many(", ")}); if (${many(" || ")}) f();`,
    });
    expect(kinds(reading)).toEqual(["sms-code writes-password"]);
    expect(reading.skipped).toEqual([]);
  });

  test.each([
    ["calls", `x${".then((y) => y)".repeat(5_000)};`],
    ["members", `x${".a".repeat(10_000)};`],
    ["casts", `x${" as unknown".repeat(10_000)};`],
  ])(
    "of a chain of %s that is too long only its beginning is left out, and that is said",
    async (_, chain) => {
      const reading = await read({ "chain.ts": `${reset}\n${chain}` });
      expect(kinds(reading)).toEqual(["sms-code writes-password"]);
      expect(reading.skipped).toEqual([
        { file: "chain.ts", reason: expect.stringContaining("nested too deeply near line") },
      ]);
    },
  );

  test.each([
    ["parentheses", `x = ${"(".repeat(10_000)}1${")".repeat(10_000)};`],
    ["blocks", "{".repeat(10_000) + "}".repeat(10_000)],
    ["functions", "function f() {".repeat(10_000) + "}".repeat(10_000)],
    ["arrow functions", `x = ${"(a) => ".repeat(10_000)}1;`],
    ["templates", `x = ${"`${".repeat(10_000)}1${"}`".repeat(10_000)};`],
    ["elements", `x = ${"<a>".repeat(10_000)}${"</a>".repeat(10_000)};`],
    ["types", `type T = ${"Array<".repeat(10_000)}1${">".repeat(10_000)};`],
    ["branches", `${"if (a) {} else ".repeat(10_000)}{}`],
    ["patterns", `const ${"{ a: ".repeat(10_000)}b${" }".repeat(10_000)} = c;`],
    ["negations", `x = ${"!".repeat(10_000)}1;`],
  ])("%s ten thousand deep stop neither the command nor the reading of other files", async (_, deep) => {
    const reading = await read({ "deep.tsx": deep, "reset.js": reset });
    expect(kinds(reading)).toEqual(["sms-code writes-password"]);
    expect(reading.skipped.map(({ file }) => file)).toEqual(["deep.tsx"]);
  });

  test("functions that call each other for ever, twice each time, come to an end", async () => {
    const reading = await read({
      "mutual.js": `${reset}\napp.post("/otp", (req) => { rye(req.body.otp); }); function rye(x) { return oat(x) + oat(x); } function oat(x) { return rye(x) + rye(x); }`,
    });
    expect(kinds(reading)).toEqual(["sms-code writes-password"]);
  });

  test("forty choices one after the other, and a choice of five thousand, come to an end", async () => {
    const asked = Array.from({ length: 40 }, (_, n) => `if (req.body.a${n}) b${n} = req.body.otp;`).join("");
    const used = Array.from({ length: 40 }, (_, n) => `if (b${n}) send(b${n});`).join("");
    const cases = Array.from({ length: 5_000 }, (_, n) => `case ${n}: bake(${n}); break;`).join("");
    const reading = await read({
      "choices.js": `${reset}\napp.post("/otp", (req) => { ${asked} ${used} });`,
      "cases.js": `app.post("/oven", (req) => { switch (req.body.otp) { ${cases} } });`,
    });
    expect(kinds(reading)).toEqual(["sms-code writes-password"]);
    expect(reading.filesParsed).toBe(2);
  });

  test.each([
    ["no JSON", "{ compilerOptions: "],
    ["a list", "[1, 2]"],
    ["wrong types", `{ "compilerOptions": { "baseUrl": 7, "paths": { "@/*": "src", "~/*": [null, 5] } } }`],
    [
      "a path that leads out",
      `{ "compilerOptions": { "baseUrl": "../../../..", "paths": { "@/*": ["../../../../etc/*"] } } }`,
    ],
    ["names of prototypes", `{ "__proto__": { "compilerOptions": {} }, "constructor": 1 }`],
    ["itself to extend", `{ "extends": "./tsconfig.json" }`],
    ["a hundred thousand brackets", "[".repeat(100_000)],
  ])("a tsconfig with %s is passed over", async (_, config) => {
    const files = { "src/reset.js": `${reset}\nimport x from "@/secrets";` };
    const reading = await readFlows({
      files: Object.keys(files),
      candidates: Object.keys(files),
      readFile: (file) => {
        // Nothing outside the root is ever asked for.
        expect(file.startsWith("..") || file.startsWith("/")).toBe(false);
        return file === "tsconfig.json" ? config : (files as Readonly<Record<string, string>>)[file];
      },
    });
    expect(kinds(reading)).toEqual(["sms-code writes-password"]);
  });
});

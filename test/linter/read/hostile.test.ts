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
});

// Whatever a text holds, reading it ends in a setup or in problems: never in an exception.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readJson } from "../../../simulator/model/json-text.ts";
import { lineAndColumn } from "../../../simulator/model/problems.ts";
import { mostProblems } from "../../../simulator/model/setup-reading.ts";
import { readSetup } from "../../../simulator/model/setup-text.ts";
import { sayProblemAt } from "../../../simulator/words/en/problems.ts";
import { exampleSetupIds, exampleSetupText } from "../example-setups.ts";
import { anySetupInput } from "./any-setup.ts";

/** Reads a text, says all that is to be said of it, and lists what is not as it should be. */
function flawsOf(text: string | Uint8Array, name: string): readonly string[] {
  const read = readSetup(text, name);
  const problems = read.ok ? read.warnings : read.problems;
  const errors = problems.filter(({ severity }) => severity === "error").length;
  const flaws: string[] = [];
  if (read.ok !== (errors === 0)) flaws.push(`${errors} errors, but ok: ${read.ok}`);
  if (problems.length > mostProblems + 1) flaws.push(`${problems.length} problems`);
  for (const problem of problems) {
    const said = sayProblemAt(problem, "my.yaml");
    if (problem.line < 1 || problem.column < 1) flaws.push(`no place: ${said}`);
    // Nothing of the text reaches a terminal as it is, and no word is missing.
    if (/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]|undefined/u.test(said)) flaws.push(`not fit to print: ${said}`);
  }
  return flaws;
}

const words = (text: string) => text.split(" ");
const json = (value: unknown) => JSON.stringify(value);

const signs = [..."[]{}:,-?&*!|>'\"%@`#\\ \n\t"];
const tokens = words(
  "--- ... << &a *a : - ? |- >+ !!str version title accounts id 1 1e999 .nan null \r\n \u{feff}",
);
const keys = words(
  "version title numbers devices things accounts id kind sims with gives removes authenticators signIn recovery " +
    "number thing mailbox keptIn syncedTo after controls carrier modelled __proto__",
);

/** Anything at all under keys that a setup knows. */
const { anyPart } = fc.letrec<{ anyPart: unknown }>((tie) => ({
  anyPart: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.constantFrom<unknown>(1, "a", "b", "totp", "sms-code", "session", true, null),
    fc.array(tie("anyPart"), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...keys), tie("anyPart"), { maxKeys: 5 }),
  ),
}));

const pieceOfExample = fc.record({
  id: fc.constantFrom(...exampleSetupIds),
  from: fc.nat(4_000),
  length: fc.nat(40),
  times: fc.constantFrom(0, 2),
  put: fc.oneof(
    fc.constantFrom("", "[", "- ", "*a", ": ", '"', "\n"),
    fc.string({ unit: "binary", maxLength: 5 }),
  ),
});

const texts: Readonly<Record<string, fc.Arbitrary<string | Uint8Array>>> = {
  "random bytes": fc.uint8Array({ maxLength: 200 }),
  "random text": fc.string({ unit: "binary", maxLength: 200 }),
  "what YAML and JSON are made of": fc
    .array(fc.constantFrom(...signs, ...tokens), { maxLength: 60 })
    .map((pieces) => pieces.join("")),
  "random values": fc.jsonValue({ maxDepth: 5 }).map(json),
  "the keys of a setup and anything under them": fc
    .dictionary(fc.constantFrom(...keys), anyPart)
    .map((rest) => json({ version: 1, title: "A setup", ...rest })),
  "example setups with a piece cut out, doubled or replaced": pieceOfExample.map(
    ({ id, from, length, times, put }) => {
      const text = exampleSetupText(id);
      const piece = text.slice(from, from + length);
      return text.slice(0, from) + put + piece.repeat(times) + text.slice(from + length);
    },
  ),
  "random setups with one value replaced": fc
    .tuple(anySetupInput, fc.nat(), fc.jsonValue({ maxDepth: 1 }))
    .map(([input, which, value]) => json(withReplaced(input, which, value))),
};

test.each(Object.entries(texts))("reading never throws and always says why: %s", (_what, anyText) => {
  const anyName = fc.constantFrom("my.yaml", "my.json", "my.setup.yml", "-", "");
  fc.assert(
    fc.property(anyText, anyName, (text, name) => {
      expect(flawsOf(text, name)).toEqual([]);
    }),
    { numRuns: 1_000 },
  );
});

/** The value with one of its parts, counted in any order, replaced. */
function withReplaced(value: unknown, which: number, put: unknown): unknown {
  let parts = 0;
  const count = (_key: string, part: unknown) => (parts++, part);
  JSON.stringify(value, count);
  const chosen = which % parts;
  let at = -1;
  return JSON.parse(
    JSON.stringify(value, (_key, part: unknown) => (++at === chosen ? put : part)) ?? "null",
  ) as unknown;
}

describe("JSON", () => {
  const pieces = [..."[]{}:, \n\t\"\\'", ...words('1 - 0 .5 e9 true null "a" \\u0041 \u0001 é')];
  const anyPiece = fc.constantFrom(...pieces);
  const almostJson = fc.oneof(
    fc.array(anyPiece, { maxLength: 12 }).map((parts) => parts.join("")),
    fc.json(),
    fc
      .tuple(fc.json(), fc.nat(30), anyPiece)
      .map(([text, at, piece]) => text.slice(0, at) + piece + text.slice(at)),
  );

  test("is read exactly where the platform reads it, forbidden and doubled keys apart", () => {
    const same = fc.property(almostJson, (text) => {
      const ours = readJson(text);
      fc.pre(ours.ok || ours.findings.every(({ id }) => id === "json-syntax"));
      expect(ours.ok ? { read: ours.value } : "refused").toEqual(readByPlatform(text));
    });
    fc.assert(same, { numRuns: 5_000 });
  });

  test("has every value found again at its place", () => {
    const found = fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
      const text = JSON.stringify(value, undefined, 1);
      const written = readJson(text);
      fc.pre(written.ok);
      const parts = partsOf(value);
      const offsets = written.ok ? written.offsets(parts.map(({ path }) => ({ path, onKey: false }))) : [];
      const firstLines = parts.map(({ part }) => JSON.stringify(part, undefined, 1).split("\n")[0] ?? "");
      const there = firstLines.map((line, index) =>
        text.slice(offsets[index], (offsets[index] ?? 0) + line.length),
      );
      expect(there).toEqual(firstLines);
    });
    fc.assert(found, { numRuns: 300 });
  });
});

function readByPlatform(text: string): { read: unknown } | "refused" {
  try {
    return { read: JSON.parse(text) as unknown };
  } catch {
    return "refused";
  }
}

interface Part {
  readonly path: readonly (string | number)[];
  readonly part: unknown;
}

function partsOf(part: unknown, path: Part["path"] = []): readonly Part[] {
  if (typeof part !== "object" || part === null) return [{ path, part }];
  const inner = Object.entries(part).flatMap(([key, value]) =>
    partsOf(value, [...path, Array.isArray(part) ? Number(key) : key]),
  );
  return [{ path, part }, ...inner];
}

test("a place is counted in lines and columns from one, whatever the line ends are", () => {
  expect(lineAndColumn("", 0)).toEqual({ line: 1, column: 1 });
  expect(lineAndColumn("a\nb", 2)).toEqual({ line: 2, column: 1 });
  expect(lineAndColumn("a\r\nbc", 4)).toEqual({ line: 2, column: 2 });
  expect(lineAndColumn("a\rb", 2)).toEqual({ line: 2, column: 1 });
});

// Each word of the prefilter has a stem: bytes without a stem are never looked at, so a word without one is never found.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { evidence } from "../../linter/prefilter.ts";
import { scannerFor } from "../../linter/prefilter/scanner.ts";
import { password, service, stems } from "../../linter/prefilter/words.ts";

const scanner = scannerFor(stems);
const hasStem = (text: string) => scanner.find(Buffer.from(text, "latin1"), 0) !== -1;

/** The alternatives that a regular expression is made of at its outermost level. */
function alternativesOf(source: string): readonly string[] {
  const found: string[] = [];
  let depth = 0;
  let isClass = false;
  let from = 0;
  for (let at = 0; at < source.length; at++) {
    const character = source[at];
    if (character === "\\") at++;
    else if (character === "[") isClass = true;
    else if (character === "]") isClass = false;
    else if (isClass) continue;
    else if (character === "(") depth++;
    else if (character === ")") depth--;
    else if (character === "|" && depth === 0) {
      found.push(source.slice(from, at));
      from = at + 1;
    }
  }
  return [...found, source.slice(from)];
}

/** The same without what must stand around it, which no text can be made up for: more texts match then, not fewer. */
function withoutSurroundings(source: string): string {
  return source.replaceAll(/\(\?<?[!=](?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)|\\b/g, "");
}

const words = new Set([...evidence.flatMap(([, all]) => all), service, password]);
const alternatives = [...words].flatMap(({ source }) => alternativesOf(source));

test("a text without any of the words has no stem, so that having one says something", () => {
  expect(hasStem("the bakery opens at six, and closes when the rye is gone")).toBe(false);
});

describe("a text that matches has a stem:", () => {
  test.each(alternatives)("%s", (alternative) => {
    const pattern = new RegExp(withoutSurroundings(alternative));
    fc.assert(
      fc.property(fc.stringMatching(pattern), (text) => hasStem(text)),
      { numRuns: 1_000, seed: 1 },
    );
  });
});

// What a name alone says against reading a file.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fileSkipReason } from "../../../linter/collect/names.ts";

describe("a file is left out by its name", () => {
  test.each([
    ["oven.d.ts", "declarations"],
    ["oven.d.css.mts", "declarations"],
    ["oven.min.js", "minified"],
    ["oven-min.js", "minified"],
    ["oven.bundle.js", "minified"],
    ["oven.test.ts", "tests"],
    ["oven_spec.js", "tests"],
    ["oven.e2e-spec.ts", "tests"],
    ["oven.story.tsx", "tests"],
    ["oven.ts", undefined],
    ["admin.js", undefined],
    ["contest.ts", undefined],
    ["test.ts", undefined],
    ["oven-test.ts", undefined],
    ["oven.dry.ts", undefined],
  ])("%s: %s", (name, reason) => {
    expect(fileSkipReason(name)).toBe(reason);
  });

  test("whatever it is put together of, as patterns over all of it say", () => {
    const piece = fc.constantFrom(
      ..."oven,d,min,bundle,test,spec,e2e,e2e-spec,cy,mock,stories,story,ts,mts,js,.,.,-,_".split(","),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const name = pieces.join("");
        expect(fileSkipReason(name)).toBe(byPatterns(name));
      }),
      { numRuns: 5_000 },
    );
  });
});

function byPatterns(name: string): string | undefined {
  if (/\.d\.(?:[^.]+\.)?[cm]?ts$/.test(name)) return "declarations";
  if (/[.-]min\.[^.]+$|\.bundle\.[^.]+$/.test(name)) return "minified";
  return /[._](?:test|spec|e2e|e2e-spec|cy|mock|stories|story)\.[^.]+$/.test(name) ? "tests" : undefined;
}

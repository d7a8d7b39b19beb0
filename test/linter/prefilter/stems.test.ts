// Whatever one of the words would match holds a stem, or the quick look at a file would miss it.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { configurationWords } from "../../../linter/prefilter/configuration.ts";
import { scannerFor } from "../../../linter/prefilter/scanner.ts";
import * as words from "../../../linter/prefilter/words.ts";

const scanner = scannerFor(words.stems);
const { stems: _stems, besidePassword: _beside, ...patterns } = words;

describe("text that holds a word holds a stem", () => {
  test.each(Object.entries({ ...patterns, configurationWords }))("%s", (_, pattern) => {
    const matching = fc.stringMatching(new RegExp(withoutLooks(pattern.source)));
    fc.assert(
      fc.property(matching, (text) => {
        // Looking around cannot be generated, so some texts are no match after all.
        if (!pattern.test(text)) return;
        expect(scanner.find(Buffer.from(text, "latin1"))).not.toEqual([]);
      }),
      // The same texts at each run: a word without a stem is to be found by whoever adds it, not by chance later.
      { numRuns: 2000, seed: 20 },
    );
  });
});

test("a text without a word's letters holds no stem", () => {
  expect(scanner.find(Buffer.from("const shelf = { price: 3, rye: true };"))).toEqual([]);
});

/** The pattern without what it asks of the text before and behind. */
function withoutLooks(source: string): string {
  let kept = source.replaceAll("\\b", "");
  for (let at = kept.search(/\(\?<?[!=]/); at !== -1; at = kept.search(/\(\?<?[!=]/)) {
    let depth = 0;
    let end = at;
    do {
      if (kept[end] === "\\") end++;
      else if (kept[end] === "(") depth++;
      else if (kept[end] === ")") depth--;
      end++;
    } while (depth > 0);
    kept = kept.slice(0, at) + kept.slice(end);
  }
  return kept;
}

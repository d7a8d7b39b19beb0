// The scanner finds what a search for each piece in turn finds.
import fc from "fast-check";
import { expect, test } from "vitest";
import { scannerFor } from "../../../linter/prefilter/scanner.ts";

const pieces = ["rye", "ryebread", "yeast", "st", "oven", "vé"];
const scanner = scannerFor(pieces);

/** Texts of letters that pieces are made of, in which a piece is often nearly there. */
const nearly = fc
  .array(
    fc.constantFrom("rye", "RYE", "bread", "yeas", "t", "ove", "n", "s", " ", "vé", "v", "x".repeat(40)),
    {
      maxLength: 40,
    },
  )
  .map((parts) => parts.join(""));

/** Where the pieces end, by a search for each of them in turn. */
function endsIn(text: string): readonly number[] {
  const bytes = Buffer.from(text.toLowerCase());
  const ends = new Set<number>();
  for (const piece of pieces)
    for (let at = bytes.indexOf(piece); at !== -1; at = bytes.indexOf(piece, at + 1))
      ends.add(at + Buffer.byteLength(piece));
  return [...ends].toSorted((a, b) => a - b);
}

test("every place where a piece ends, once and in order, however long the text", () => {
  fc.assert(
    fc.property(nearly, (text) => {
      expect(scanner.find(Buffer.from(text))).toEqual(endsIn(text));
    }),
    { numRuns: 5_000 },
  );
});

test("a piece across any place of a long text", () => {
  for (let before = 0; before < 130; before++) {
    const text = `${"-".repeat(before)}ryebread${"-".repeat(130 - before)}`;
    expect(scanner.find(Buffer.from(text))).toEqual([before + 3, before + 8]);
  }
});

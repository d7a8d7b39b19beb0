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

test("whether there is any piece, however long the text and wherever the piece stands", () => {
  fc.assert(
    fc.property(nearly, (text) => {
      const small = text.toLowerCase();
      expect(scanner.hasAny(Buffer.from(text))).toBe(pieces.some((piece) => small.includes(piece)));
    }),
    { numRuns: 3_000 },
  );
});

test("a piece across any place of a long text is seen", () => {
  const missed = Array.from({ length: 120 }, (_, before) => before).filter(
    (before) => !scanner.hasAny(Buffer.from(`${"-".repeat(before)}ryebread${"-".repeat(120 - before)}`)),
  );
  expect(missed).toEqual([]);
});

test("where the first piece ends that ends at or behind a place", () => {
  fc.assert(
    fc.property(nearly, fc.nat(60), (text, from) => {
      const bytes = Buffer.from(text.toLowerCase());
      const ends = pieces.flatMap((piece) => {
        const at = bytes.indexOf(piece, from);
        return at === -1 ? [] : [at + Buffer.byteLength(piece)];
      });
      expect(scanner.find(Buffer.from(text), from)).toBe(ends.length === 0 ? -1 : Math.min(...ends));
    }),
    { numRuns: 3_000 },
  );
});

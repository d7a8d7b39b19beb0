// The hash behind names of findings: FNV-1a with 64 bits, as its authors publish it.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fingerprint } from "../../linter/fingerprint.ts";

/** The hash as it is defined, over whole numbers without a limit. */
function asDefined(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(text))
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  return hash.toString(16).padStart(16, "0");
}

describe("a fingerprint", () => {
  test("of nothing, and of a letter, is the published one", () => {
    expect(fingerprint("")).toBe("cbf29ce484222325");
    expect(fingerprint("a")).toBe("af63dc4c8601ec8c");
  });

  test("is FNV-1a of the parts with a zero character between them", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "binary" }), { maxLength: 4 }), (parts) => {
        expect(fingerprint(...parts)).toBe(asDefined(parts.join("\0")));
      }),
    );
  });
});

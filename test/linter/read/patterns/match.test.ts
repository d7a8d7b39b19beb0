// Patterns of scanned code, matched without running them.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fits } from "../../../../linter/read/patterns/match.ts";

const patterns: readonly (readonly [source: string, flags: string])[] = [
  ["^\\/(login|reset)", ""],
  ["^\\/(?:code|reset)\\/?$", ""],
  ["^/members/[a-f0-9-]+/photo$", "i"],
  ["\\/public\\/.*\\.(png|jpe?g)$", ""],
  ["^\\/api\\/v\\d{1,2}\\/\\w+$", ""],
  ["^\\/reset\\b", ""],
  ["[^/]{2,3}/", "g"],
  ["^$|^\\/$", ""],
  ["(a|ab)(c|bcd)*$", ""],
  ["\\/a+?b*", "i"],
  ["[\\w.-]+@", ""],
];

const addresses = [
  "",
  "/",
  "/login",
  "/login/",
  "/Reset",
  "/reset",
  "/resets",
  "/reset/42",
  "/code/",
  "/members/0a-F/photo",
  "/public/boat.jpg",
  "/public/boat.jpeg",
  "/api/v12/rowers",
  "/api/v123/rowers",
  "abcd",
  "/aab",
  "mira@rowing.example",
];

describe("a pattern", () => {
  test.each(patterns)("/%s/%s says of addresses what it says when it runs", (source, flags) => {
    for (const address of addresses)
      expect([address, fits(source, flags, address)]).toEqual([
        address,
        new RegExp(source, flags).test(address),
      ]);
  });

  test("says the same of any text", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...patterns),
        fc.string({ unit: fc.constantFrom(..."/abcdlogin reset0-.@\nAB"), maxLength: 12 }),
        ([source, flags], text) => fits(source, flags, text) === new RegExp(source, flags).test(text),
      ),
    );
  });

  test.each([
    ["that looks ahead", "^(?!\\/login)"],
    ["that looks back", "(?<=a)b"],
    ["that refers to what it found", "(a)\\1"],
    ["with a name inside", "(?<id>a)"],
    ["by classes of letters", "\\p{L}"],
    ["that is none", "(a"],
    ["that grows without end", "((((a{50}){50}){50}){50})"],
    ["that is longer than addresses are", "a".repeat(501)],
  ])("%s says nothing", (_, source) => {
    expect(fits(source, "", "/login")).toBeUndefined();
  });

  test("that would take years to try in turn is answered", () => {
    expect(fits("^(a+)+$", "", `${"a".repeat(400)}!`)).toBe(false);
    expect(fits("^(a|a)*(a|a)*(a|a)*$", "", `${"a".repeat(400)}!`)).toBe(false);
    expect(fits("^((a*)*)*$", "", `${"a".repeat(400)}!`)).toBe(false);
  });
});

// Paths without `node:path` must say what `node:path` says.
import { posix } from "node:path";
import { expect, test } from "vitest";
import { dirname, join } from "../../../linter/read/paths.ts";

test.each(["a", "a/b", "a/b/c.ts", "./a", "../a", ".", "/a", "/a/b"])("the folder of %s", (path) => {
  expect(dirname(path)).toBe(posix.dirname(path));
});

test.each([
  ["src", "./a"],
  ["src/web", "../a.ts"],
  ["src", "../../a"],
  ["..", "../a"],
  [".", "a//b/./c"],
  ["a", "..", "."],
  [".", "."],
  ["", "a"],
])("%s and %s put together", (...parts) => {
  expect(join(...parts)).toBe(posix.join(...parts));
});

test("a slash at the end says nothing: `./` means the folder", () => {
  expect(join("src", "./")).toBe("src");
});

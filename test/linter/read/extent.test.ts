// Where the code ends that begins at a place, so that a line inside a handler is known to be inside.
import { expect, test } from "vitest";
import { endOfWhatBeginsAt } from "../../../linter/read/extent.ts";

/** The last line of what begins at the mark `⟦`, which is taken out of the text. */
function endAtMark(text: string): number | undefined {
  const at = text.indexOf("⟦");
  const before = text.slice(0, at).split("\n");
  const place = { file: "club.ts", line: before.length, column: (before.at(-1) ?? "").length + 1 };
  return endOfWhatBeginsAt(place.file, text.replace("⟦", ""), place);
}

test.each([
  ["a function by its name", "async function ⟦reset() {\n  await row();\n}\nrow();\n", 3],
  ["a function in a constant by its name", "const ⟦reset = async () => {\n  await row();\n};\n", 3],
  ["an arrow function by its first character", "const reset = ⟦async () => {\n  await row();\n};\n", 3],
  ["a method by its name", "class Club {\n  @Post()\n  async ⟦reset() {\n    row();\n  }\n}\n", 5],
  ["a call with its handler by what is called", 'app.⟦post("/reset", () => {\n  row();\n});\nrow();\n', 3],
  ["a property by its key", "export const club = {\n  ⟦reset: async () => {\n    row();\n  },\n};\n", 4],
  ["the largest of several that begin there", "⟦reset(() => {\n  row();\n})(\n  1,\n);\n", 5],
])("%s", (_what, text, line) => {
  expect(endAtMark(text)).toBe(line);
});

test("nothing where nothing begins", () => {
  expect(endAtMark("const a = ⟦1;\n")).toBeUndefined();
  expect(endOfWhatBeginsAt("a.ts", "row();\n", { file: "a.ts", line: 90, column: 1 })).toBeUndefined();
  expect(endOfWhatBeginsAt("a.ts", "", { file: "a.ts", line: 1, column: 9_999 })).toBeUndefined();
});

test("nothing, and no crash, where code is nested beyond reason", () => {
  const deep = `row(${"(".repeat(60_000)}`;
  expect(endOfWhatBeginsAt("a.ts", deep, { file: "a.ts", line: 2, column: 1 })).toBeUndefined();
  expect(() => endOfWhatBeginsAt("a.ts", deep, { file: "a.ts", line: 1, column: 1 })).not.toThrow();
});

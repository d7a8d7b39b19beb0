// Labels in pictures: whole words on few lines, and an honest ellipsis.
import { describe, expect, test } from "vitest";
import { wrapText } from "../../../site/diagrams/wrap-text.ts";

describe("a label", () => {
  test("that fits stands on one line", () => {
    expect(wrapText("phone number", 150, 15)).toEqual(["phone number"]);
  });

  test("that does not fit breaks between words", () => {
    expect(wrapText("The Corner Kettle", 90, 15)).toEqual(["The Corner", "Kettle"]);
  });

  test("too long for its lines ends with an ellipsis", () => {
    const lines = wrapText("Savings Bank of Lower Mossfield and Surroundings", 90, 15);
    expect(lines).toHaveLength(2);
    expect(lines[1]?.endsWith("…")).toBe(true);
  });

  test("of one endless word is cut, not left to run out of the picture", () => {
    expect(wrapText("x".repeat(120), 90, 15)).toEqual([`${"x".repeat(10)}…`]);
  });

  test("counts letters, not code units", () => {
    expect(wrapText("🗝🗝🗝", 90, 15)).toEqual(["🗝🗝🗝"]);
  });
});

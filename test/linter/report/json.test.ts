// The report for programs.
import { expect, test } from "vitest";
import { jsonReport } from "../../../linter/report/json.ts";
import { finding, inputOf, resultOf } from "./example-result.ts";

test("the JSON report carries a version and every field that others build on", () => {
  const report = JSON.parse(jsonReport(inputOf(resultOf([finding])))) as Record<string, unknown>;
  expect(Object.keys(report)).toEqual(["version", "findings", "flows", "stats", "skipped"]);
  expect(report["version"]).toBe(1);
  expect(report["findings"]).toEqual([finding]);
  expect(report["stats"]).toMatchObject({
    profile: "default",
    filesSeen: 1_204,
    filesParsed: 14,
    milliseconds: 0,
  });
});

test("the JSON report is one document that ends in a line feed", () => {
  expect(jsonReport(inputOf(resultOf([])))).toMatch(/^\{\n[\s\S]*\n\}\n$/);
});

// The last line of `npm test` is only as good as the counting behind it.
import { expect, test } from "vitest";
import { countsOf } from "../../.scripts/test-counts.ts";

const file = (status: string, ...tests: string[]) => ({
  status,
  assertionResults: tests.map((result) => ({ status: result })),
});

test("passed and failed tests are counted as vitest counted them, skipped ones are neither", () => {
  const testResults = [file("failed", "passed", "failed", "skipped"), file("passed", "passed")];
  expect(countsOf({ numPassedTests: 2, numFailedTests: 1, testResults })).toEqual({ passed: 2, failed: 1 });
});

test("a test file that could not be loaded counts as one that failed", () => {
  const testResults = [file("failed"), file("passed", "passed")];
  expect(countsOf({ numPassedTests: 1, numFailedTests: 0, testResults })).toEqual({ passed: 1, failed: 1 });
});

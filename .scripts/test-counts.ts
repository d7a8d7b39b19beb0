// How many tests passed and failed, by the JSON report that vitest writes.

/** Numbers of tests. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
}

/** The part of vitest's JSON report that is read here. */
export interface TestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly testResults: readonly {
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string }[];
  }[];
}

/** Counts a test file that failed without a failed test, because it could not be loaded, as one that failed. */
export function countsOf(report: TestReport): Counts {
  const filesWithoutTests = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === "failed" && assertionResults.every((assertion) => assertion.status !== "failed"),
  );
  return { passed: report.numPassedTests, failed: report.numFailedTests + filesWithoutTests.length };
}

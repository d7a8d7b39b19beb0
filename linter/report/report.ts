// What every report is given.
import type { RuleMeta } from "../finding.ts";
import type { LintResult } from "../result.ts";

export interface ReportInput {
  readonly result: LintResult;
  /** What the rules say about themselves, by id. */
  readonly rules: ReadonlyMap<string, RuleMeta>;
  readonly version: string;
}

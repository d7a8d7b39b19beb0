// What one run of the linter gives: the value that every report renders.
import type { Finding, SkippedFile } from "./finding.ts";
import type { Flow } from "./flow.ts";
import type { ProfileId } from "./profiles.ts";
import type { SkipCount } from "./skipped.ts";

export interface LintStats {
  /** By which measure the code was judged. */
  readonly profile: ProfileId;
  /** Files whose bytes were searched. */
  readonly filesSeen: number;
  /** Files that could hold authentication code or were needed to understand one that does. */
  readonly filesParsed: number;
  /** Setups written by hand that were judged. */
  readonly setupsJudged: number;
  /** Places in the code at which a service or framework is told how people sign in, and that were judged. */
  readonly settingsJudged: number;
  /** Whether code lies under the root that was not searched, because paths were named: steps there are not seen. */
  readonly partial: boolean;
  readonly milliseconds: number;
  /** Findings below the chosen severity or confidence, which are not among the findings. */
  readonly hidden: number;
  /** Findings at or above the levels, of rules that the profile leaves out; not among the findings either. */
  readonly leftOut: number;
  readonly skipped: readonly SkipCount[];
}

export interface LintResult {
  /** By place, the gravest first, and rule. */
  readonly findings: readonly Finding[];
  readonly flows: readonly Flow[];
  readonly stats: LintStats;
  readonly skipped: readonly SkippedFile[];
}

// What the linter did not read, and why: nothing is left out silently.
import type { SkippedFile } from "./finding.ts";
import { compareText } from "./order.ts";

/** Why a file or a whole folder was not read. */
export type SkipReason =
  | "binary"
  | "build-output"
  | "declarations"
  | "dependencies"
  | "generated"
  | "hidden"
  | "ignored-by-git"
  | "invalid-setup"
  | "long-lines"
  | "minified"
  | "special-file"
  | "symbolic-link"
  | "tests"
  | "too-large"
  | "translations"
  | "unreadable";

/** How many files or whole folders were left out for one reason. */
export interface SkipCount {
  readonly reason: SkipReason;
  readonly unit: "file" | "folder";
  readonly count: number;
}

/** Reasons that nobody expects of a file: these are listed one by one, the others only counted. */
const surprising: ReadonlySet<SkipReason> = new Set<SkipReason>([
  "binary",
  "generated",
  "invalid-setup",
  "long-lines",
  "special-file",
  "symbolic-link",
  "too-large",
  "unreadable",
]);

/** Keeps account of what is left out during one run. */
export interface SkipLog {
  readonly skip: (
    path: string,
    unit: SkipCount["unit"],
    reason: SkipReason,
    details?: readonly string[],
  ) => void;
  /** Counts for each reason, by reason and unit. */
  readonly counts: () => readonly SkipCount[];
  /** The files and folders whose reason is a surprise, by path. */
  readonly listed: () => readonly SkippedFile[];
}

/** A fresh account of what is left out. */
export function skipLog(): SkipLog {
  const counted = new Map<string, SkipCount>();
  const listed: SkippedFile[] = [];
  return {
    skip(path, unit, reason, details) {
      const key = `${reason} ${unit}`;
      counted.set(key, { reason, unit, count: (counted.get(key)?.count ?? 0) + 1 });
      if (surprising.has(reason)) listed.push({ file: path, reason, ...(details && { details }) });
    },
    counts: () => [...counted.entries()].toSorted(byFirst).map(([, count]) => count),
    listed: () => [...listed].toSorted((a, b) => compareText(a.file, b.file)),
  };
}

function byFirst(a: readonly [string, unknown], b: readonly [string, unknown]): number {
  return compareText(a[0], b[0]);
}

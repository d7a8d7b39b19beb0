// The report for programs: the result as it is, under a version number.
import type { ReportInput } from "./report.ts";

/** Raised when a program that reads the report would have to change. */
const version = 1;

/** The result as JSON, ending in a line feed. */
export function jsonReport({ result }: ReportInput): string {
  return `${JSON.stringify({ version, ...result }, null, 2)}\n`;
}

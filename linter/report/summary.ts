// The end of the report for people: how many findings of which rule, what was left out, and what was read.
import type { Finding, SkippedFile } from "../finding.ts";
import type { LintResult } from "../result.ts";
import { visible } from "./escape.ts";
import { hang, padTo, wrap } from "./layout.ts";
import type { Paint } from "./paint.ts";
import type { ReportInput } from "./report.ts";
import { counted, skipCountWords, withCommas } from "./words.ts";

/** At most so many single files that were left out are named; the JSON report has all of them. */
const mostNamed = 10;

/** Beyond so many findings a reader wants to know first which rules they are of. */
const mostWithoutTable = 10;

/** What the summary needs of the text report's options. */
export interface SummaryOptions {
  readonly paint: Paint;
  readonly width: number;
  readonly shownPath: (file: string) => string;
}

/** The last block of a report: the counts, and what was not told or not read. */
export function summaryBlock({ result }: ReportInput, options: SummaryOptions): string[] {
  const { findings, stats, skipped } = result;
  const { paint, width } = options;
  const bySeverity = severityOrder.flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    if (count === 0) return [];
    return [paint.severity(severity, severity === "info" ? `${count} info` : counted(count, severity))];
  });
  const outcome =
    findings.length === 0
      ? paint.good("No findings.")
      : `${counted(findings.length, "finding")}: ${bySeverity.join(", ")}.`;
  const named = skipped.slice(0, mostNamed);
  return [
    paint.strong(outcome),
    ...ruleTable(findings, options),
    ...(stats.hidden === 0 ? [] : hiddenLines(stats.hidden, width)),
    ...(stats.leftOut === 0 ? [] : leftOutLines(stats, width)),
    ...(stats.profile === "default" ? [] : [`Judged by the profile ${stats.profile}.`]),
    ...wrap(readWords(result), width),
    ...(stats.partial ? wrap(partWords, width) : []),
    ...(stats.skipped.length === 0
      ? []
      : hang("Left out: ", `${stats.skipped.map(skipCountWords).join(", ")}.`, width)),
    ...named.flatMap((file) => skippedLines(file, options)),
    ...(skipped.length > mostNamed
      ? [`  and ${withCommas(skipped.length - mostNamed)} more; --format json lists all`]
      : []),
  ];
}

function skippedLines({ file, reason, details = [] }: SkippedFile, options: SummaryOptions): string[] {
  const name = visible(options.shownPath(file));
  const [first, ...more] = details;
  if (first === undefined) return [`  ${name} (${visible(reason)})`];
  const rest = more.length === 0 ? "" : ` And ${withCommas(more.length)} more.`;
  return hang("  ", `${name}:${visible(first)}${rest}`, options.width);
}

function hiddenLines(hidden: number, width: number): string[] {
  return wrap(
    `${counted(hidden, "finding")} of lower severity or confidence not shown; see ${hidden === 1 ? "it" : "them"} with --min-severity info --min-confidence low.`,
    width,
  );
}

function leftOutLines({ leftOut, profile }: LintResult["stats"], width: number): string[] {
  return wrap(
    `${counted(leftOut, "finding")} of rules that the profile ${profile} leaves out; see ${leftOut === 1 ? "it" : "them"} with --profile strict.`,
    width,
  );
}

/** How many findings are of which rule, where they are many; the gravest and the most frequent first. */
function ruleTable(findings: readonly Finding[], { paint }: SummaryOptions): string[] {
  if (findings.length <= mostWithoutTable) return [];
  const rows = [...Map.groupBy(findings, ({ severity, rule }) => `${severity} ${rule}`).values()]
    .flatMap((group) => (group[0] === undefined ? [] : [{ ...group[0], count: group.length }]))
    .toSorted(
      (a, b) =>
        severityOrder.indexOf(a.severity) - severityOrder.indexOf(b.severity) ||
        b.count - a.count ||
        (a.rule < b.rule ? -1 : 1),
    );
  const counts = Math.max(...rows.map(({ count }) => withCommas(count).length));
  return rows.map(
    ({ count, severity, rule }) =>
      `  ${withCommas(count).padStart(counts)}  ${paint.severity(severity, padTo(severity, "warning".length))}  ${visible(rule)}`,
  );
}

const severityOrder = ["error", "warning", "info"] as const;

const partWords =
  "Only a part of the code here was searched. What it calls was read as well; a step of a sign-in that nothing in it calls, such as the request that has a code sent, was not seen.";

function readWords({ stats, flows }: LintResult): string {
  const { filesSeen, filesParsed, setupsJudged, settingsJudged } = stats;
  const parsed = filesParsed === 0 ? "parsed none" : `parsed ${withCommas(filesParsed)}`;
  const ways = flows.length === 0 ? "" : `, read ${counted(flows.length, "way")} into accounts`;
  const setups = setupsJudged === 0 ? "" : `, judged ${counted(setupsJudged, "setup file")}`;
  const settings = settingsJudged === 0 ? "" : `, judged ${counted(settingsJudged, "place")} with settings`;
  return `Searched ${counted(filesSeen, "file")}, ${parsed}${ways}${settings}${setups}.`;
}

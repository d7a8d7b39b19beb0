// The report for people: each finding with its code, its chain, the attack and how to mend it.
import type { Finding, RelatedPlace, RuleMeta, SkippedFile } from "../finding.ts";
import type { Place } from "../flow.ts";
import type { LintResult } from "../result.ts";
import { visible, visibleCode } from "./escape.ts";
import { hang, padTo, shorten, textWidth, wrap } from "./layout.ts";
import type { Paint } from "./paint.ts";
import type { ReportInput } from "./report.ts";
import { counted, skipCountWords, withCommas } from "./words.ts";

export interface TextOptions {
  readonly paint: Paint;
  /** Columns of the terminal. */
  readonly width: number;
  /** The line of code at a place, if it can still be read. */
  readonly lineAt: (place: Place) => string | undefined;
  /** A file of the result as the reader can open it from where they are. */
  readonly shownPath: (file: string) => string;
}

/** At most so many single files that were left out are named; the JSON report has all of them. */
const mostNamed = 10;

/** The whole report, ending in a line feed. */
export function textReport(input: ReportInput, options: TextOptions): string {
  const { findings } = input.result;
  const rules = [...new Set(findings.map((finding) => finding.rule))].flatMap(
    (id) => input.rules.get(id) ?? [],
  );
  const blocks = [
    ...findings.map((finding) => findingBlock(finding, options)),
    ...rules.map((rule) => ruleBlock(rule, options)),
    summaryBlock(input, options),
  ];
  blocks.unshift(...nothingRead(input.result, options.width));
  return `${blocks.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

/** Says why there could be no finding, so that silence is not taken for a clean bill. */
function nothingRead({ flows, stats, skipped }: LintResult, width: number): string[][] {
  const { filesSeen, filesParsed, setupsJudged, settingsJudged } = stats;
  if (filesSeen === 0 || setupsJudged + settingsJudged + flows.length > 0) return [];
  // What a setup with errors would have held is not known.
  if (skipped.some(({ details }) => details !== undefined)) return [];
  if (filesParsed === 0)
    return [["No authentication code found: no file mentions codes, texts or password resets."]];
  return [
    wrap(
      `No way to a new password or a session was recognised in the ${counted(filesParsed, "file")} that could hold one.`,
      width,
    ),
  ];
}

function findingBlock(finding: Finding, options: TextOptions): string[] {
  const { paint, width } = options;
  const gutter = " ".repeat(String(finding.line).length);
  const code = codeAt(finding, options, width - gutter.length - 3);
  const head = `${finding.severity}[${finding.rule}]`;
  const [first = "", ...rest] = hang(`${head}: `, visible(finding.message), width);
  return [
    paint.severity(finding.severity, paint.strong(head)) + paint.strong(first.slice(head.length)),
    ...rest.map((line) => paint.strong(line)),
    `${gutter}${paint.faint("-->")} ${placeText(finding, options)}`,
    ...(code === undefined
      ? []
      : [
          `${gutter} ${paint.faint("|")}`,
          `${paint.faint(`${finding.line} |`)} ${code}`,
          `${gutter} ${paint.faint("|")}`,
        ]),
    ...chainLines(finding.related, options),
    ...finding.consequences.flatMap((consequence) =>
      hang(
        "  = and so: ",
        `${visible(consequence.message)} (${visible(options.shownPath(consequence.file))}:${consequence.line})`,
        width,
      ),
    ),
    ...hang("  = attack: ", visible(finding.attack), width),
    ...hang("  = mend: ", visible(finding.fix), width),
    ...finding.notes.flatMap((note) => hang("  = look at: ", visible(note), width)),
    ...(finding.confidence === "high"
      ? []
      : hang("  = confidence: ", confidenceWords[finding.confidence], width)),
    ...playLines(finding, options),
  ];
}

/** A setup that stands in a file is played from there; one that was inferred travels in a link to the training site. */
function playLines({ file, scenario, playUrl }: Finding, { shownPath }: TextOptions): string[] {
  if (/\.setup\.(?:yaml|yml|json)$/.test(file) && scenario !== undefined)
    // On one line, however long: a command that is broken in two cannot be copied.
    return [`  = play it: npx onefactor simulate ${shellWord(shownPath(file))} --scenario ${scenario}`];
  return playUrl === undefined ? [] : [`  = play it (npm start, then this path): ${visible(playUrl)}`];
}

function shellWord(file: string): string {
  return /^[\w./-]+$/.test(file) ? file : `'${visible(file).replaceAll("'", "'\\''")}'`;
}

const confidenceWords = {
  medium: "medium; one end of the chain rests on a name or on configuration",
  low: "low; only names speak for it",
} as const;

function chainLines(chain: readonly RelatedPlace[], options: TextOptions): string[] {
  const labels = chain.map((place, index) => `  ${index + 1} ${visible(place.message)}`);
  const column = Math.max(0, ...labels.map(textWidth)) + 2;
  // Side by side where all of them fit, else one below the other: a chain that does both is hard to follow.
  const fits = chain.every((place) => column + textWidth(placeText(place, options)) <= options.width);
  return chain.flatMap((place, index) => {
    const label = labels[index] ?? "";
    const code = codeAt(place, options, options.width - 4);
    return [
      ...(fits
        ? [padTo(label, column) + placeText(place, options)]
        : [label, `    ${placeText(place, options)}`]),
      ...(code === undefined ? [] : [`  ${options.paint.faint("|")} ${code.trimStart()}`]),
    ];
  });
}

function ruleBlock(rule: RuleMeta, { paint, width }: TextOptions): string[] {
  return [
    paint.strong(`Why ${rule.id} matters`),
    ...wrap(rule.why, width - 2).map((line) => `  ${line}`),
    ...rule.clauses.flatMap((clause) => hang("  - ", `${clause.id}: ${clause.asks}`, width)),
    ...hang("  For more, and when it is fine: ", `npx onefactor explain ${rule.id}`, width),
  ];
}

function summaryBlock({ result }: ReportInput, options: TextOptions): string[] {
  const { findings, stats, skipped } = result;
  const { paint, width } = options;
  const bySeverity = (["error", "warning", "info"] as const).flatMap((severity) => {
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
    ...(stats.hidden === 0 ? [] : hiddenLines(stats.hidden, width)),
    ...wrap(readWords(result), width),
    ...(stats.skipped.length === 0
      ? []
      : hang("Left out: ", `${stats.skipped.map(skipCountWords).join(", ")}.`, width)),
    ...named.flatMap((file) => skippedLines(file, options)),
    ...(skipped.length > mostNamed
      ? [`  and ${withCommas(skipped.length - mostNamed)} more; --format json lists all`]
      : []),
  ];
}

function skippedLines({ file, reason, details = [] }: SkippedFile, options: TextOptions): string[] {
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

function readWords({ stats, flows }: LintResult): string {
  const { filesSeen, filesParsed, setupsJudged, settingsJudged } = stats;
  const parsed = filesParsed === 0 ? "parsed none" : `parsed ${withCommas(filesParsed)}`;
  const ways =
    flows.length === 0 ? "" : `, read ${counted(flows.length, "way")} to a new password or a session`;
  const setups = setupsJudged === 0 ? "" : `, judged ${counted(setupsJudged, "setup file")}`;
  const settings = settingsJudged === 0 ? "" : `, judged ${counted(settingsJudged, "place")} with settings`;
  return `Searched ${counted(filesSeen, "file")}, ${parsed}${ways}${settings}${setups}.`;
}

function placeText({ file, line, column }: Place, { shownPath }: TextOptions): string {
  return `${visible(shownPath(file))}:${line}:${column}`;
}

function codeAt(place: Place, { lineAt }: TextOptions, width: number): string | undefined {
  const line = lineAt(place);
  return line === undefined ? undefined : shorten(visibleCode(line.trimEnd()), width);
}

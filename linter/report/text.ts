// The report for people: each finding with its code, its chain, the attack and how to mend it.
import {
  type Consequence,
  type Finding,
  type RelatedPlace,
  type RuleMeta,
  unparsedSettings,
} from "../finding.ts";
import type { Place } from "../flow.ts";
import type { LintResult } from "../result.ts";
import { visible, visibleCode } from "./escape.ts";
import { hang, padTo, shorten, textWidth, wrap } from "./layout.ts";
import type { Paint } from "./paint.ts";
import type { ReportInput } from "./report.ts";
import { summaryBlock } from "./summary.ts";
import { counted } from "./words.ts";

export interface TextOptions {
  readonly paint: Paint;
  /** Columns of the terminal. */
  readonly width: number;
  /** The line of code at a place, if it can still be read. */
  readonly lineAt: (place: Place) => string | undefined;
  /** A file of the result as the reader can open it from where they are. */
  readonly shownPath: (file: string) => string;
}

/** So many rules are explained in full; where more have spoken, each has its line, and a table counts them. */
const mostExplained = 3;

/** So many findings of one rule are told in full; what the next ones only repeat is told by a word. */
const mostTold = 3;

/** The whole report, ending in a line feed. */
export function textReport(input: ReportInput, options: TextOptions): string {
  const { findings } = input.result;
  const blocks = [
    ...nothingRead(input.result, options.width),
    ...findings.map((finding, index) => findingBlock(finding, findings.slice(0, index), options)),
    ...whyBlocks(input, options),
    summaryBlock(input, options),
  ];
  return `${blocks.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

/** Why the rules matter that have spoken, each once. */
function whyBlocks({ result: { findings }, rules }: ReportInput, options: TextOptions): string[][] {
  const found = [...new Set(findings.map(({ rule }) => rule))].flatMap((id) => rules.get(id) ?? []);
  if (found.length <= mostExplained) return found.map((rule) => ruleBlock(rule, options));
  return [
    [
      options.paint.strong("What these rules look for"),
      ...found.flatMap(({ id, title }) => hang(`  ${id}: `, title, options.width)),
      "  Why, what each rests on, and when it is fine: npx onefactor explain <rule>",
    ],
  ];
}

/** Says why there could be no finding, so that silence is not taken for a clean bill. */
function nothingRead({ flows, stats, skipped }: LintResult, width: number): string[][] {
  const { filesSeen, filesParsed, setupsJudged, settingsJudged } = stats;
  if (filesSeen === 0 || setupsJudged + settingsJudged + flows.length > 0) return [];
  // What a setup with errors would have held is not known, nor what settings that cannot be parsed would have said.
  if (skipped.some(({ details, reason }) => details !== undefined || reason === unparsedSettings)) return [];
  if (filesParsed === 0)
    return [["No authentication code found: no file mentions codes, texts or password resets."]];
  return [
    wrap(
      `No way into an account was recognised in the ${counted(filesParsed, "file")} that could hold one.`,
      width,
    ),
  ];
}

function findingBlock(finding: Finding, before: readonly Finding[], options: TextOptions): string[] {
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
    ...chainOnce(finding, before, options),
    ...finding.consequences.flatMap((consequence) => consequenceLines(consequence, finding, options)),
    ...adviceLines(finding, before, options),
    ...finding.notes.flatMap((note) => hang("  = look at: ", visible(note), width)),
    ...(finding.confidence === "high"
      ? []
      : hang("  = confidence: ", confidenceWords[finding.confidence], width)),
    ...playLines(finding, options),
  ];
}

/** What falls along, and what other rules say of the same place. */
function consequenceLines(
  { rule, severity, message, file, line }: Consequence,
  finding: Finding,
  { shownPath, width }: TextOptions,
): string[] {
  const isHere = file === finding.file && line === finding.line;
  const place = isHere ? "" : ` (${visible(shownPath(file))}:${line})`;
  return rule === finding.rule
    ? hang("  = and so: ", `${visible(message)}${place}`, width)
    : hang("  = also: ", `${severity}[${visible(rule)}] ${visible(message)}${place}`, width);
}

function adviceLines(
  { rule, attack, fix }: Finding,
  before: readonly Finding[],
  options: TextOptions,
): string[] {
  const same = before.filter((other) => other.rule === rule && other.attack === attack && other.fix === fix);
  const [first] = same;
  if (first !== undefined && same.length >= mostTold)
    return hang("  = attack and mend: ", `as at ${placeText(first, options)}`, options.width);
  return [
    ...hang("  = attack: ", visible(attack), options.width),
    ...hang("  = mend: ", visible(fix), options.width),
  ];
}

/** A setup that stands in a file is played from there; one that was inferred travels in a link to the training site. */
function playLines({ file, scenario, playUrl }: Finding, { shownPath }: TextOptions): string[] {
  if (/\.setup\.(?:yaml|yml|json)$/.test(file) && scenario !== undefined)
    // On one line, however long: a command that is broken in two cannot be copied.
    return [`  = play it: npx onefactor simulate ${shellWord(shownPath(file))} --scenario ${scenario}`];
  return playUrl === undefined
    ? []
    : [`  = play it (npm start in a clone of onefactor): ${visible(playUrl)}`];
}

function shellWord(file: string): string {
  return /^[\w./-]+$/.test(file) ? file : `'${visible(file).replaceAll("'", "'\\''")}'`;
}

const confidenceWords = {
  medium: "medium; one end of the chain rests on a name or on configuration",
  low: "low; only names speak for it",
} as const;

/** The chain of a flow, which is told with the first of its findings. */
function chainOnce(
  { related }: Finding,
  before: readonly Finding[],
  options: TextOptions,
): readonly string[] {
  const chain = chainLines(related, options);
  if (related.length < 2) return chain;
  const told = before.find((other) => isSameChain(other.related, related));
  return told === undefined
    ? chain
    : hang("  = in the same flow: ", `${visible(told.rule)} at ${placeText(told, options)}`, options.width);
}

function isSameChain(one: readonly RelatedPlace[], other: readonly RelatedPlace[]): boolean {
  return (
    one.length === other.length &&
    one.every(({ message, file, line, column }, index) => {
      const place = other[index];
      return (
        place?.message === message && place.file === file && place.line === line && place.column === column
      );
    })
  );
}

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

/** A place as the reader can open it. */
export function placeText({ file, line, column }: Place, { shownPath }: TextOptions): string {
  return `${visible(shownPath(file))}:${line}:${column}`;
}

/** The line of code at a place, cut to a width. */
export function codeAt(place: Place, { lineAt }: TextOptions, width: number): string | undefined {
  const line = lineAt(place);
  return line === undefined ? undefined : shorten(visibleCode(line.trimEnd()), width);
}

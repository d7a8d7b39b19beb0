// Explains one place: which flows go through it, how each was understood, and what every rule makes of it.
import { holdingTitle, routeSets } from "../simulator/index.ts";
import { sourceKind } from "./collect/names.ts";
import type { ExplainedFlow, ExplainedPlace, FileReading, RuleFate, Touch, WayIn } from "./explained.ts";
import type { Finding } from "./finding.ts";
import type { Flow, Place } from "./flow.ts";
import { inferSetup } from "./infer.ts";
import { judgeFlow } from "./judge.ts";
import { confidences, type Levels, severities } from "./levels.ts";
import type { Scan } from "./lint.ts";
import { profileById } from "./profiles.ts";
import { endOfWhatBeginsAt } from "./read/extent.ts";
import type { LintResult } from "./result.ts";
import { codeRules, policyRules, ruleMetas } from "./rules/index.ts";
import { compareText } from "./order.ts";
import type { SkipReason } from "./skipped.ts";

/** What an explanation is made from. */
export interface ExplainRequest {
  readonly file: string;
  readonly line: number;
  readonly scan: Scan;
  readonly result: LintResult;
  readonly levels: Levels;
  /** The text of the file, to see where its handlers end. */
  readonly text: string;
  /** Whether the file, or a folder around it, was left out, and why. */
  readonly leftOut?: { readonly path: string; readonly reason: SkipReason };
}

/** Some rules judge the codes of flows, and of setups written by hand as well; of a flow they are told once. */
const judgesCodes = new Set(codeRules.map(({ meta }) => meta.id));

/** So many ways to open a route are told; more are no help to a reader. */
const mostSets = 6;
const mostNearest = 5;
const mostElsewhere = 3;

/** Explains a place. */
export function explainPlace(request: ExplainRequest): ExplainedPlace {
  const { file, line, scan, result, text } = request;
  const { flows } = scan.reading;
  const here = flows.flatMap((flow) => {
    const touches = touchesOf(flow, file, line, text);
    return touches.length === 0 ? [] : [explainFlow(flow, touches, request)];
  });
  return {
    file,
    line,
    reading: readingOf(request),
    flows: here,
    nearest: here.length === 0 ? nearestTo(result.flows, file, line) : [],
    flowsInAll: flows.length,
  };
}

function touchesOf(flow: Flow, file: string, line: number, text: string): Touch[] {
  const isHere = (place: Place) =>
    place.file === file && place.line <= line && line <= (place.endLine ?? place.line);
  const { entry, effect } = flow;
  const begins = isHere(entry.place);
  const encloses =
    !begins &&
    entry.place.file === file &&
    entry.place.line < line &&
    line <= (endOfWhatBeginsAt(file, text, entry.place) ?? 0);
  const steps = [
    ...flow.steps,
    ...flow.proofs.flatMap(({ checked, sent }) => (sent === undefined ? [checked] : [checked, sent])),
  ];
  return [
    ...(begins ? (["begins"] as const) : []),
    ...(encloses ? (["handler"] as const) : []),
    ...(steps.some((step) => step !== effect && isHere(step.place)) ? (["step"] as const) : []),
    ...(isHere(effect.place) ? (["end"] as const) : []),
  ];
}

function explainFlow(flow: Flow, touches: readonly Touch[], request: ExplainRequest): ExplainedFlow {
  const { scan, result } = request;
  const profile = profileById(result.stats.profile);
  const said = judgeFlow(flow, scan.reading.flows, profile).map((finding) => ({
    finding,
    fate: fateOf(finding, request),
  }));
  const speaking = new Set(said.map(({ finding }) => finding.rule));
  const silent = (rules: readonly { readonly meta: { readonly id: string } }[]) =>
    rules.map(({ meta }) => meta.id).filter((id) => !speaking.has(id));
  return {
    flow,
    touches,
    wayIn: wayInOf(flow),
    said,
    silent: {
      ways: silent(policyRules.filter(({ meta }) => !judgesCodes.has(meta.id))),
      codes: silent(codeRules),
    },
  };
}

function fateOf(finding: Finding, { result, levels }: ExplainRequest): RuleFate {
  const profile = profileById(result.stats.profile);
  const meta = ruleMetas.get(finding.rule);
  if (meta !== undefined && !profile.speaks(meta)) return { is: "left-out-by-profile" };
  if (severities.indexOf(finding.severity) < severities.indexOf(levels.severity))
    return { is: "below-severity" };
  if (confidences.indexOf(finding.confidence) < confidences.indexOf(levels.confidence))
    return { is: "below-confidence" };
  // The place first: faults that look alike have fingerprints that are numbered only once all are known.
  const reported =
    result.findings.find((other) => other.rule === finding.rule && samePlace(other, finding)) ??
    result.findings.find(({ fingerprint }) => fingerprint === finding.fingerprint);
  if (reported !== undefined)
    return samePlace(reported, finding) && reported.confidence === finding.confidence
      ? { is: "reported" }
      : { is: "same-as", other: reported };
  const around = result.findings.find(({ consequences }) =>
    consequences.some(({ rule, message }) => rule === finding.rule && message === finding.message),
  );
  return around === undefined ? { is: "stood-for" } : { is: "told-with", rule: around.rule };
}

function samePlace(one: Place, other: Place): boolean {
  return one.file === other.file && one.line === other.line && one.column === other.column;
}

/** What opens the way that a flow is, as the simulator sees it; or why it is no way in for a stranger. */
function wayInOf(flow: Flow): WayIn {
  const inferred = inferSetup(flow);
  if (inferred !== undefined) {
    const { sets } = routeSets(inferred.setup, inferred.route);
    return {
      opensTo: sets
        .slice(0, mostSets)
        .map((set) => set.map((holding) => holdingTitle(inferred.setup, holding))),
    };
  }
  if (flow.makesAccount) return { none: "makes-account" };
  const kinds = new Set(flow.proofs.map(({ kind }) => kind));
  if (kinds.has("session")) return { none: "needs-session" };
  return { none: kinds.has("unknown-code") ? "unknown-code" : "other" };
}

function readingOf({ file, scan, result, leftOut }: ExplainRequest): FileReading {
  if (scan.settings.includes(file)) return { is: "settings" };
  if (scan.opened.has(file))
    return { is: "read", troubles: result.skipped.filter((skipped) => skipped.file === file) };
  if (leftOut !== undefined) return { is: "left-out", ...leftOut };
  if (scan.setups.some((setup) => setup.file === file)) return { is: "setup" };
  if (scan.pages.has(file)) return { is: "page" };
  if (scan.files.includes(file)) return { is: "no-candidate" };
  return { is: sourceKind(file, "") === undefined ? "no-code" : "not-scanned" };
}

function nearestTo(flows: readonly Flow[], file: string, line: number): ExplainedPlace["nearest"] {
  const ranked = flows.flatMap((flow) => {
    const places = [flow.entry.place, ...flow.steps.map(({ place }) => place), flow.effect.place];
    const [nearest] = places
      .map((at) => ({ flow, at, away: awayFrom(at, file, line) }))
      .toSorted((a, b) => a.away - b.away);
    return nearest === undefined ? [] : [nearest];
  });
  const isHere = ranked.some(({ at }) => at.file === file);
  return ranked
    .filter(({ at }) => !isHere || at.file === file)
    .toSorted((a, b) => a.away - b.away || compareText(a.at.file, b.at.file) || a.at.line - b.at.line)
    .slice(0, isHere ? mostNearest : mostElsewhere)
    .map(({ flow, at }) => ({ flow, at }));
}

/** Lines in the same file; another file is farther than any line, and the farther the fewer folders are shared. */
function awayFrom(at: Place, file: string, line: number): number {
  if (at.file === file) return Math.abs(at.line - line);
  const parts = file.split("/");
  const differs = at.file.split("/").findIndex((part, index) => part !== parts[index]);
  return 1e9 - (differs === -1 ? 0 : differs);
}

// Measures the linter on labelled trees, by hand: `npx node test/linter/corpus.ts <labels.json> <folder of trees> [name…]`.
// A label names a repository, flows with a verdict and a line, and places that must stay silent; a tree lies in a
// folder called after its repository, with `+` for `/`. Nothing of the trees is ever run.
import { readFileSync, existsSync } from "node:fs";
import { join } from "node:path";
import { ts } from "ts-morph";
import { diskTree } from "../../linter/cli/disk.ts";
import type { Finding } from "../../linter/finding.ts";
import type { Flow } from "../../linter/flow.ts";
import { defaultLevels, isShown } from "../../linter/levels.ts";
import { lint } from "../../linter/lint.ts";
import { ruleMetas } from "../../linter/rules/index.ts";

interface Label {
  readonly repo: string;
  readonly flows: readonly {
    readonly file: string;
    readonly line: number;
    readonly handler: string;
    readonly verdict: string;
    readonly confidence: string;
    readonly weaknesses?: readonly Weakness[];
  }[];
}

/** Which rules answer to each verdict of the labels; an empty list is a place where no single factor may be reported. */
const verdicts: Readonly<Record<string, readonly string[]>> = {
  "single-factor SMS reset": ["sms-only-reset", "framework-phone-reset", "cognito-phone-recovery"],
  "SMS-only login": ["sms-only-login", "sms-bypasses-mfa", "framework-phone-reset"],
  "phone change without re-authentication": ["phone-change-without-reauth"],
  "reset without proof (verification not bound or absent)": ["unbound-reset"],
  "MFA bypass by SMS": ["sms-bypasses-mfa"],
  "infra: lock-out risk": ["lockout-risk", "sms-only-mfa", "cognito-recovery-default"],
  "SMS is second factor": [],
  "email-only OTP reset (not SMS)": [],
  "library definition, not an application flow": [],
  "SMS verifies a contact point, not an authentication": [],
};

interface Weakness {
  readonly file: string;
  readonly line: number;
  readonly kind: string;
}

/** Which rules each kind of weakness belongs to, by the words that the labels use. */
const weaknesses: readonly (readonly [words: RegExp, rule: string])[] = [
  [/math-random|otp-weak-random|token-derived-from-otp/, "otp-weak-random"],
  [/\b4 digits|low-entropy/, "otp-low-entropy"],
  [/otp-logged/, "otp-logged"],
  [/otp-in-response/, "otp-in-response"],
  [/otp-no-attempt-limit/, "otp-no-attempt-limit"],
  [/otp-no-expiry/, "otp-no-expiry"],
  [/not-consumed|reusable/, "otp-reusable"],
  [/no purpose|purpose-confusion/, "otp-purpose-confusion"],
  [/loose/, "otp-compare-loose"],
  [/totp-window/, "totp-window-wide"],
  [/hard-coded/, "otp-hard-coded"],
];

/** How far the reported line may lie from the labelled one: labels point at a decorator, a signature or a route. */
const slack = 8;

const [labelsFile, folder, ...only] = process.argv.slice(2);
if (labelsFile === undefined || folder === undefined) {
  console.error("usage: npx node test/linter/corpus.ts <labels.json> <folder of trees> [name…]");
  process.exit(2);
}

const labels: readonly Label[] = JSON.parse(readFileSync(labelsFile, "utf8"));
const told = new Map<string, { found: number; missed: number }>();
let extra = 0;
let wrong = 0;
const weak = { found: 0, missed: 0, extra: 0 };
for (const label of labels) {
  const tree = join(folder, label.repo.replace("/", "+"));
  if (!existsSync(tree) || (only.length > 0 && !only.some((name) => label.repo.includes(name)))) continue;
  const { findings, flows, stats, skipped } = await lint({
    tree: diskTree(tree),
    starts: [{ path: "", kind: "folder" }],
    levels: { severity: "info", confidence: process.env["LOW"] === "1" ? "low" : "medium" },
    links: false,
  });
  const memory = Math.round(process.memoryUsage.rss() / 1_048_576);
  console.log(
    `\n## ${label.repo}: ${stats.filesSeen} files, ${stats.filesParsed} parsed, ${stats.milliseconds} ms, ${memory} MB, ${flows.length} flows, ${skipped.length} skipped`,
  );
  const open = new Set(findings);
  for (const flow of label.flows) {
    const rules = verdicts[flow.verdict];
    if (rules === undefined) throw new Error(`no rule is named for the verdict "${flow.verdict}"`);
    const here = findings.filter((finding) => isAt(finding, flow, flows));
    if (rules.length === 0) {
      for (const finding of here)
        if (ruleMetas.get(finding.rule)?.group === "single-factor" && finding.confidence === "high") {
          wrong++;
          console.log(`WRONG  ${flow.file}:${flow.line} (${flow.verdict}) ${finding.rule}`);
        }
      continue;
    }
    const hit = here.find(
      ({ rule, consequences }) =>
        rules.includes(rule) || consequences.some((consequence) => rules.includes(consequence.rule)),
    );
    const counts = told.get(`${flow.verdict}, ${flow.confidence}`) ?? { found: 0, missed: 0 };
    told.set(`${flow.verdict}, ${flow.confidence}`, counts);
    if (hit === undefined) counts.missed++;
    else counts.found++;
    console.log(
      `${hit === undefined ? "MISSED" : "found "} ${flow.verdict} (${flow.confidence}) ${flow.file}:${flow.line} ${flow.handler}`,
    );
    if (hit === undefined) continue;
    if (open.delete(hit)) show(hit);
  }
  for (const weakness of label.flows.flatMap((flow) => flow.weaknesses ?? []))
    for (const [words, rule] of weaknesses) {
      if (!words.test(weakness.kind)) continue;
      const hits = findings.filter(
        (finding) =>
          finding.rule === rule &&
          finding.file === weakness.file &&
          (Math.abs(finding.line - weakness.line) <= slack || isInHandlerAt(tree, finding, weakness.line)),
      );
      if (hits.length === 0) weak.missed++;
      else weak.found++;
      const [hit] = hits;
      console.log(
        `${hit === undefined ? "WEAK MISSED" : "weak found "} ${rule} ${weakness.file}:${weakness.line}${hit === undefined ? "" : ` at ${hit.line} (${hit.severity}, ${hit.confidence})`}`,
      );
      for (const one of hits) open.delete(one);
    }
  const shown = [...open].filter(({ rule }) => ruleMetas.get(rule)?.group === "code");
  for (const finding of shown) {
    open.delete(finding);
    if (ruleMetas.get(finding.rule)?.strict === true || !isShown(finding, defaultLevels)) continue;
    weak.extra++;
    console.log(
      `WEAK EXTRA  ${finding.rule} ${finding.severity} ${finding.confidence} ${finding.file}:${finding.line} ${finding.message}`,
    );
  }
  for (const finding of open) {
    extra++;
    console.log(
      `EXTRA  ${finding.severity} ${finding.rule} (${finding.confidence}) ${finding.file}:${finding.line} ${finding.message}`,
    );
    show(finding);
  }
  if (process.env["FLOWS"] === "1") for (const flow of flows) console.log(`  ${line(flow)}`);
}
console.log(`weaknesses found ${weak.found}, missed ${weak.missed}, not labelled but shown ${weak.extra}`);
for (const [verdict, { found, missed }] of [...told].toSorted(([a], [b]) => (a < b ? -1 : 1)))
  console.log(`${verdict}: found ${found}, missed ${missed}`);
console.log(`extra ${extra}, single factors reported where labels forbid it ${wrong}`);

/**
 * Whether a finding stands at a labelled place: near its line, in a handler that encloses it, at the route that the label
 * names, or with a part of its chain in the labelled function.
 */
function isAt(finding: Finding, label: Label["flows"][number], flows: readonly Flow[]): boolean {
  if (finding.file === label.file && Math.abs(finding.line - label.line) <= slack) return true;
  const route = /\b(?:GET|POST|PUT|PATCH|DELETE) (\/?[\w/:.-]+)/.exec(label.handler)?.[1];
  if (route !== undefined && finding.message.includes(`${route.startsWith("/") ? "" : "/"}${route} (`))
    return true;
  if (
    finding.related.some(
      ({ file, line }) => file === label.file && line >= label.line && line < label.line + 20,
    )
  )
    return true;
  return flows.some(({ entry: { place, handler } }) => {
    const isOf = place.file === finding.file && place.line === finding.line;
    const encloses = handler?.file === label.file && handler.from <= label.line && label.line <= handler.to;
    return isOf && encloses;
  });
}

/** Whether a function around a finding begins at a labelled line: some labels point at the handler, not at the check in it. */
function isInHandlerAt(tree: string, { file, line: at }: Finding, labelled: number): boolean {
  const source = ts.createSourceFile(
    file,
    readFileSync(join(tree, file), "utf8"),
    ts.ScriptTarget.Latest,
    true,
  );
  const lineOf = (position: number): number => source.getLineAndCharacterOfPosition(position).line + 1;
  const begins = (node: ts.Node): boolean => {
    const [from, to] = [lineOf(node.getStart()), lineOf(node.getEnd())];
    if (at < from || at > to) return false;
    if (ts.isFunctionLike(node) && Math.abs(from - labelled) <= 2) return true;
    return ts.forEachChild(node, (child) => begins(child) || undefined) === true;
  };
  return begins(source);
}

function show(finding: Finding): void {
  console.log(`       ${finding.rule} at ${finding.file}:${finding.line} (${finding.confidence})`);
  for (const { file, line: at, message } of finding.related) console.log(`       ${file}:${at} ${message}`);
}

function line({ entry, proofs, effect, confidence, unknowns }: Flow): string {
  const asked = proofs.map((proof) => `${proof.kind}(${proof.confidence})`).join(" + ");
  return `${confidence} ${entry.place.file}:${entry.place.line} ${entry.name}: ${asked === "" ? "nothing" : asked} → ${effect.what} ${effect.place.file}:${effect.place.line} ${unknowns.join("; ")}`;
}

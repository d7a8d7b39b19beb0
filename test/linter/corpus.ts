// Measures the linter on labelled trees, by hand: `npx node test/linter/corpus.ts <labels.json> <folder of trees> [name…]`.
// A label names a repository, flows with a verdict and a line, and places that must stay silent; a tree lies in a
// folder called after its repository, with `+` for `/`. Nothing of the trees is ever run.
import { readFileSync, existsSync } from "node:fs";
import { join } from "node:path";
import { diskTree } from "../../linter/cli/disk.ts";
import type { Finding } from "../../linter/finding.ts";
import type { Flow } from "../../linter/flow.ts";
import { lint } from "../../linter/lint.ts";

interface Label {
  readonly repo: string;
  readonly flows: readonly {
    readonly file: string;
    readonly line: number;
    readonly handler: string;
    readonly verdict: string;
    readonly confidence: string;
  }[];
}

/** Which rule each verdict of the labels belongs to. Verdicts of rules that do not exist yet are left out. */
const verdicts: Readonly<Record<string, string>> = {
  "single-factor SMS reset": "sms-only-reset",
  "infra: lock-out risk": "cognito-recovery-default",
};
/** How far the reported line may lie from the labelled one: labels point at a decorator, a signature or a route. */
const slack = 8;

const [labelsFile, folder, ...only] = process.argv.slice(2);
if (labelsFile === undefined || folder === undefined) {
  console.error("usage: npx node test/linter/corpus.ts <labels.json> <folder of trees> [name…]");
  process.exit(2);
}

const labels: readonly Label[] = JSON.parse(readFileSync(labelsFile, "utf8"));
const told = { found: 0, missed: 0, extra: 0 };
for (const label of labels) {
  const tree = join(folder, label.repo.replace("/", "+"));
  if (!existsSync(tree) || (only.length > 0 && !only.some((name) => label.repo.includes(name)))) continue;
  const { findings, flows, stats, skipped } = await lint({
    tree: diskTree(tree),
    starts: [{ path: "", kind: "folder" }],
    levels: { severity: "info", confidence: "low" },
    links: false,
  });
  const memory = Math.round(process.memoryUsage.rss() / 1_048_576);
  console.log(
    `\n## ${label.repo}: ${stats.filesSeen} files, ${stats.filesParsed} parsed, ${stats.milliseconds} ms, ${memory} MB, ${flows.length} flows, ${skipped.length} skipped`,
  );
  const open = new Set(findings);
  for (const flow of label.flows) {
    const rule = verdicts[flow.verdict];
    if (rule === undefined) continue;
    const hit = findings.find(
      (finding) =>
        finding.rule === rule && finding.file === flow.file && Math.abs(finding.line - flow.line) <= slack,
    );
    if (hit === undefined) told.missed++;
    else told.found++;
    if (hit !== undefined) open.delete(hit);
    console.log(
      `${hit === undefined ? "MISSED" : "found "} ${flow.confidence} ${flow.file}:${flow.line} ${flow.handler}`,
    );
    if (hit !== undefined) show(hit);
  }
  for (const finding of open) {
    told.extra++;
    console.log(`EXTRA  ${finding.confidence} ${finding.file}:${finding.line} ${finding.message}`);
    show(finding);
  }
  if (process.env["FLOWS"] === "1") for (const flow of flows) console.log(`  ${line(flow)}`);
}
console.log(`\nfound ${told.found}, missed ${told.missed}, extra ${told.extra}`);

function show(finding: Finding): void {
  console.log(`       at ${finding.line} (${finding.confidence})`);
  for (const { file, line: at, message } of finding.related) console.log(`       ${file}:${at} ${message}`);
}

function line({ entry, proofs, effect, confidence, unknowns }: Flow): string {
  const asked = proofs.map((proof) => `${proof.kind}(${proof.confidence})`).join(" + ");
  return `${confidence} ${entry.place.file}:${entry.place.line} ${entry.name}: ${asked === "" ? "nothing" : asked} → ${effect.what} ${effect.place.file}:${effect.place.line} ${unknowns.join("; ")}`;
}

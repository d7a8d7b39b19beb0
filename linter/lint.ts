// The linter as one function: collect → prefilter → read → infer → judge.
import { collect, largestFile, type StartingPoint } from "./collect.ts";
import type { FileTree } from "./file-tree.ts";
import type { SkippedFile } from "./finding.ts";
import type { Strictness } from "./judge.ts";
import { isShown, type Levels } from "./levels.ts";
import { isCandidate } from "./prefilter.ts";
import { readFlows } from "./read/index.ts";
import type { LintResult } from "./result.ts";
import { compareText, type SkipLog, skipLog } from "./skipped.ts";

export interface LintRequest {
  readonly tree: FileTree;
  readonly starts: readonly StartingPoint[];
  readonly levels: Levels;
  /** Whether findings carry a link that plays them. A link holds the whole inferred setup. */
  readonly links: boolean;
  /** Which rules speak; `default` if not given. */
  readonly profile?: Strictness;
}

/** Scans a tree of files. Executes nothing of it, and loads the parser only if a file calls for it. */
export async function lint({
  tree,
  starts,
  levels,
  links,
  profile = "default",
}: LintRequest): Promise<LintResult> {
  const began = performance.now();
  const log = skipLog();
  const { files, candidates, setups } = searchFiles(tree, starts, log);
  const reading = await readFlows({ files, candidates, readFile: (file) => textOf(tree, file) });
  const { findings, setupsJudged } = await judgeAll(reading.flows, setups, links, profile, log);
  const shown = findings.filter((finding) => isShown(finding, levels));
  return {
    findings: shown,
    flows: reading.flows,
    stats: {
      filesSeen: files.length + setups.length,
      filesParsed: reading.filesParsed,
      setupsJudged,
      milliseconds: Math.round(performance.now() - began),
      hidden: findings.length - shown.length,
      skipped: log.counts(),
    },
    skipped: [...log.listed(), ...reading.skipped].toSorted(byFile),
  };
}

interface SetupText {
  readonly file: string;
  readonly bytes: Uint8Array;
}

function searchFiles(tree: FileTree, starts: readonly StartingPoint[], log: SkipLog) {
  const files: string[] = [];
  const candidates: string[] = [];
  const setups: SetupText[] = [];
  for (const { file, kind, bytes } of collect(tree, starts, log)) {
    if (kind === "setup") {
      setups.push({ file, bytes });
      continue;
    }
    files.push(file);
    // The bytes of all other files are let go: a large tree would not fit into memory.
    if (isCandidate(bytes)) candidates.push(file);
  }
  return { files, candidates, setups };
}

function textOf(tree: FileTree, file: string): string | undefined {
  const bytes = tree.read(file, largestFile);
  return typeof bytes === "string" ? undefined : new TextDecoder().decode(bytes);
}

async function judgeAll(
  flows: LintResult["flows"],
  setups: readonly SetupText[],
  links: boolean,
  profile: Strictness,
  log: SkipLog,
): Promise<{ findings: LintResult["findings"]; setupsJudged: number }> {
  if (flows.length === 0 && setups.length === 0) return { findings: [], setupsJudged: 0 };
  // The simulator with its statecharts is loaded only where there is something to judge.
  const [{ judge }, { judgedSetupFile }] = await Promise.all([
    import("./judge.ts"),
    import("./setup-file.ts"),
  ]);
  const judged = setups.flatMap(({ file, bytes }) => {
    const setup = judgedSetupFile(file, bytes);
    if (!("problems" in setup)) return setup;
    log.skip(file, "file", "invalid-setup", setup.problems);
    return [];
  });
  return { findings: await judge(flows, judged, links, profile), setupsJudged: judged.length };
}

function byFile(a: SkippedFile, b: SkippedFile): number {
  return compareText(a.file, b.file) || compareText(a.reason, b.reason);
}

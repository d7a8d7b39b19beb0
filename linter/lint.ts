// The linter as one function: search (collect → prefilter) → read → infer → judge.
import type { StartingPoint } from "./collect.ts";
import { asUtf8 } from "./collect/encoding.ts";
import { largestFile } from "./collect/source.ts";
import type { FileTree } from "./file-tree.ts";
import type { Finding, SkippedFile } from "./finding.ts";
import type { Judged } from "./judge.ts";
import { isShown, type Levels } from "./levels.ts";
import { profileById, type Profile, type ProfileId } from "./profiles.ts";
import { isPage } from "./read/components.ts";
import { type Reading, readFlows } from "./read/index.ts";
import type { LintResult } from "./result.ts";
import { compareText } from "./order.ts";
import { importable, type Searched, searchFiles, type SetupText } from "./search.ts";
import { type SkipLog, skipLog } from "./skipped.ts";

/** What is to be scanned. */
export interface ScanRequest {
  readonly tree: FileTree;
  readonly starts: readonly StartingPoint[];
  /** Called once, before the first file is parsed; never where none is. */
  readonly beforeParsing?: (() => void) | undefined;
}

export interface LintRequest extends ScanRequest {
  readonly levels: Levels;
  /** Whether findings carry a link that plays them. A link holds the whole inferred setup. */
  readonly links: boolean;
  /** By which measure; `default` if not given. */
  readonly profile?: ProfileId;
}

/** A tree that has been read and not judged yet. */
export interface Scan extends Searched {
  /** Pages of a browser in which nothing is decided; they would be candidates by their words. */
  readonly pages: ReadonlySet<string>;
  /** Whether more code lies under the root than was searched. Not looked for where there is nothing to read. */
  readonly partial: boolean;
  /** The files that were asked for while flows were followed, candidates included. */
  readonly opened: ReadonlySet<string>;
  readonly reading: Reading;
}

/** Scans a tree of files. Executes nothing of it, and loads the parser only if a file calls for it. */
export async function lint(request: LintRequest): Promise<LintResult> {
  // The clock of `performance` would be loaded first, which takes longer than what it tells better.
  const began = Date.now();
  const log = skipLog();
  return judgeScan(await scan(request, log), request, log, began);
}

/** The first half: collects, searches and reads. */
export async function scan({ tree, starts, beforeParsing }: ScanRequest, log: SkipLog): Promise<Scan> {
  const searched = searchFiles(tree, starts, log);
  const opened = new Set<string>();
  const readFile = (file: string) => {
    opened.add(file);
    return textOf(tree, file);
  };
  const pages = await pagesAmong(searched.candidates, tree);
  const candidates = searched.candidates.filter((file) => !pages.has(file));
  const all = candidates.length === 0 ? searched.files : importable(tree, starts, searched.files);
  const partial = all.length > searched.files.length;
  const reading = await readFlows({
    ...searched,
    files: all,
    searched: partial ? new Set(searched.files) : undefined,
    candidates,
    readFile,
    beforeParsing,
  });
  return { ...searched, candidates, pages, partial, opened, reading };
}

/** Those that are pages of a browser in which nothing is decided. */
async function pagesAmong(files: readonly string[], tree: FileTree): Promise<ReadonlySet<string>> {
  const pages = files.filter(isPage);
  if (pages.length === 0) return new Set();
  const { decidesNothing } = await import("./prefilter/pages.ts");
  return new Set(pages.filter((file) => decidesNothing(file, textOf(tree, file) ?? "")));
}

/** The second half: judges what was read. `began` is when the first half did. */
export async function judgeScan(
  scanned: Scan,
  { starts, levels, links, profile = "default" }: LintRequest,
  log: SkipLog,
  began: number,
): Promise<LintResult> {
  const { files, settings, setups, reading } = scanned;
  const { findings, leftOut, setupsJudged } = await judgeAll(
    reading,
    setups,
    links,
    profileById(profile),
    log,
  );
  const isAbout = aboutNamed(starts);
  const told = findings.filter(isAbout);
  const shown = told.filter((finding) => isShown(finding, levels));
  return {
    findings: shown,
    flows: reading.flows,
    stats: {
      profile,
      filesSeen: files.length + settings.length + setups.length,
      filesParsed: reading.filesParsed,
      setupsJudged,
      settingsJudged: reading.configured.length,
      partial: scanned.partial,
      milliseconds: Date.now() - began,
      hidden: told.length - shown.length,
      leftOut: leftOut.filter((finding) => isAbout(finding) && isShown(finding, levels)).length,
      skipped: log.counts(),
    },
    skipped: [...log.listed(), ...reading.skipped].toSorted(byFile),
  };
}

/**
 * Whether a finding stands in what was named, or something that belongs to it does. What is named may be called from
 * elsewhere and call what lies elsewhere, which is read to understand it; the faults of that alone are another matter.
 */
function aboutNamed(starts: readonly StartingPoint[]): (finding: Finding) => boolean {
  const isNamed = (file: string): boolean =>
    starts.some(({ path }) => path === "" || file === path || file.startsWith(`${path}/`));
  return ({ file, related }) => isNamed(file) || related.some((place) => isNamed(place.file));
}

function textOf(tree: FileTree, file: string): string | undefined {
  const bytes = tree.read(file, largestFile);
  return typeof bytes === "string" ? undefined : new TextDecoder().decode(asUtf8(bytes));
}

async function judgeAll(
  { flows, configured }: Pick<Reading, "flows" | "configured">,
  setups: readonly SetupText[],
  links: boolean,
  profile: Profile,
  log: SkipLog,
): Promise<Judged & { readonly setupsJudged: number }> {
  if (flows.length + configured.length + setups.length === 0)
    return { findings: [], leftOut: [], setupsJudged: 0 };
  // The simulator with its statecharts is loaded only where there is something to judge.
  const [{ judgeBy }, { judgedSetupFile }] = await Promise.all([
    import("./judge.ts"),
    import("./setup-file.ts"),
  ]);
  const judged = setups.flatMap(({ file, bytes }) => {
    const setup = judgedSetupFile(file, bytes);
    if (!("problems" in setup)) return setup;
    log.skip(file, "file", "invalid-setup", setup.problems);
    return [];
  });
  return {
    ...(await judgeBy(profile, { flows, setups: judged, configured }, links)),
    setupsJudged: judged.length,
  };
}

function byFile(a: SkippedFile, b: SkippedFile): number {
  return compareText(a.file, b.file) || compareText(a.reason, b.reason);
}

// Reads a project: parses what is needed, follows every entry point, and links what happens into flows.
import type { SkippedFile } from "../finding.ts";
import { assemblyFiles } from "./assembly.ts";
import { entriesOf, type Entry, unreachedEntries } from "./entries/index.ts";
import type { FileFacts } from "./facts.ts";
import type { Reading, ReadRequest } from "./index.ts";
import { linkFlows, type Followed } from "./link.ts";
import { lowerFile, TooDeep } from "./lower.ts";
import { Modules } from "./modules.ts";
import { Run } from "./run.ts";

/** The facts of a project's files, read when they are first asked for. */
export class Project {
  readonly modules: Modules;
  readonly skipped: SkippedFile[] = [];
  private readonly request: ReadRequest;
  private readonly facts = new Map<string, FileFacts | undefined>();

  constructor(request: ReadRequest) {
    this.request = request;
    this.modules = new Modules(request);
  }

  get parsed(): readonly FileFacts[] {
    return [...this.facts.values()].filter((found) => found !== undefined);
  }

  /** Whether a file was asked for already, so that its facts cost nothing. */
  isParsed(file: string): boolean {
    return this.facts.get(file) !== undefined;
  }

  factsOf(file: string): FileFacts | undefined {
    if (!this.facts.has(file)) this.facts.set(file, this.read(file));
    return this.facts.get(file);
  }

  private read(file: string): FileFacts | undefined {
    const text = this.request.readFile(file);
    if (text === undefined) return this.skip(file, "could not be read");
    if (text.includes("\u0000")) return this.skip(file, "is not text");
    try {
      const facts = lowerFile(file, text);
      if (facts.problem !== null)
        this.skipped.push({
          file,
          reason: `has a syntax error near line ${facts.problem.line}; read as far as it could be`,
        });
      return facts;
    } catch (error) {
      if (error instanceof TooDeep || error instanceof RangeError)
        return this.skip(file, "is nested too deeply to be read");
      throw error;
    }
  }

  private skip(file: string, reason: string): undefined {
    this.skipped.push({ file, reason });
    return undefined;
  }
}

/** Parses the candidates and what they import, and follows each entry point to its effects. */
export function readProject(request: ReadRequest): Reading {
  const project = new Project(request);
  for (const file of request.candidates) project.factsOf(file);
  if (request.candidates.length > 0) for (const file of assemblyFiles(request)) project.factsOf(file);
  const run = new Run(project);
  const followed: Followed[] = [];
  for (const entry of entriesOf(project.parsed, run)) followed.push({ entry, ...run.follow(entry) });
  for (const entry of unreachedEntries(project.parsed, run))
    if (!run.reached.has(handlerKey(entry))) followed.push({ entry, ...run.follow(entry) });
  // One that was seen to be called after all is told by its callers.
  const flows = linkFlows(
    followed.filter(({ entry }) => entry.point.framework !== "other" || !run.reached.has(handlerKey(entry))),
  );
  return {
    flows,
    filesParsed: project.parsed.length,
    skipped: project.skipped.toSorted((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0)),
  };
}

function handlerKey({ handler }: Entry): string {
  return `${handler.file}:${handler.fn}`;
}

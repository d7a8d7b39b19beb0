// Reads a project: parses what is needed, follows every entry point, and links what happens into flows.
import type { SkippedFile } from "../finding.ts";
import { assemblyFiles } from "./assembly.ts";
import { surroundingsOf } from "./codes/surroundings.ts";
import { configuredIn } from "./configured/index.ts";
import { entriesOf, type Entry, unreachedEntries } from "./entries/index.ts";
import type { FileFacts } from "./facts.ts";
import type { Reading, ReadRequest } from "./index.ts";
import { type ModelMethod, type NamedClass, NameIndex } from "./name-index.ts";
import { linkFlows } from "./linking/link.ts";
import type { Followed } from "./linking/occurrences.ts";
import { lowerFile } from "./lower.ts";
import { Modules } from "./modules.ts";
import { Run } from "./run.ts";

/** The facts of a project's files, read when they are first asked for. */
export class Project {
  readonly modules: Modules;
  readonly skipped: SkippedFile[] = [];
  private readonly request: ReadRequest;
  /** The files that could be parsed, in the order in which they were asked for. */
  readonly parsed: FileFacts[] = [];
  private readonly facts = new Map<string, FileFacts | undefined>();
  private readonly index = new NameIndex();

  constructor(request: ReadRequest) {
    this.request = request;
    this.modules = new Modules(request);
  }

  /** All files that were collected, read or not. */
  get files(): readonly string[] {
    return this.request.files;
  }

  /** The text of a file as it is; undefined where there is none. */
  textOf(file: string): string | undefined {
    return this.request.readFile(file);
  }

  factsOf(file: string): FileFacts | undefined {
    const known = this.facts.get(file);
    if (known !== undefined || this.facts.has(file)) return known;
    const facts = this.read(file);
    this.facts.set(file, facts);
    if (facts !== undefined) {
      this.parsed.push(facts);
      this.index.add(facts);
    }
    return facts;
  }

  /** Whether a file was asked for already, so that its facts cost nothing. */
  isParsed(file: string): boolean {
    return this.facts.get(file) !== undefined;
  }

  /** The classes of this name, in lower case, that have methods. */
  classesNamed(name: string): readonly NamedClass[] {
    return this.index.classes.get(name) ?? [];
  }

  /** What is hung on models as a method of this name. */
  modelMethodsNamed(name: string): readonly ModelMethod[] {
    return this.index.modelMethods.get(name) ?? [];
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
      if (facts.leftOut !== null)
        this.skipped.push({
          file,
          reason: `is nested too deeply near line ${facts.leftOut.line}; read without what is inside there`,
        });
      return facts;
    } catch (error) {
      if (error instanceof RangeError) return this.skip(file, "is nested too deeply to be read");
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
  // Outside of what was searched, whoever calls a function may not have been read.
  const { searched } = request;
  const own =
    searched === undefined ? project.parsed : project.parsed.filter(({ file }) => searched.has(file));
  for (const entry of unreachedEntries(own, run))
    if (!run.functions.reached.has(handlerKey(entry))) followed.push({ entry, ...run.follow(entry) });
  // An entry that was seen to be called after all is told by its callers.
  const told = followed
    .filter(({ entry }) => entry.point.framework !== "other" || !run.functions.reached.has(handlerKey(entry)))
    .map((one) => ({ ...one, entry: withHandler(project, one.entry) }));
  const flows = linkFlows(told, surroundingsOf(project.parsed, run));
  return {
    flows,
    configured: configuredIn(run, project.parsed),
    filesParsed: project.parsed.length,
    skipped: project.skipped.toSorted((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0)),
  };
}

/** The entry with the lines of its handler, so that a place inside can be led back to it. */
function withHandler(project: Project, entry: Entry): Entry {
  const fn = project.factsOf(entry.handler.file)?.functions[entry.handler.fn];
  if (fn === undefined) return entry;
  const handler = { file: entry.handler.file, from: fn.at[0], to: fn.end };
  return { ...entry, point: { ...entry.point, handler } };
}

function handlerKey({ handler }: Entry): string {
  return `${handler.file}:${handler.fn}`;
}

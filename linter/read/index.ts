// The door of reading: from the files of a project to the flows in them.
import { type SkippedFile, unparsedSettings } from "../finding.ts";
import type { ConfiguredAuth } from "../configured.ts";
import type { Flow } from "../flow.ts";

/** What reading needs of the world around it. Nothing here touches the file system by itself. */
export interface ReadRequest {
  /** Files of code, relative to the root, with `/`. Imports are looked for among these only. */
  readonly files: readonly string[];
  /** Those of them that were searched; all, if not given. What nobody is seen to call is followed in these alone. */
  readonly searched?: ReadonlySet<string> | undefined;
  /** The files among them that passed the prefilter; reading starts here and follows imports as needed. */
  readonly candidates: readonly string[];
  /** Files of settings and templates of what is deployed; they are read by themselves. */
  readonly settings?: readonly string[];
  /**
   * The text of one file under the root, or undefined if there is none or it cannot be read. It is also asked for
   * `tsconfig.json`, `jsconfig.json` and `package.json` beside or above collected files.
   */
  readonly readFile: (file: string) => string | undefined;
  /** Called once, before the parser is loaded; never where it is not. */
  readonly beforeParsing?: (() => void) | undefined;
}

/** What came out of reading. */
export interface Reading {
  /** Sorted by entry point and effect, so that equal input gives equal output. */
  readonly flows: readonly Flow[];
  /** What services and frameworks are told about signing in and getting back in, by file and line. */
  readonly configured: readonly ConfiguredAuth[];
  readonly filesParsed: number;
  /** Files that could not be read, or only in part, each with the reason. */
  readonly skipped: readonly SkippedFile[];
}

/**
 * Reads the flows and the settings of a project. Loads a parser only if there is something for it; executes nothing of
 * what it reads.
 */
export async function readFlows(request: ReadRequest): Promise<Reading> {
  const { candidates, settings = [] } = request;
  const { told, skipped } = await readSettings(settings, request.readFile);
  if (candidates.length === 0)
    return { flows: [], configured: told, filesParsed: settings.length - skipped.length, skipped };
  request.beforeParsing?.();
  const { readProject } = await import("./project.ts");
  const reading = readProject(request);
  return {
    ...reading,
    configured: [...reading.configured, ...told],
    filesParsed: reading.filesParsed + settings.length - skipped.length,
    skipped: [...reading.skipped, ...skipped],
  };
}

async function readSettings(
  settings: readonly string[],
  readFile: ReadRequest["readFile"],
): Promise<{ readonly told: readonly ConfiguredAuth[]; readonly skipped: readonly SkippedFile[] }> {
  const told: ConfiguredAuth[] = [];
  const skipped: SkippedFile[] = [];
  if (settings.length === 0) return { told, skipped };
  const { configuredInFile } = await import("./configured/files.ts");
  for (const file of settings) {
    const reading = await configuredInFile(file, readFile);
    told.push(...reading.told);
    if (!reading.isParsed) skipped.push({ file, reason: unparsedSettings });
  }
  return { told, skipped };
}

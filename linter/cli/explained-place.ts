// `onefactor lint --explain-flow FILE:LINE`: finds the place that is meant, and tells how the code there was understood.
import { lstatSync, realpathSync, statSync } from "node:fs";
import { isAbsolute, relative, resolve, sep } from "node:path";
import { largestFile } from "../collect/source.ts";
import type { FileTree } from "../file-tree.ts";
import { judgeScan, type LintRequest, scan } from "../lint.ts";
import { visible } from "../report/escape.ts";
import { flowExplanation } from "../report/flow-explanation.ts";
import type { TextOptions } from "../report/text.ts";
import { type SkipLog, skipLog, type SkipReason } from "../skipped.ts";
import { type Command, usageError } from "./command.ts";
import type { Scope } from "./starting-points.ts";

/** A place as it was named: from the root, with `/`. */
export interface NamedPlace {
  readonly file: string;
  readonly line: number;
}

/** Reads `src/reset.ts:18` or `src/reset.ts:18:5`; throws a `UserError` that says what is wrong. */
export function placeArgument(command: Command, text: string, cwd: string, scope: Scope): NamedPlace {
  const [, path = "", digits = ""] = /^(.+?):(\d+)(?::\d+)?$/s.exec(text) ?? [];
  if (path === "")
    throw usageError(
      command,
      `--explain-flow needs a file and a line, such as src/reset.ts:18; found "${visible(text)}".`,
    );
  const full = resolve(cwd, path);
  // No path has a NUL, and Node throws at one.
  if (path.includes("\0") || lstatSync(full, { throwIfNoEntry: false }) === undefined)
    throw usageError(command, `There is no file "${visible(path)}".`);
  const real = realPath(full);
  if (real === undefined || !statSync(real).isFile())
    throw usageError(
      command,
      `"${visible(path)}" is no file that can be read.`,
      "Name a file of code and a line.",
    );
  const way = relative(scope.root, real);
  if (way === ".." || way.startsWith(`..${sep}`) || isAbsolute(way))
    throw usageError(
      command,
      `"${visible(path)}" lies outside of what is scanned.`,
      "Name its folder as well: onefactor lint path/to/code --explain-flow path/to/code/file.ts:18",
    );
  const line = Number(digits);
  if (line < 1 || !Number.isSafeInteger(line))
    throw usageError(command, `Lines are counted from 1; found ${visible(digits.slice(0, 30))}.`);
  return { file: way.split(sep).join("/"), line };
}

function realPath(path: string): string | undefined {
  try {
    return realpathSync.native(path);
  } catch {
    return undefined;
  }
}

/** The whole answer for a place, or why there can be none. */
export async function explainedPlace(
  command: Command,
  { file, line }: NamedPlace,
  request: LintRequest,
  options: TextOptions,
): Promise<string> {
  const text = textOf(request.tree, file);
  // An unreadable file is explained as one; it has no lines to count.
  if (text !== undefined) {
    const lines = text.split(/\r\n|[\n\r\u2028\u2029]/).length;
    if (line > lines)
      throw usageError(
        command,
        `"${visible(options.shownPath(file))}" has ${lines} lines; there is no line ${line}.`,
      );
  }
  const { log, leftOut } = watching(file);
  const began = Date.now();
  const scanned = await scan(request, log);
  const result = await judgeScan(scanned, request, log, began);
  const { explainPlace } = await import("../explain-flow.ts");
  const left = leftOut();
  const explained = explainPlace({
    file,
    line,
    scan: scanned,
    result,
    levels: request.levels,
    text: text ?? "",
    ...(left === undefined ? {} : { leftOut: left }),
  });
  return flowExplanation(explained, result.stats, options);
}

/** A log that also keeps why one file, or a folder around it, was left out. */
function watching(file: string) {
  const log = skipLog();
  let found: { readonly path: string; readonly reason: SkipReason } | undefined;
  const skip: SkipLog["skip"] = (path, unit, reason, details) => {
    if (path === file || file.startsWith(`${path}/`)) found = { path, reason };
    log.skip(path, unit, reason, details);
  };
  return { log: { ...log, skip }, leftOut: () => found };
}

function textOf(tree: FileTree, file: string): string | undefined {
  const bytes = tree.read(file, largestFile);
  return typeof bytes === "string" ? undefined : new TextDecoder().decode(bytes);
}

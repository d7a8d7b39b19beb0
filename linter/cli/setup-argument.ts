// Reads the setup that a command is given as a file, or says what is wrong with it.
import { closeSync, constants, fstatSync, openSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { readSetup, sayProblemAt, type Setup } from "../../simulator/index.ts";
import { visible } from "../report/escape.ts";
import type { Io } from "./io.ts";
import { UserError } from "./user-error.ts";

/** Larger files are not even loaded; what a setup may have is the reader's to say, and less. */
const largest = 32_000_000;

/** The setup in a file. Warnings go to the error output; errors become one `UserError` that lists them all. */
export function setupArgument(path: string, io: Io): Setup {
  const name = visible(path);
  const reading = readSetup(bytesOf(resolve(io.cwd, path), name), path);
  if (!reading.ok)
    throw new UserError(
      `"${name}" is not a setup that can be played.`,
      ...reading.problems.map((problem) => sayProblemAt(problem, name)),
      "The format: onefactor schema",
    );
  for (const warning of reading.warnings) io.stderr.write(`${sayProblemAt(warning, name)}\n`);
  return reading.setup;
}

function bytesOf(path: string, name: string): Uint8Array {
  let handle: number;
  try {
    // Without O_NONBLOCK, opening a named pipe waits for somebody to write to it. Windows does not know the flag.
    handle = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  } catch (error) {
    throw new UserError(
      (error as NodeJS.ErrnoException).code === "ENOENT"
        ? `There is no file "${name}".`
        : `The file "${name}" cannot be opened.`,
      "Name a setup file, such as my.setup.yaml.",
    );
  }
  try {
    const stats = fstatSync(handle);
    if (stats.isDirectory()) throw new UserError(`"${name}" is a folder.`, "Name a setup file in it.");
    if (!stats.isFile()) throw new UserError(`"${name}" is no ordinary file.`, "Name a setup file.");
    if (stats.size > largest)
      throw new UserError(`"${name}" is far too large for a setup.`, "Name a setup file.");
    return readFileSync(handle);
  } finally {
    closeSync(handle);
  }
}

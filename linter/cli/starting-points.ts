// From the paths that the user names to a root and the places in it where collecting begins.
import { lstatSync, realpathSync, statSync } from "node:fs";
import { dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import type { StartingPoint } from "../collect.ts";
import { visible } from "../report/escape.ts";
import { UserError } from "./user-error.ts";

export interface Scope {
  /** A real path. Nothing outside it is read, and every reported path is relative to it. */
  readonly root: string;
  readonly starts: readonly StartingPoint[];
}

/**
 * The root is the working folder if it contains all paths, so that reported paths can be opened from there;
 * otherwise the nearest folder that contains all of them.
 */
export function scopeOf(cwd: string, paths: readonly string[]): Scope {
  const here = realpathSync.native(cwd);
  const named = paths.map((path) => realPlace(cwd, here, path));
  const folders = named.map(({ path, kind }) => (kind === "folder" ? path : dirname(path)));
  const root = folders.every((folder) => isWithin(here, folder)) ? here : folders.reduce(commonFolder);
  return {
    root,
    starts: named.map(({ path, kind }) => ({ path: slashes(relative(root, path)), kind })),
  };
}

/**
 * How files of a scope are written for people, so that they can be copied: from the working folder where they are
 * inside it, otherwise beginning as the path was named.
 */
export function pathsAsNamed(cwd: string, paths: readonly string[], root: string): (file: string) => string {
  const here = realpathSync.native(cwd);
  const named = paths.map((path) => ({ path, real: realOf(resolve(cwd, path), path) }));
  return (file) => {
    const real = resolve(root, file);
    if (isWithin(here, real)) return slashes(relative(here, real));
    const start = named.find((candidate) => isWithin(candidate.real, real));
    if (start !== undefined) return slashes(join(start.path, relative(start.real, real)));
    // Read only because a named file needs it.
    return slashes(paths.some((path) => isAbsolute(path)) ? real : relative(here, real));
  };
}

function slashes(path: string): string {
  return path.split(sep).join("/");
}

function realPlace(cwd: string, here: string, path: string): StartingPoint {
  const full = resolve(cwd, path);
  if (path === "" || lstatSync(full, { throwIfNoEntry: false }) === undefined)
    throw new UserError(
      `There is no file or folder "${visible(path)}".`,
      "Name a folder or file of the code to scan; without a path the current folder is scanned.",
    );
  const real = realOf(full, path);
  if (isWithin(cwd, full) && !isWithin(here, real))
    throw new UserError(
      `"${visible(path)}" is a symbolic link that leads out of this folder, and links are not followed.`,
      "Name the folder itself if you want it scanned.",
    );
  const stats = statSync(real);
  if (!stats.isFile() && !stats.isDirectory())
    throw new UserError(
      `"${visible(path)}" is neither a file nor a folder.`,
      "Name a folder or file of code.",
    );
  return { path: real, kind: stats.isFile() ? "file" : "folder" };
}

function realOf(full: string, path: string): string {
  try {
    return realpathSync.native(full);
  } catch {
    throw new UserError(
      `"${visible(path)}" cannot be reached: a symbolic link on the way is broken, or access is denied.`,
      "Name the folder or file itself.",
    );
  }
}

function isWithin(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way === "" || (way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way));
}

function commonFolder(one: string, other: string): string {
  let folder = one;
  while (!isWithin(folder, other) && dirname(folder) !== folder) folder = dirname(folder);
  return folder;
}

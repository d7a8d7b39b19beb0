// Searches a tree for the files that can matter: met in order, looked through by two threads where there is a second one.
import { collect, type StartingPoint } from "./collect.ts";
import { readSource } from "./collect/source.ts";
import type { FileTree } from "./file-tree.ts";
import { candidates } from "./prefilter.ts";
import { tellsSignIn } from "./prefilter/configuration.ts";
import { markSays } from "./search/mark.ts";
import { sharedSearch } from "./search/shared-search.ts";
import { type SkipLog, skipLog } from "./skipped.ts";

/** A setup file that was met on the way. */
export interface SetupText {
  readonly file: string;
  readonly bytes: Uint8Array;
}

/** What was found in a tree. */
export interface Searched {
  /** The files whose bytes were searched, setups and settings aside. */
  readonly files: readonly string[];
  /** Those of them that can hold authentication code, unless the project has none. */
  readonly candidates: readonly string[];
  /** Files of settings and descriptions of what is deployed that tell how people sign in. */
  readonly settings: readonly string[];
  readonly setups: readonly SetupText[];
}

/** Searches what lies under the starting points. The bytes of code are let go: a large tree would not fit into memory. */
export function searchFiles(tree: FileTree, starts: readonly StartingPoint[], log: SkipLog): Searched {
  const settings: string[] = [];
  const setups: SetupText[] = [];
  const code = sharedSearch(tree);
  const walked: FileTree = {
    ...tree,
    list(folder) {
      code.enter();
      return tree.list(folder);
    },
  };
  collect(walked, starts, log, (file, kind) => {
    if (kind === "code") {
      code.add(file);
      return;
    }
    const source = readSource(tree, file);
    if (typeof source === "string") log.skip(file, "file", source);
    // A copy, which the `slice` of a Buffer would not be.
    else if (kind === "setup") setups.push({ file, bytes: new Uint8Array(source) });
    else if (tellsSignIn(file, source)) settings.push(file);
  });
  const files: string[] = [];
  const project = candidates();
  code.finish((file, mark) => {
    const said = markSays(mark);
    if (typeof said === "string") {
      log.skip(file, "file", said);
      return;
    }
    files.push(file);
    project.add(file, said);
  });
  return { files, candidates: project.files(), settings, setups };
}

/**
 * The files of code that imports can lead to: all under the root, whichever paths were named. What is named is searched;
 * what that calls has to be understood, too, wherever it lies.
 */
export function importable(
  tree: FileTree,
  starts: readonly StartingPoint[],
  searched: readonly string[],
): readonly string[] {
  if (starts.some(({ path }) => path === "")) return searched;
  const files = new Set(searched);
  collect(tree, [{ path: "", kind: "folder" }], skipLog(), (file, kind) => {
    if (kind === "code") files.add(file);
  });
  return [...files];
}

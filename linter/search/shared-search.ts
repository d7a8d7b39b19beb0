// Looks through many files from both ends: a second thread from the first one on, this one from the last, until they meet.
import type { FileTree, SecondThread } from "../file-tree.ts";
import { marker } from "./mark.ts";

/** So many files are handed over at once. */
const handful = 64;

/**
 * A second thread takes some 35 ms to start, in which this one looks through about two thousand files. With so many met
 * before the walk is over, it pays or costs little.
 */
const worthStarting = 1_000;

/** Files that were met together. */
interface Handful {
  readonly files: readonly string[];
  readonly marks: Uint8Array;
}

/** Files on their way through the search. */
export interface SharedSearch {
  /** Takes a file; it is looked through later, or by then. */
  readonly add: (file: string) => void;
  /** Looks through all that nobody has looked through yet, and gives every file with its mark, in the order of `add`. */
  readonly finish: (each: (file: string, mark: number) => void) => void;
}

/**
 * Nothing depends on how far the second thread comes: a file that it has not marked is looked through here, so one that
 * is slow, does not start or ends early loses nothing.
 */
export function sharedSearch(tree: FileTree, threshold = worthStarting): SharedSearch {
  const handfuls: Handful[] = [];
  let open: string[] = [];
  let second: SecondThread | undefined;
  const close = (): void => {
    const files = open;
    open = [];
    handfuls.push({ files, marks: second?.share(files) ?? new Uint8Array(files.length) });
  };
  return {
    add(file) {
      open.push(file);
      const isFirst = handfuls.length === 0;
      if (open.length < (isFirst ? threshold : handful)) return;
      if (isFirst) second = tree.secondThread?.();
      close();
    },
    finish(each) {
      close();
      const mark = marker(tree);
      for (const { files, marks } of handfuls.toReversed())
        for (let index = files.length - 1; index >= 0; index--) mark(files, marks, index);
      second?.end();
      for (const { files, marks } of handfuls)
        for (const [index, file] of files.entries()) each(file, marks[index] ?? 0);
    },
  };
}

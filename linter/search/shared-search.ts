// Looks through many files from both ends: a second thread from the first one on, this one from the last, until they meet.
import type { FileTree, SecondThread } from "../file-tree.ts";
import { marker } from "./mark.ts";

/** So many files are handed over at once. */
const handful = 64;

/**
 * A second thread takes some 40 ms to start and half of that to end, in which this one looks through thousands of files.
 * With so many files met while folders are still walked through, it pays. A folder counts as ten files: only this thread
 * walks, so a tree of many folders keeps it longest from looking through files.
 */
const worthStarting = 20_000;
const filesInFolder = 10;

/** Files that were met together. */
interface Handful {
  readonly files: readonly string[];
  readonly marks: Uint8Array;
}

/** Files on their way through the search. */
export interface SharedSearch {
  /** Hears of a folder that is walked through, as a sign of how much there is to come. */
  readonly enter: () => void;
  /** Takes a file, which is looked through later. */
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
  let seen = 0;
  const close = (): void => {
    if (open.length === 0) return;
    const files = open;
    open = [];
    handfuls.push({ files, marks: second?.share(files) ?? new Uint8Array(files.length) });
  };
  const see = (count: number): void => {
    const isFirstTime = seen < threshold && seen + count >= threshold;
    seen += count;
    if (isFirstTime) second = tree.secondThread?.();
  };
  return {
    enter: () => see(filesInFolder),
    add(file) {
      open.push(file);
      see(1);
      if (second !== undefined && open.length >= handful) close();
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

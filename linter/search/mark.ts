// What became of one file as a single byte, so that threads can tell each other without a word.
import { readSource, type Refusal, refusals } from "../collect/source.ts";
import type { FileTree } from "../file-tree.ts";
import { lookThrough } from "../prefilter/look.ts";

/**
 * Set for a file that was looked through; the other bits are what it told. Without it, a mark counts the reasons to leave
 * a file out from 1, and 0 says that nobody has looked yet.
 */
const looked = 0b1000_0000;

/**
 * Looks through files that have no mark yet and marks them. The first mark stays, whoever sets it, so each file counts
 * once even if two threads have looked at it at the same time.
 */
export function marker(
  tree: Pick<FileTree, "read">,
): (files: readonly string[], marks: Uint8Array, index: number) => void {
  let known = 0;
  return (files, marks, index) => {
    if (Atomics.load(marks, index) !== 0) return;
    const source = readSource(tree, files[index] ?? "");
    const told = typeof source === "string" ? 0 : lookThrough(source, known);
    const mark = typeof source === "string" ? refusals.indexOf(source) + 1 : looked | told;
    // Only what stands in a mark is known: what this file tells is left out of those that follow.
    if (Atomics.compareExchange(marks, index, 0, mark) === 0) known |= told;
  };
}

/** What a mark says: what the file told, or why it is left out. */
export function markSays(mark: number): number | Refusal {
  return (mark & looked) === 0 ? (refusals[mark - 1] ?? "unreadable") : mark & ~looked;
}

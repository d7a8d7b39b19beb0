// The bytes of one source file, or why it is left out.
import type { FileTree } from "../file-tree.ts";
import type { SkipReason } from "../skipped.ts";
import { contentSkipReason } from "./content.ts";
import { asUtf8 } from "./encoding.ts";

/** A file larger than this is not read; hand-written source stays far below. */
export const largestFile = 1_500_000;

/** Why a file that was met is left out after all. */
export const refusals = [
  "unreadable",
  "too-large",
  "binary",
  "long-lines",
  "generated",
] as const satisfies readonly SkipReason[];

export type Refusal = (typeof refusals)[number];

/** Reads a file as UTF-8. Its bytes hold until the next one is read. */
export function readSource(tree: Pick<FileTree, "read">, file: string): Uint8Array | Refusal {
  const read = tree.read(file, largestFile);
  if (typeof read === "string") return read;
  const bytes = asUtf8(read);
  return contentSkipReason(bytes) ?? bytes;
}

// What the bytes of a file say against reading it as source that somebody wrote.
import type { SkipReason } from "../skipped.ts";

/** A line longer than this is no line that somebody typed. */
const longLine = 5_000;
const lineFeed = 10;

/** Why a file with these bytes is left out; `undefined` if it is read. */
export function contentSkipReason(bytes: Uint8Array): SkipReason | undefined {
  if (bytes.subarray(0, 8_000).includes(0)) return "binary";
  if (isMostlyLongLines(bytes)) return "long-lines";
  return isMarkedGenerated(bytes) ? "generated" : undefined;
}

/**
 * Whether more than half of a file stands in very long lines, as in bundles.
 * One long line alone is not enough: a picture written into a mail template is no reason to miss the code around it.
 */
function isMostlyLongLines(bytes: Uint8Array): boolean {
  let inLongLines = 0;
  for (let start = 0; start < bytes.length;) {
    const found = bytes.indexOf(lineFeed, start);
    const end = found === -1 ? bytes.length : found;
    if (end - start > longLine) inLongLines += end - start;
    start = end + 1;
  }
  return inLongLines * 2 > bytes.length;
}

function isMarkedGenerated(bytes: Uint8Array): boolean {
  // latin1 keeps one character for one byte and never fails; the marks are plain ASCII.
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 1_000));
  return /@generated\b|\bgenerated\b[^\n]{0,80}\bdo not (?:edit|modify)\b|\bdo not (?:edit|modify)\b[^\n]{0,80}\bgenerated\b/i.test(
    head,
  );
}

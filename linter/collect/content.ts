// What the bytes of a file say against reading it as source that somebody wrote.
/** A line longer than this is no line that somebody typed. */
const longLine = 5_000;
const lineFeed = 10;

/** Why a file with these bytes is left out; `undefined` if it is read. */
export function contentSkipReason(bytes: Uint8Array): "binary" | "generated" | "long-lines" | undefined {
  // Once as a buffer, whose searches are the machine's own; most files are short and asked little.
  const buffer = Buffer.isBuffer(bytes)
    ? bytes
    : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const zero = buffer.indexOf(0);
  if (zero !== -1 && zero < 8_000) return "binary";
  if (isMostlyLongLines(buffer)) return "long-lines";
  return isMarkedGenerated(buffer) ? "generated" : undefined;
}

/**
 * Whether more than half of a file stands in very long lines, as in bundles.
 * One long line alone is not enough: a picture written into a mail template is no reason to miss the code around it.
 */
function isMostlyLongLines(bytes: Buffer): boolean {
  let inLongLines = 0;
  for (let start = 0; start + longLine < bytes.length;) {
    // Looked for from the far end: all lines that end before it are short, and need not be told apart.
    const near = bytes.lastIndexOf(lineFeed, start + longLine);
    if (near >= start) {
      start = near + 1;
      continue;
    }
    const found = bytes.indexOf(lineFeed, start + longLine);
    const end = found === -1 ? bytes.length : found;
    inLongLines += end - start;
    start = end + 1;
  }
  return inLongLines * 2 > bytes.length;
}

function isMarkedGenerated(bytes: Buffer): boolean {
  // latin1 keeps one character for one byte and never fails; the marks are plain ASCII.
  const head = bytes.toString("latin1", 0, 1_000);
  // A regular expression tries each letter; most files do not have the word at all.
  if (!head.includes("enerated") && !head.includes("ENERATED")) return false;
  return /@generated\b|\bgenerated\b[^\n]{0,80}\bdo not (?:edit|modify)\b|\bdo not (?:edit|modify)\b[^\n]{0,80}\bgenerated\b/i.test(
    head,
  );
}

// Finds any of many short pieces of text in bytes, in one pass, whatever their number.

/** Finds the pieces in bytes; capital letters of ASCII count as small ones. */
export interface Scanner {
  /** Where the first piece that ends at or after `from` ends, or -1. */
  readonly find: (bytes: Uint8Array, from: number) => number;
}

/**
 * A scanner for pieces in lower case: all pieces as one automaton (Aho and Corasick), which looks at each byte once.
 * A regular expression of as many alternatives tries them one after the other at every place.
 */
export function scannerFor(pieces: readonly string[]): Scanner {
  const encoded = pieces.map((piece) => Buffer.from(piece, "utf8"));
  const classes = byteClasses(encoded);
  const width = Math.max(...classes) + 1;
  const most = encoded.reduce((sum, { length }) => sum + length, 1);
  const next = new Int32Array(most * width);
  const ends = new Uint8Array(most);
  let states = 1;
  for (const piece of encoded) {
    let state = 0;
    for (const byte of piece) {
      const at = state + (classes[byte] ?? 0);
      if (next[at] === 0) next[at] = width * states++;
      state = next[at] ?? 0;
    }
    ends[state / width] = 1;
  }
  fillFailures(next, ends, width);
  return {
    find(bytes, from) {
      let state = 0;
      for (let index = from; index < bytes.length; index++) {
        state = next[state + (classes[bytes[index] as number] as number)] as number;
        // Ending states are marked by their sign, so that one look tells.
        if (state < 0) return index + 1;
      }
      return -1;
    },
  };
}

/** Bytes that stand in no piece need not be told apart. */
function byteClasses(pieces: readonly Uint8Array[]): Uint8Array {
  const classes = new Uint8Array(256);
  let count = 0;
  for (const piece of pieces) for (const byte of piece) if (classes[byte] === 0) classes[byte] = ++count;
  for (let capital = 65; capital <= 90; capital++) classes[capital] = classes[capital + 32] ?? 0;
  return classes;
}

/** Where a piece breaks off, the longest other piece that has begun meanwhile is gone on with. */
function fillFailures(next: Int32Array, ends: Uint8Array, width: number): void {
  const failure = new Map<number, number>([[0, 0]]);
  const waiting: number[] = [];
  for (let byte = 0; byte < width; byte++) {
    const state = next[byte] ?? 0;
    if (state === 0) continue;
    failure.set(state, 0);
    waiting.push(state);
  }
  for (const state of waiting) {
    const other = failure.get(state) ?? 0;
    if (ends[other / width] === 1) ends[state / width] = 1;
    for (let byte = 0; byte < width; byte++) {
      const after = next[state + byte] ?? 0;
      const elsewhere = next[other + byte] ?? 0;
      if (after === 0) next[state + byte] = elsewhere;
      else {
        failure.set(after, elsewhere);
        waiting.push(after);
      }
    }
  }
  for (let at = 0; at < next.length; at++) {
    const state = next[at] ?? 0;
    if (state > 0 && ends[state / width] === 1) next[at] = -state;
  }
}

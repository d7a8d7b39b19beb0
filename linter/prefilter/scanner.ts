// Finds any of many short pieces of text in bytes, in one pass, whatever their number.

/** Finds the pieces in bytes; capital letters of ASCII count as small ones. */
export interface Scanner {
  /** Whether there is any piece at all. */
  readonly hasAny: (bytes: Uint8Array) => boolean;
  /** Where the first piece that ends at or after `from` ends, or -1. */
  readonly find: (bytes: Uint8Array, from: number) => number;
}

/** From a state to another, by a class of bytes. */
interface Way {
  readonly byClass: number;
  readonly target: number;
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
  /** The ways that lead on from each state by a piece of its own. */
  const ways: Way[][] = [[]];
  for (const piece of encoded) {
    let state = 0;
    for (const byte of piece) {
      const byClass = classes[byte] ?? 0;
      const way = ways[state]?.find((one) => one.byClass === byClass);
      const target = way?.target ?? ways.push([]) - 1;
      if (way === undefined) ways[state]?.push({ byClass, target });
      state = target;
    }
    ends[state] = 1;
  }
  fillIn(next, ends, ways, width);
  const table: Table = { next, classes, overlap: Math.max(...encoded.map(({ length }) => length)) - 1 };
  return { find: (bytes, from) => find(table, bytes, from), hasAny: (bytes) => hasAny(table, bytes) };
}

interface Table {
  /** Where each class of bytes leads from each state, row by row; negative where a piece ends. */
  readonly next: Int32Array;
  readonly classes: Uint8Array;
  /** How many bytes the longest piece has behind its first one. */
  readonly overlap: number;
}

function find({ next, classes }: Table, bytes: Uint8Array, from: number): number {
  let state = 0;
  for (let index = from; index < bytes.length; index++) {
    state = next[state + (classes[bytes[index] as number] as number)] as number;
    // Ending states are marked by their sign, so that one look tells.
    if (state < 0) return index + 1;
  }
  return -1;
}

function hasAny(table: Table, bytes: Uint8Array): boolean {
  const { next, classes, overlap } = table;
  const part = (bytes.length - overlap) >> 2;
  if (part < overlap) return find(table, bytes, 0) !== -1;
  // Each step waits for the one before it; of four walks at once, none waits for another.
  const second = part;
  const third = part * 2;
  const fourth = part * 3;
  let one = 0;
  let two = 0;
  let three = 0;
  let four = 0;
  for (let index = 0; index < part + overlap; index++) {
    one = next[one + (classes[bytes[index] as number] as number)] as number;
    two = next[two + (classes[bytes[second + index] as number] as number)] as number;
    three = next[three + (classes[bytes[third + index] as number] as number)] as number;
    four = next[four + (classes[bytes[fourth + index] as number] as number)] as number;
    if ((one | two | three | four) < 0) return true;
  }
  // A few bytes are left, and a piece that ends in them may begin before.
  return find(table, bytes, fourth + part) !== -1;
}

/** Bytes that stand in no piece need not be told apart. */
function byteClasses(pieces: readonly Uint8Array[]): Uint8Array {
  const classes = new Uint8Array(256);
  let count = 0;
  for (const piece of pieces) for (const byte of piece) if (classes[byte] === 0) classes[byte] = ++count;
  for (let capital = 65; capital <= 90; capital++) classes[capital] = classes[capital + 32] ?? 0;
  return classes;
}

/**
 * Fills in where each byte leads from each state, breadth first. Where a piece breaks off, the longest other piece that
 * has begun meanwhile is gone on with, so each state begins as a copy of that one.
 */
function fillIn(next: Int32Array, ends: Uint8Array, ways: readonly (readonly Way[])[], width: number): void {
  const failure = new Int32Array(ends.length);
  const waiting = [0];
  for (const state of waiting) {
    const row = state * width;
    const other = failure[state] ?? 0;
    if (state !== 0) next.copyWithin(row, other * width, (other + 1) * width);
    for (const { byClass, target } of ways[state] ?? []) {
      const after = state === 0 ? 0 : Math.abs(next[row + byClass] ?? 0) / width;
      failure[target] = after;
      if (ends[after] === 1) ends[target] = 1;
      next[row + byClass] = ends[target] === 1 ? -target * width : target * width;
      waiting.push(target);
    }
  }
}

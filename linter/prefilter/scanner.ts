// Finds any of many short pieces of text in bytes, in one pass, whatever their number.

/** Finds the pieces in bytes; capital letters of ASCII count as small ones. */
export interface Scanner {
  /** Where pieces end, in order, each place once. Most texts have none. */
  readonly find: (bytes: Uint8Array) => readonly number[];
}

/**
 * A scanner for pieces in lower case: all pieces as one automaton (Aho and Corasick), which looks at each byte once.
 * A regular expression of as many alternatives tries them one after the other at every place.
 */
export function scannerFor(pieces: readonly string[]): Scanner {
  const encoded = pieces.map((piece) => Buffer.from(piece, "utf8"));
  const classes = byteClasses(encoded);
  const table: Table = {
    next: waysOf(encoded, classes, Math.max(...classes) + 1),
    classes,
    overlap: Math.max(...encoded.map(({ length }) => length)) - 1,
  };
  return { find: (bytes) => find(table, bytes) };
}

interface Table {
  /** Where each class of bytes leads from each state, row by row; negative where a piece ends. */
  readonly next: Int32Array;
  readonly classes: Uint8Array;
  /** How many bytes the longest piece has behind its first one. */
  readonly overlap: number;
}

const none: readonly number[] = [];

function find(table: Table, bytes: Uint8Array): readonly number[] {
  const part = (bytes.length - table.overlap) >> 2;
  if (part < table.overlap) return walk(table, bytes, 0, none);
  // Each goes on into the part of the next one until every piece has ended that begins in its own.
  const end = part + table.overlap;
  const states = new Int32Array(4);
  let found: number[] | undefined;
  for (let index = fourWalks(table, bytes, states, 0, end); index < end;) {
    found ??= [];
    for (const [walker, state] of states.entries())
      if (state < 0) {
        found.push(walker * part + index + 1);
        states[walker] = -state;
      }
    index = fourWalks(table, bytes, states, index + 1, end);
  }
  // A few bytes are left, and a piece that ends in them may begin before.
  return walk(table, bytes, 4 * part, found ?? none);
}

/**
 * Goes through four parts of a text at once until a piece ends in one of them, and says how far. Each step waits for the
 * one before it, but of four walks none waits for another.
 */
function fourWalks(
  { next, classes, overlap }: Table,
  bytes: Uint8Array,
  states: Int32Array,
  from: number,
  end: number,
): number {
  const second = end - overlap;
  const third = second * 2;
  const fourth = second * 3;
  let [one = 0, two = 0, three = 0, four = 0] = [states[0], states[1], states[2], states[3]];
  let index = from;
  for (; index < end; index++) {
    one = next[one + (classes[bytes[index] as number] as number)] as number;
    two = next[two + (classes[bytes[second + index] as number] as number)] as number;
    three = next[three + (classes[bytes[third + index] as number] as number)] as number;
    four = next[four + (classes[bytes[fourth + index] as number] as number)] as number;
    // Ending states are marked by their sign, so that one look tells.
    if ((one | two | three | four) < 0) break;
  }
  states[0] = one;
  states[1] = two;
  states[2] = three;
  states[3] = four;
  return index;
}

/** One walk from a place to the end; `known` is what was found before it, in any order. */
function walk(
  { next, classes }: Table,
  bytes: Uint8Array,
  from: number,
  known: readonly number[],
): readonly number[] {
  const end = bytes.length;
  let state = 0;
  let found: Set<number> | undefined;
  for (let index = from; index < end; index++) {
    state = next[state + (classes[bytes[index] as number] as number)] as number;
    if (state >= 0) continue;
    (found ??= new Set(known)).add(index + 1);
    state = -state;
  }
  if (found === undefined && known.length < 2) return known;
  return [...(found ?? new Set(known))].toSorted((a, b) => a - b);
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
 * Where each class of bytes leads from each state. A state is what has been read of a piece; made for shorter ones first,
 * so that where a piece breaks off, the longest other piece that has begun meanwhile is there to be gone on with. All in
 * arrays of numbers, because this is made at every start, before any code has run often enough to be fast.
 */
function waysOf(pieces: readonly Uint8Array[], classes: Uint8Array, width: number): Int32Array {
  const longest = pieces.reduce((most, { length }) => Math.max(most, length), 0);
  const most = pieces.reduce((sum, { length }) => sum + length, 1);
  const next = new Int32Array(most * width);
  // Of each state the row of the state to go on with, the way that leads to it, and whether a piece ends in it.
  const others = new Int32Array(most);
  const ways = new Int32Array(most);
  const ends = new Uint8Array(most);
  /** The row that each piece has come to. */
  const rows = new Int32Array(pieces.length);
  let size = 1;
  for (let length = 1; length <= longest; length++) {
    const first = size;
    for (let index = 0; index < pieces.length; index++) {
      const piece = pieces[index] as Uint8Array;
      if (piece.length < length) continue;
      const way = (rows[index] as number) + (classes[piece[length - 1] as number] as number);
      // A way to a state of this length was made for another piece; any other is that of the state gone on with.
      let target = Math.abs(next[way] as number);
      if (target < first * width) {
        others[size] = target;
        ways[size] = way;
        target = size++ * width;
        next[way] = target;
      }
      rows[index] = target;
      if (piece.length === length) ends[target / width] = 1;
    }
    for (let state = first; state < size; state++) {
      if (ends[(others[state] as number) / width] === 1) ends[state] = 1;
      if (ends[state] === 1) next[ways[state] as number] = -state * width;
    }
    for (let state = first; state < size; state++) {
      const other = others[state] as number;
      next.copyWithin(state * width, other, other + width);
    }
  }
  return next;
}

// Where the lines of a text begin, and on which of them a place lies.
import type { At } from "./facts.ts";

/** The lines of a text. Asked for places that lie near each other, as the parts of a syntax tree do. */
export class Lines {
  private readonly starts: readonly number[];
  /** The line of the place that was asked for last, from 0. */
  private last = 0;

  constructor(text: string) {
    this.starts = startsIn(text);
  }

  /** Line and column, both from 1, of the sign at this index. */
  placeOf(index: number): At {
    const { starts } = this;
    let line = this.last;
    if (index < (starts[line] as number) || index - (starts[line] as number) > 2_000)
      line = searched(starts, index);
    else while (line + 1 < starts.length && (starts[line + 1] as number) <= index) line++;
    this.last = line;
    return [line + 1, index - (starts[line] as number) + 1];
  }
}

/** The line, from 0, on which an index lies. */
function searched(starts: readonly number[], index: number): number {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] as number) <= index) low = middle;
    else high = middle - 1;
  }
  return low;
}

const breaks = /\r\n?|[\n\u2028\u2029]/g;

/** A line ends where TypeScript says that it does, at two rare separators, too. */
function startsIn(text: string): readonly number[] {
  const starts = [0];
  if (/[\r\u2028\u2029]/.test(text))
    for (const found of text.matchAll(breaks)) starts.push(found.index + found[0].length);
  else for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}

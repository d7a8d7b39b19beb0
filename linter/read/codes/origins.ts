// Where a value that was made comes from, and how many different ones there can be.
import { insideOf, type Spot, unhashed, type Value } from "../values.ts";

/** How something was made. */
export interface Origin {
  readonly spot: Spot;
  /** As it is called: `Math.random`. */
  readonly source: string;
  readonly how: "guessable" | "random";
  /** Whether only development or tests come here. */
  readonly guarded: boolean;
  /** How many times the same place is passed for one code, as in a loop that appends digits. */
  readonly times: number;
  readonly size?: Size;
}

/** How many different values there can be. */
export interface Size {
  readonly choices: number;
  /** For numbers: the least, and what they stay below. */
  readonly low?: number;
  readonly high?: number;
  /** True for a fraction, which has no end of values until it is rounded. */
  readonly fraction?: boolean;
  /** How many different signs its text is made of, and how long that is. */
  readonly signs?: number;
  readonly length?: number;
}

/** Beyond this a number of choices is no longer of interest, and no longer exact. */
export const beyondCount = 2 ** 52;

/** All that was made and went into a value, each once. */
export function originsIn(value: Value): readonly Origin[] {
  const found = new Map<string, Origin>();
  const seen = new Set<Value>();
  const waiting: Value[] = [value];
  for (let next = waiting.pop(); next !== undefined && seen.size < 200; next = waiting.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    if (next.k === "fresh" && next.origin !== undefined) {
      const { spot } = next.origin;
      found.set(`${spot.file}:${spot.at.join(":")}`, next.origin);
    }
    waiting.push(...madeOf(next));
  }
  return [...found.values()];
}

function madeOf(value: Value): readonly Value[] {
  // What stands beside a code in an object, or goes into a call, did not become the code.
  return value.k === "object" || value.k === "package" || value.k === "instance" ? [] : insideOf(value);
}

/** How many different values this one can have; undefined where that was not read. */
export function choicesOf(value: Value): number | undefined {
  const inner = unhashed(value);
  switch (inner.k) {
    case "const":
      return 1;
    case "fresh":
      return inner.origin === undefined
        ? undefined
        : repeated(countOf(inner.origin.size), inner.origin.times);
    case "any": {
      const own = countOf(inner.size);
      return own === undefined ? undefined : repeated(own, timesIn(inner));
    }
    case "text":
      return product(inner.parts);
    case "array": {
      const [only] = inner.items;
      return inner.items.length === 1 && only !== undefined && timesIn(only) === 1
        ? undefined
        : product(inner.items);
    }
    default:
      return undefined;
  }
}

function countOf(size: Size | undefined): number | undefined {
  return size === undefined || size.fraction === true ? undefined : size.choices;
}

/** How often the loop around it goes round. */
function timesIn(value: Value): number {
  return originsIn(value).reduce((most, { times }) => Math.max(most, times), 1);
}

function repeated(choices: number | undefined, times: number): number | undefined {
  return choices === undefined ? undefined : Math.min(choices ** times, beyondCount);
}

function product(values: readonly Value[]): number | undefined {
  let all = 1;
  for (const value of values) {
    const choices = choicesOf(value);
    if (choices === undefined) return undefined;
    all = Math.min(all * choices, beyondCount);
  }
  return all;
}

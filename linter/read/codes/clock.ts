// Codes that are the end of the time or of a count: whoever knows when they were made, or the one before, knows them.
import type { MixOp } from "../facts.ts";
import type { Run } from "../run.ts";
import type { Spot, Value } from "../values.ts";

/** More digits than this are a moment or a whole number, and no code. */
const manyDigits = 9;
const theTime = "Date.now";
/** How many digits the milliseconds since 1970 have, until the year 2286. */
const digitsOfTime = 13;

/** What is left of the time or of a count after `slice(-4)` and the like; undefined for all else. */
export function endOfClock(
  run: Run,
  on: Value,
  member: string,
  args: readonly Value[],
  spot: Spot,
): Value | undefined {
  const source = clockIn(on);
  if (source === undefined) return undefined;
  if (/^(toString|padStart|padEnd|toFixed|trim)$/.test(member)) return on;
  if (!/^(slice|substr|substring)$/.test(member)) return undefined;
  const [from, to] = args.map((arg) => (arg.k === "const" && typeof arg.v === "number" ? arg.v : undefined));
  const all = source === theTime ? digitsOfTime : undefined;
  const length = lengthOf(member, from, args.length === 1 ? null : to, all);
  // Only its end changes from one to the next.
  if (length === undefined || length < 3 || length > manyDigits) return undefined;
  return madeOfClock(run, source, 10 ** length, spot);
}

function lengthOf(
  member: string,
  from: number | undefined,
  to: number | undefined | null,
  all: number | undefined,
): number | undefined {
  if (from === undefined || to === undefined) return undefined;
  if (to !== null) return member === "substr" ? to : to - from;
  if (from < 0) return member === "substring" ? undefined : -from;
  return all === undefined ? undefined : all - from;
}

/** What is left of the time or of a count after dividing it: `Date.now() % 10_000`. */
export function restOfClock(
  run: Run,
  op: MixOp,
  value: Value,
  divisor: Value,
  spot: Spot,
): Value | undefined {
  const source = op === "%" ? clockIn(value) : undefined;
  if (source === undefined || divisor.k !== "const" || typeof divisor.v !== "number") return undefined;
  if (divisor.v < 1_000 || divisor.v > 10 ** manyDigits) return undefined;
  return madeOfClock(run, source, divisor.v, spot);
}

function madeOfClock(run: Run, source: string, choices: number, spot: Spot): Value {
  const size = { choices, low: 0, high: choices, signs: 10 };
  return {
    k: "fresh",
    id: run.newId(),
    long: false,
    origin: { spot, source, how: "guessable", guarded: false, times: 1, size },
  };
}

/** What the code calls the clock or the count that a value is, whatever was added to it or taken from it. */
function clockIn(value: Value, depth = 0): string | undefined {
  if (value.k !== "any" || depth > 4) return undefined;
  const { name, from } = value;
  if (name === "count") return "a count";
  const [first] = from;
  const of = first?.k === "any" ? first.name : "";
  if (name === "now" && /^(Date|performance)\.now$/.test(of)) return theTime;
  if (/^(getTime|valueOf|Date)$/.test(name) && of === "Date") return theTime;
  if (!/^(|floor|round|trunc)$/.test(name) || from.some((one) => one.k !== "any" && one.k !== "const"))
    return undefined;
  return from.map((one) => clockIn(one, depth + 1)).find((source) => source !== undefined);
}

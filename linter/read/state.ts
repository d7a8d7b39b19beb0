// The state of one path through the code: what is bound, what was passed, what is known.
import { type Claim, claimKey, either, type Spot, type Value } from "./values.ts";

/** A path. It is owned by who follows it: `fork` before going two ways. */
export class State {
  readonly cells: Map<number, Value>;
  /** What was written over fields of records, of the request and of modules on this path. */
  readonly written: Map<string, Value>;
  /** Where each of those was written. */
  readonly places: Map<string, Spot>;
  /** Conditions that this path has decided already, so that it does not decide them the other way later. */
  readonly known: Map<string, boolean>;
  readonly equals: Map<string, string | number | boolean>;
  claims: readonly Claim[];
  /** Whether only development or tests come here. */
  guarded: boolean;

  constructor(from?: State) {
    this.cells = new Map(from?.cells);
    this.written = new Map(from?.written);
    this.places = new Map(from?.places);
    this.known = new Map(from?.known);
    this.equals = new Map(from?.equals);
    this.claims = from?.claims ?? [];
    this.guarded = from?.guarded ?? false;
  }

  fork(): State {
    return new State(this);
  }

  claim(claim: Claim): void {
    const key = claimKey(claim);
    if (!this.claims.some((other) => claimKey(other) === key)) this.claims = [...this.claims, claim];
  }
}

/** A path together with the value of the expression that was just followed on it. */
export interface Out {
  readonly s: State;
  readonly v: Value;
}

const keys = new WeakMap<readonly Claim[], string>();

/** Equal for paths that have shown the same. */
export function claimsKey(claims: readonly Claim[]): string {
  const known = keys.get(claims);
  if (known !== undefined) return known;
  const key = claims.map(claimKey).toSorted().join("\n");
  keys.set(claims, key);
  return key;
}

/** More paths than this at one place are joined even where they differ in what the caller asked for. */
const manyPaths = 8;

/**
 * Joins paths that have shown the same and that the caller's choices do not tell apart. Which condition belongs to
 * which value is lost with that, so a code that was checked always keeps its path to itself.
 */
export function mergeStates(states: readonly State[]): State[] {
  return states.length < 2 ? [...states] : mergeOuts(states.map((s) => ({ s, v: unused }))).map(({ s }) => s);
}

const unused: Value = { k: "const", v: undefined };

/** Joins paths that ended with values; the values of joined paths are joined too. */
export function mergeOuts(outs: readonly Out[]): Out[] {
  if (outs.length < 2) return [...outs];
  const fine = Map.groupBy(outs, ({ s }) => `${claimsKey(s.claims)}\n${choices(s)}`);
  const merged = [...fine.values()].map(joined);
  if (merged.length <= manyPaths) return merged;
  return [...Map.groupBy(merged, ({ s }) => claimsKey(s.claims)).values()]
    .map(joined)
    .slice(0, 3 * manyPaths);
}

/** The same, but what only development reaches stays apart until the end of its statement. */
export function mergeApart(outs: readonly Out[]): Out[] {
  return [true, false].flatMap((guarded) => mergeOuts(outs.filter(({ s }) => s.guarded === guarded)));
}

/** What a path knows of the caller's own input: `phone` was given, `method` is "sms". */
function choices(s: State): string {
  const known: string[] = [];
  for (const [key, value] of s.known) if (key.startsWith("in:")) known.push(`${key}=${value}`);
  return known.toSorted().join(",");
}

/** One path in place of several with the same claims: only what they all know stays known. */
function joined(outs: readonly Out[]): Out {
  const [first, ...others] = outs;
  if (first === undefined) throw new Error("expected at least one path to join");
  if (others.length === 0) return first;
  const { s } = first;
  const cells = new Map<number, Value[]>();
  const written = new Map<string, Value[]>();
  for (const { s: other } of others) {
    if (!other.guarded) s.guarded = false;
    for (const [key, value] of s.known) if (other.known.get(key) !== value) s.known.delete(key);
    for (const [key, value] of s.equals) if (other.equals.get(key) !== value) s.equals.delete(key);
    gather(s.cells, other.cells, cells);
    gather(s.written, other.written, written);
    for (const [key, spot] of other.places) if (!s.places.has(key)) s.places.set(key, spot);
  }
  for (const [cell, values] of cells) s.cells.set(cell, either(values));
  for (const [key, values] of written) s.written.set(key, either(values));
  return { s, v: either(outs.map(({ v }) => v)) };
}

function gather<K>(
  mine: ReadonlyMap<K, Value>,
  other: ReadonlyMap<K, Value>,
  different: Map<K, Value[]>,
): void {
  for (const [key, value] of other) {
    const own = mine.get(key);
    if (own === value) continue;
    const all = different.get(key);
    if (all !== undefined) all.push(value);
    else different.set(key, own === undefined ? [value] : [own, value]);
  }
}

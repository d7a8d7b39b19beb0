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

  constructor(from?: State) {
    this.cells = new Map(from?.cells);
    this.written = new Map(from?.written);
    this.places = new Map(from?.places);
    this.known = new Map(from?.known);
    this.equals = new Map(from?.equals);
    this.claims = from?.claims ?? [];
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

export function claimsKey(claims: readonly Claim[]): string {
  return claims.map(claimKey).toSorted().join("\n");
}

/** More paths than this at one place are joined although that loses which condition belongs to which. */
const manyPaths = 10;
const tooManyPaths = 24;

/** Joins paths that do not differ in anything that matters. */
export function mergeStates(states: readonly State[]): State[] {
  if (states.length < 2) return [...states];
  const merged: State[] = [];
  for (const state of states) {
    const twin = merged.findIndex((other) => sameButOneCondition(other, state));
    const other = merged[twin];
    if (other === undefined) merged.push(state);
    else merged[twin] = joined([other, state], undefined);
  }
  if (merged.length <= manyPaths) return merged;
  const byClaims = Map.groupBy(merged, (state) => claimsKey(state.claims));
  return [...byClaims.values()].map((group) => joined(group, either)).slice(0, tooManyPaths);
}

/** Joins paths that ended with values; the values of joined paths are joined too. */
export function mergeOuts(outs: readonly Out[]): Out[] {
  if (outs.length < 2) return [...outs];
  const merged: { s: State; vs: Value[] }[] = [];
  for (const { s, v } of outs) {
    const twin = merged.find((other) => sameButOneCondition(other.s, s));
    if (twin === undefined) merged.push({ s, vs: [v] });
    else {
      twin.s = joined([twin.s, s], undefined);
      twin.vs.push(v);
    }
  }
  if (merged.length <= manyPaths) return merged.map(({ s, vs }) => ({ s, v: either(vs) }));
  const groups = Map.groupBy(merged, ({ s }) => claimsKey(s.claims));
  return [...groups.values()]
    .map((group) => ({ s: joined(group.map(({ s }) => s), either), v: either(group.flatMap(({ vs }) => vs)) }))
    .slice(0, tooManyPaths);
}


/** Equal but for one condition that one path decided this way and the other that way: then it did not matter. */
function sameButOneCondition(a: State, b: State): boolean {
  if (claimsKey(a.claims) !== claimsKey(b.claims)) return false;
  if (!sameMap(a.cells, b.cells) || !sameMap(a.written, b.written)) return false;
  let different = 0;
  for (const [key, value] of a.known) if (b.known.get(key) !== value) different++;
  for (const key of b.known.keys()) if (!a.known.has(key)) different++;
  return different <= 1;
}

function sameMap<T>(a: ReadonlyMap<unknown, T>, b: ReadonlyMap<unknown, T>): boolean {
  if (a.size !== b.size) return false;
  for (const [key, value] of a) if (b.get(key) !== value) return false;
  return true;
}

/** One path in place of several with the same claims: only what they all know stays known. */
function joined(states: readonly State[], join: ((values: readonly Value[]) => Value) | undefined): State {
  const [first, ...others] = states;
  const state = new State(first);
  for (const other of others) {
    for (const [key, value] of state.known) if (other.known.get(key) !== value) state.known.delete(key);
    for (const [key, value] of state.equals) if (other.equals.get(key) !== value) state.equals.delete(key);
    if (join === undefined) continue;
    for (const [cell, value] of other.cells) {
      const mine = state.cells.get(cell);
      if (mine !== value) state.cells.set(cell, mine === undefined ? value : join([mine, value]));
    }
    for (const [key, value] of other.written) {
      const mine = state.written.get(key);
      if (mine !== value) state.written.set(key, mine === undefined ? value : join([mine, value]));
    }
  }
  return state;
}

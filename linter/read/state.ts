// The state of one path through the code: what is bound, what was passed, what is known.
import { Cells } from "./cells.ts";
import { afterTaking, shared, type Trace, untouched } from "./codes/traces.ts";
import { isCodeName } from "./names.ts";
import { SharedMap } from "./shared-map.ts";
import { type Claim, claimKey, either, keyOf, parts, type Spot, type Value } from "./values.ts";

const choicesIn = new WeakMap<
  ReadonlyMap<string, boolean>,
  { readonly size: number; readonly key: string }
>();

/** A path. It is owned by who follows it: `fork` before going two ways. */
export class State {
  /** How many checks were passed on any path so far that can prove who somebody is. */
  static proofs = 0;
  readonly cells: Cells;
  /** What was written over fields of records, of the request and of modules on this path. */
  readonly written: SharedMap<string, Value>;
  /** Where each of those was written. */
  readonly places: SharedMap<string, Spot>;
  /** Conditions that this path has decided already, so that it does not decide them the other way later. */
  private readonly known: SharedMap<string, boolean>;
  /** Those among them that the caller's own input decides: `phone` was given, `method` is "sms". */
  private readonly chosen: SharedMap<string, boolean>;
  readonly equals: SharedMap<string, string | number | boolean>;
  claims: readonly Claim[];
  /** Whether only development or tests come here. */
  guarded: boolean;
  /** Whether middleware or a hook has answered on this path, so that it does not come to the handler. */
  answered: boolean;
  /** What this path has done with codes. */
  trace: Trace;

  constructor(from?: State) {
    this.cells = new Cells(from?.cells);
    this.written = from?.written.copy() ?? SharedMap.empty();
    this.places = from?.places.copy() ?? SharedMap.empty();
    this.known = from?.known.copy() ?? SharedMap.empty();
    this.chosen = from?.chosen.copy() ?? SharedMap.empty();
    this.equals = from?.equals.copy() ?? SharedMap.empty();
    this.claims = from?.claims ?? [];
    this.guarded = from?.guarded ?? false;
    this.answered = from?.answered ?? false;
    this.trace = from?.trace ?? untouched;
  }

  fork(): State {
    return new State(this);
  }

  /** How this path has decided the condition of that key, if it has. */
  decided(key: string): boolean | undefined {
    return (key.startsWith("in:") ? this.chosen : this.known).get(key);
  }

  decide(key: string, way: boolean): void {
    (key.startsWith("in:") ? this.chosen : this.known).set(key, way);
  }

  /** The numbers of the records that were looked for and not found. */
  get absent(): readonly number[] {
    const ids: number[] = [];
    for (const [key, way] of this.known) {
      const [, id] = way ? [] : (/^r:(\d+):(?:#count)?$/.exec(key) ?? []);
      if (id !== undefined) ids.push(Number(id));
    }
    return ids;
  }

  /** The fields of a record that are known on this path, with what is in them: `false` for what is not set. */
  fieldsOf(id: number): readonly (readonly [field: string, holds: string | number | boolean])[] {
    const start = `r:${id}:`;
    const found: [string, string | number | boolean][] = [];
    for (const [key, way] of this.known)
      if (!way && key.startsWith(start)) found.push([key.slice(start.length), way]);
    for (const [key, value] of this.equals)
      if (key.startsWith(start)) found.push([key.slice(start.length), value]);
    return found;
  }

  /** What of the caller's input this path has decided something by. */
  get chosenFields(): readonly string[] {
    return [...this.chosen.contents.keys()].map((key) => key.replace(/^in:([^=<>!]*).*$/, "$1"));
  }

  /** How much this path has decided. */
  get decisions(): number {
    return this.known.size + this.chosen.size + this.equals.size;
  }

  /** Forgets what the other path does not know, or knows to be different. */
  keepShared(other: State): void {
    keepShared(this.known, other.known);
    keepShared(this.chosen, other.chosen);
    keepShared(this.equals, other.equals);
  }

  /** Equal for paths on which the caller chose the same. */
  get choices(): string {
    const { contents } = this.chosen;
    if (contents.size === 0) return "";
    // The same map of the same size says the same: `drop` leaves the old one as it was.
    const before = choicesIn.get(contents);
    if (before?.size === contents.size) return before.key;
    const key = [...contents]
      .map(([name, way]) => `${name}=${way}`)
      .toSorted()
      .join(",");
    choicesIn.set(contents, { size: contents.size, key });
    return key;
  }

  /** Whether another path has visibly shown and chosen the same: most that meet again have parted only a line before. */
  showsAndChoseAs(other: State): boolean {
    return (
      this.claims === other.claims &&
      this.answered === other.answered &&
      this.chosen.contents === other.chosen.contents
    );
  }

  /** Remembers that something that the caller named is the number on file. */
  knowNumber(given: Value): void {
    this.known.set(`on-file:${keyOf(given)}`, true);
  }

  /** Whether the row of a code is looked for with the number on file. */
  private isForKnown({ filter }: Extract<Claim, { k: "slot" }>): boolean {
    if (filter === null) return false;
    return parts(filter).some(
      (part) => part.k === "input" && this.known.get(`on-file:${keyOf(part)}`) === true,
    );
  }

  claim(claim: Claim): void {
    if (proves(claim)) State.proofs++;
    const key = claimKey(claim);
    if (this.claims.some((other) => claimKey(other) === key)) return;
    const own = claim.k === "slot" && this.isForKnown(claim) ? { ...claim, onFile: true } : claim;
    this.claims = [...this.claims, afterTaking(own, this.trace)];
  }
}

/** Whatever is looked up or found to be set makes a claim; only those that are named like a proof are one by themselves. */
function proves(claim: Claim): boolean {
  if (claim.k !== "slot" && claim.k !== "mark" && claim.k !== "carried") return true;
  return (
    isCodeName(claim.path) ||
    isCodeName(claim.store) ||
    /verif|confirm|approv|valid|passw|pwd|reset|allow|grant/i.test(`${claim.store} ${claim.path}`)
  );
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
  const [first] = outs;
  if (first === undefined || outs.length < 2) return [...outs];
  if (outs.every(({ s }) => s.showsAndChoseAs(first.s))) return [joined(outs)];
  const shown = ({ s }: Out): string =>
    s.answered ? `${claimsKey(s.claims)}\nanswered` : claimsKey(s.claims);
  const fine = Map.groupBy(outs, (out) => `${shown(out)}\n${out.s.choices}`);
  const merged = [...fine.values()].map(joined);
  if (merged.length <= manyPaths) return merged;
  return [...Map.groupBy(merged, shown).values()].map(joined).slice(0, 3 * manyPaths);
}

/** The same, but what only development reaches stays apart until the end of its statement. */
export function mergeApart(outs: readonly Out[]): Out[] {
  return [true, false].flatMap((guarded) => mergeOuts(outs.filter(({ s }) => s.guarded === guarded)));
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
    s.trace = shared(s.trace, other.trace);
    s.keepShared(other);
    const [mine, theirs] = s.cells.comparedWith(other.cells);
    gather(mine, theirs, cells);
    gather(s.written.contents, other.written.contents, written);
    if (s.places.contents !== other.places.contents)
      for (const [key, spot] of other.places) if (s.places.get(key) === undefined) s.places.set(key, spot);
  }
  for (const [cell, values] of cells) s.cells.set(cell, either(values));
  for (const [key, values] of written) s.written.set(key, either(values));
  return { s, v: either(outs.map(({ v }) => v)) };
}

/** Leaves in the first only what both say. */
function keepShared<V>(mine: SharedMap<string, V>, other: SharedMap<string, V>): void {
  if (mine.contents === other.contents) return;
  const gone: string[] = [];
  for (const [key, value] of mine) if (other.get(key) !== value) gone.push(key);
  mine.drop(gone);
}

function gather<K>(
  mine: ReadonlyMap<K, Value>,
  other: ReadonlyMap<K, Value>,
  different: Map<K, Value[]>,
): void {
  if (mine === other) return;
  for (const [key, value] of other) {
    const own = mine.get(key);
    if (own === value) continue;
    const all = different.get(key);
    if (all !== undefined) all.push(value);
    else different.set(key, own === undefined ? [value] : [own, value]);
  }
}

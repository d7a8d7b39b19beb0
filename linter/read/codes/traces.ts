// What a path has done with codes so far that bears on what it does later.
import type { Claim, Spot } from "../values.ts";
import { sameSpot } from "./places.ts";

/** Something that was taken out of a store: all of an entry, or one field of it. */
export interface Taken {
  readonly store: string;
  readonly path: string | null;
  readonly spot: Spot;
}

type SlotClaim = Extract<Claim, { k: "slot" }>;

/** What a path has done with codes so far. */
export interface Trace {
  /** What it took out of stores. */
  readonly taken: readonly Taken[];
  /** The slots of which the caller did not know the content, as `store#path`. */
  readonly missed: readonly string[];
  /** Whether it found that something had ended. */
  readonly over: boolean;
  /** Where it wrote something to a log that may be a code. */
  readonly logged: readonly string[];
}

/** The trace of a path that has done nothing. */
export const untouched: Trace = { taken: [], missed: [], over: false, logged: [] };

/** The same with something taken out; what had ended before is no longer waited for. */
export function taking(trace: Trace, taken: Taken): Trace {
  if (trace.over || trace.taken.some((one) => isSame(one, taken))) return trace;
  return { ...trace, taken: [...trace.taken, taken] };
}

/** The same with something logged. */
export function logging(trace: Trace, spot: Spot): Trace {
  const place = placeKey(spot);
  return trace.logged.includes(place) ? trace : { ...trace, logged: [...trace.logged, place] };
}

/** Tells places apart as traces do. */
export function placeKey({ file, at }: Spot): string {
  return `${file}:${at.join(":")}`;
}

/** The same with comparisons that failed. */
export function missing(trace: Trace, claims: readonly Claim[]): Trace {
  const slots = claims.filter((claim) => claim.k === "slot").map(slotKey);
  const more = slots.filter((slot) => !trace.missed.includes(slot));
  return more.length === 0 ? trace : { ...trace, missed: [...trace.missed, ...more] };
}

/** What is shown on a path, with what the path had taken out of stores before. */
export function afterTaking(claim: Claim, { taken }: Trace): Claim {
  return claim.k === "slot" && taken.length > 0 && claim.taken === undefined ? { ...claim, taken } : claim;
}

/** What two paths have both done. */
export function shared(one: Trace, other: Trace): Trace {
  if (one === other) return one;
  return {
    taken: one.taken.filter((taken) => other.taken.some((another) => isSame(taken, another))),
    missed: one.missed.filter((slot) => other.missed.includes(slot)),
    over: one.over && other.over,
    logged: one.logged.filter((place) => other.logged.includes(place)),
  };
}

/** Whether it takes away this code: the whole entry of its store, or the field itself. */
export function takes({ store, path }: Taken, claim: SlotClaim): boolean {
  if (store !== claim.store && !(store.startsWith(`${claim.store}[`) || claim.store.startsWith(`${store}[`)))
    return false;
  return (
    path === null ||
    path === "" ||
    path === claim.path ||
    claim.path.startsWith(`${path}.`) ||
    claim.path === "#key"
  );
}

/** Tells slots apart as traces do. */
export function slotKey({ store, path }: Pick<SlotClaim, "store" | "path">): string {
  return `${store}#${path}`;
}

/** The slots that claims rest on, as `store#path`. */
export function slotsOf(claims: readonly Claim[]): readonly string[] {
  return claims.flatMap((one) => {
    if (one.k === "token") return [slotKey({ store: one.store, path: "#token" })];
    return one.k === "slot" || one.k === "mark" || one.k === "carried" ? [slotKey(one)] : [];
  });
}

function isSame(one: Taken, other: Taken): boolean {
  return one.store === other.store && one.path === other.path && sameSpot(one.spot, other.spot);
}

// Whether wrong codes are counted where a code is checked.
import type { CodeChecked } from "../../flow.ts";
import type { Entry } from "../entries/index.ts";
import type { Happening } from "../events.ts";
import { type Limit, liftsLimits, tightest } from "./limits.ts";
import { isCountName } from "./notes.ts";
import { sameSpot } from "./places.ts";
import { lastName, type SlotClaim } from "./slots.ts";
import type { Surroundings } from "./surroundings.ts";
import { slotKey, takes } from "./traces.ts";

/** All that happened on the paths of one entry point. */
export interface Episode {
  readonly entry: Entry;
  readonly happenings: readonly Happening[];
  readonly gaveUp: boolean;
  readonly number: number;
}

/** Whether something limits how many codes can be tried where this one is checked. */
export function attemptsOf(
  claim: SlotClaim,
  { entry, happenings, gaveUp }: Episode,
  surroundings: Surroundings,
): CodeChecked["limited"] {
  const before = limitAround(entry, surroundings);
  if (before === "tightly" || limitedInside(happenings)) return "yes";
  if (happenings.some((one) => one.k === "bounded")) return "yes";
  if (isGoneAnyway(claim, happenings)) return "yes";
  const counted = happenings.some((one) => one.k === "kept" && isCountName(lastName(one.path)));
  const perhaps = happenings.some(
    (one) => one.k === "unfollowed" && /attempt|limit|lock|block|fail|brute|throttl/i.test(one.name),
  );
  if (counted || perhaps || gaveUp || entry.point.framework === "other") return "unknown";
  return before === "loosely" ? "loosely" : "no";
}

/**
 * Whether a wrong guess ends the code, too: it is taken out of its store before it is compared, on the same path, or
 * where it turns out to be another one.
 */
function isGoneAnyway(claim: SlotClaim, happenings: Episode["happenings"]): boolean {
  if (claim.taken?.some((one) => takes(one, claim) && !sameSpot(one.spot, claim.spot)) === true) return true;
  return happenings.some(
    (one) => one.k === "removed" && takes(one, claim) && one.trace.missed.includes(slotKey(claim)),
  );
}

/** How tight the limiters before the handler are, those of the whole application included. */
export function limitAround({ before, unlimited }: Entry, { limits, limited }: Surroundings): Limit {
  if (before.some(({ name, value }) => liftsLimits(value, name))) return "no";
  return tightest([
    unlimited === true ? "no" : limited,
    ...before.map(({ name, value }) => limits.of(value, name)),
  ]);
}

/** A limiter that is called, and whose answer is looked at where it gives one. */
export function limitedInside(happenings: readonly Happening[]): boolean {
  return happenings.some(
    (one) =>
      one.k === "limited" &&
      (one.answer === null ||
        happenings.some((other) => other.k === "decided" && other.answer === one.answer)),
  );
}

// Whether wrong codes are counted where a code is checked, and whether a right one is gone afterwards.
import type { CodeChecked } from "../../flow.ts";
import type { Entry } from "../entries/index.ts";
import type { Happening } from "../events.ts";
import { type Claim, claimKey } from "../values.ts";
import { type Limit, liftsLimits, limitOf, tightest } from "./limits.ts";
import { isCountName } from "./notes.ts";
import { samePlace } from "./shown.ts";

type Of<K extends Happening["k"]> = Extract<Happening, { k: K }>;
type SlotClaim = Extract<Claim, { k: "slot" }>;

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
  removed: readonly Of<"removed">[],
  everywhere: Limit,
): CodeChecked["limited"] {
  const before = limitAround(entry, everywhere);
  if (before === "tightly" || limitedInside(happenings)) return "yes";
  if (happenings.some((one) => one.k === "bounded")) return "yes";
  // A code that is taken out of its store before it is compared is gone after a wrong guess, too.
  if (
    happenings.some(
      (one) =>
        one.k === "removed" &&
        takes(one, claim) &&
        !shows(one.claims, claim) &&
        !samePlace(one.spot, claim.spot),
    )
  )
    return removed.length > 0 ? "yes" : "unknown";
  const counted = happenings.some((one) => one.k === "kept" && isCountName(lastName(one.path)));
  const perhaps = happenings.some(
    (one) => one.k === "unfollowed" && /attempt|limit|lock|block|fail|brute|throttl/i.test(one.name),
  );
  if (counted || perhaps || gaveUp || entry.point.framework === "other") return "unknown";
  return before === "loosely" ? "loosely" : "no";
}

/** How tight the limiters before the handler are, those of the whole application included. */
export function limitAround({ before, unlimited }: Entry, everywhere: Limit): Limit {
  if (before.some(({ name, value }) => liftsLimits(value, name))) return "no";
  return tightest([
    unlimited === true ? "no" : everywhere,
    ...before.map(({ name, value }) => limitOf(value, name)),
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

/** Whether the code is gone once it was right: taken out, emptied, or marked as used. */
export function consumptionOf(
  claim: SlotClaim,
  { happenings, gaveUp }: Episode,
  removed: readonly Of<"removed">[],
  kept: readonly Of<"kept">[],
): CodeChecked["consumed"] {
  if (claim.store.startsWith("token:")) return "unknown";
  if (happenings.some((one) => one.k === "removed" && one.later === undefined && takes(one, claim)))
    return "yes";
  if (removed.some((one) => one.later === undefined && takes(one, claim) && restsOn(one.claims, claim)))
    return "yes";
  if (happenings.some((one) => one.k === "removed" && takesFlag(one, claim))) return "yes";
  const marked = [
    ...happenings.filter((one) => one.k === "kept"),
    ...kept.filter((one) => restsOn(one.claims, claim)),
  ];
  if (marked.some((one) => one.store === claim.store && isUsedMark(one, claim))) return "yes";
  const perhaps = happenings.some(
    (one) =>
      one.k === "unfollowed" &&
      /consume|delete|remove|clear|invalidat|destroy|revoke|expire|mark|burn|used/i.test(one.name) &&
      shows(one.claims, claim),
  );
  return perhaps || gaveUp ? "unknown" : "no";
}

/** Whether it takes away this code: the whole entry of its store, or the field itself. */
function takes({ store, path }: Of<"removed">, claim: SlotClaim): boolean {
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

/** Whether a flag is taken away that had to be set beside the code: `if (!row.waiting) …; row.waiting = false`. */
function takesFlag({ store, path, claims, later }: Of<"removed">, claim: SlotClaim): boolean {
  if (later !== undefined || store !== claim.store) return false;
  return claims.some((one) => one.k === "mark" && one.store === store && one.path === path);
}

function isUsedMark({ path, value, spot }: Of<"kept">, claim: SlotClaim): boolean {
  const field = lastName(path);
  // Another value in the same field takes the place of the one that was used.
  if (path === claim.path && path !== "" && !samePlace(spot, claim.spot)) return true;
  return /used|consum|verif|redeem|status|active|valid|state|done/i.test(field) && value.k !== "record";
}

function shows(claims: readonly Claim[], claim: SlotClaim): boolean {
  const key = claimKey(claim);
  return claims.some((one) => claimKey(one) === key);
}

/** Whether something happened because of this code, or of what an earlier check of it left in its store. */
function restsOn(claims: readonly Claim[], claim: SlotClaim): boolean {
  return claims.some(
    (one) => (one.k === "slot" || one.k === "mark" || one.k === "carried") && one.store === claim.store,
  );
}

function lastName(path: string): string {
  return path.slice(path.lastIndexOf(".") + 1);
}

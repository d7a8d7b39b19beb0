// Whether a code is gone once it was right.
import type { CodeChecked } from "../../flow.ts";
import type { Happening } from "../events.ts";
import { type Claim, parts, type Value } from "../values.ts";
import type { Episode } from "./checks.ts";
import { sameSpot } from "./places.ts";
import type { CodeRecords } from "./records.ts";
import { lastName, shows, type SlotClaim } from "./slots.ts";
import { slotsOf, takes } from "./traces.ts";

type Of<K extends Happening["k"]> = Extract<Happening, { k: K }>;

/** Whether the code is gone once it was right: taken out, emptied, or marked as used. */
export function consumptionOf(
  claim: SlotClaim,
  { happenings, gaveUp }: Episode,
  records: CodeRecords,
): CodeChecked["consumed"] {
  if (claim.store.startsWith("token:")) return "unknown";
  if (claim.taken?.some((one) => takes(one, claim)) === true) return "yes";
  const left = records.leftBy(claim);
  // Another handler that takes such codes away does so because of its own check, unless it builds on this one.
  const follows = ({ claims }: { readonly claims: readonly Claim[] }): boolean =>
    left.size > 0 && slotsOf(claims).some((slot) => left.has(slot));
  const because = (one: { readonly claims: readonly Claim[] }): boolean =>
    shows(one.claims, claim) || follows(one);
  const gone = [
    ...happenings.filter((one) => one.k === "removed").filter(because),
    ...records.removedAfter(left),
  ].some((one) => one.later === undefined && !one.trace.over && (takes(one, claim) || takesFlag(one, claim)));
  if (gone) return "yes";
  const marks = [
    ...happenings
      .filter((one) => one.k === "kept")
      .filter((one) => one.store === claim.store && because(one)),
    ...(left.size === 0 ? [] : (records.kept.get(claim.store) ?? []).filter(follows)),
  ].filter((one) => isUsedMark(one, claim));
  if (marks.some((one) => isAnother(one, claim) || isLookedAt(one, claim, happenings))) return "yes";
  if (marks.length > 0 && asksForMore(claim.filter)) return "unknown";
  const perhaps = happenings.some(
    (one) =>
      one.k === "unfollowed" &&
      /consume|delete|remove|clear|invalidat|destroy|revoke|expire|mark|burn|used/i.test(one.name) &&
      shows(one.claims, claim),
  );
  return perhaps || gaveUp ? "unknown" : "no";
}

/** Whether a flag is taken away that had to be set beside the code: `if (!row.waiting) …; row.waiting = false`. */
function takesFlag({ store, path, claims, later }: Of<"removed">, claim: SlotClaim): boolean {
  if (later !== undefined || store !== claim.store) return false;
  return claims.some((one) => one.k === "mark" && one.store === store && one.path === path);
}

function isUsedMark(one: Of<"kept">, claim: SlotClaim): boolean {
  if (isAnother(one, claim)) return true;
  const field = lastName(one.path);
  return /used|consum|verif|redeem|status|active|valid|state|done/i.test(field) && one.value.k !== "record";
}

/** Another value in the same field takes the place of the one that was used. */
function isAnother({ store, path, value, spot }: Of<"kept">, claim: SlotClaim): boolean {
  if (path !== claim.path || path === "" || sameSpot(spot, claim.spot)) return false;
  return !parts(value).some((part) => part.k === "record" && part.store === store && part.path === path);
}

/** Whether who asks for the code the next time is told that it was used: the row is found by the mark, or looked at. */
function isLookedAt(
  { store, path }: Of<"kept">,
  claim: SlotClaim,
  happenings: Episode["happenings"],
): boolean {
  const field = lastName(path);
  return (
    (claim.filter !== null && fieldsIn(claim.filter).includes(field)) ||
    happenings.some((one) => one.k === "looked" && one.store === store && lastName(one.path) === field)
  );
}

/** Whether a filter has something in it that was not read. */
function asksForMore(filter: Value | null): boolean {
  if (filter === null) return false;
  return filter.k === "object"
    ? filter.rest.some(asksForMore)
    : filter.k === "any" || filter.k === "package" || filter.k === "text";
}

function fieldsIn(filter: Value, depth = 0): string[] {
  if (filter.k === "array" && depth <= 3) return filter.items.flatMap((item) => fieldsIn(item, depth + 1));
  if (filter.k !== "object" || depth > 3) return [];
  return [
    ...Object.entries(filter.props).flatMap(([key, value]) => [key, ...fieldsIn(value, depth + 1)]),
    ...filter.rest.flatMap((rest) => fieldsIn(rest, depth + 1)),
  ];
}

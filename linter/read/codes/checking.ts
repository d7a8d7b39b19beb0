// How a code is checked: strictly, in few attempts, once, and for what it was sent for.
import type { CodeChecked } from "../../flow.ts";
import type { Entry } from "../entries/index.ts";
import { canBe, leavesOf } from "../conditions.ts";
import { isMailName, isPasswordName, isPhoneName } from "../names.ts";
import { claimKey, leafName, type Value } from "../values.ts";
import { attemptsOf } from "./checks.ts";
import { consumptionOf } from "./consumption.ts";
import { namesPurpose, purposeOf, tellsPurpose } from "./purposes.ts";
import type { CodeRecords } from "./records.ts";
import { codePlace, sameSpot } from "./places.ts";
import { type Kept, lastName, shows, type SlotClaim, type Writer } from "./slots.ts";

/** The check of a code in one entry point. */
export function checkedAt(
  records: CodeRecords,
  claim: SlotClaim,
  writers: readonly Writer[],
  entry: Entry,
): readonly CodeChecked[] {
  const episode = records.episodes.get(entry);
  if (episode === undefined) return [];
  return [
    {
      ...codePlace(claim.spot),
      loose: looseness(records, claim, entry),
      limited: takesTokens(records, claim) ? "unknown" : attemptsOf(claim, episode, records.surroundings),
      consumed: consumptionOf(claim, episode, records),
      alsoFor: othersFor(records, claim, entry),
      complete: !episode.gaveUp && entry.point.framework !== "other" && writers.length > 0,
    },
  ];
}

/** Whether this check is for the long tokens that lie in the same field as the codes: nobody guesses those. */
function takesTokens(records: CodeRecords, { store, path, given }: SlotClaim): boolean {
  return (
    given !== null &&
    /token/i.test(leafName(given)) &&
    (records.kept.get(store) ?? []).some((one) => one.path === path && records.isHandedOver(one))
  );
}

/**
 * Other entry points that do nothing but say whether a code from the same slot is right: guessing works there as well. What
 * else a check opens is told where it does.
 */
export function checkedElsewhere(
  records: CodeRecords,
  claim: SlotClaim,
  writers: readonly Writer[],
  entry: Entry,
): readonly CodeChecked[] {
  return (records.held.get(claimKey(claim)) ?? [])
    .filter(
      ([held, other]) =>
        other !== entry &&
        other.point.framework !== "other" &&
        isOfSameCodes(records, claim, held) &&
        !hasOwnEnds(records, held, other),
    )
    .flatMap(([held, other]) =>
      checkedAt(records, held, writers, other)
        // A code that is gone once it was right is of no more use, unless something was left in its place.
        .filter(({ consumed }) => consumed !== "yes" || leavesSomething(records, held, other))
        .map((one) => ({
          ...one,
          loose: "no" as const,
          consumed: "unknown" as const,
          alsoFor: [],
          elsewhere: true as const,
        })),
    );
}

/** Whether some row with a code can be found by either of two checks. */
function isOfSameCodes(records: CodeRecords, claim: SlotClaim, held: SlotClaim): boolean {
  const fillers = records.fillersOf(claim);
  return (
    fillers.length === 0 ||
    fillers.some(({ row }) => isFoundBy(row, claim.filter) && isFoundBy(row, held.filter))
  );
}

/** A row for an address is not found by a number. */
function isFoundBy(row: Value | null, filter: Value | null): boolean {
  if (!canBe(row, filter)) return false;
  if (row === null || filter === null) return true;
  const [own, asked] = [contactsIn(row), contactsIn(filter)];
  return own.length === 0 || asked.length === 0 || asked.some((name) => own.includes(name));
}

function contactsIn(value: Value): readonly string[] {
  return leavesOf(value)
    .map(([path]) => lastName(path))
    .filter((name) => isPhoneName(name) || isMailName(name));
}

/** Whether an entry point puts something into the store of the code for who shows it, for a later step. */
function leavesSomething(records: CodeRecords, held: SlotClaim, other: Entry): boolean {
  return (records.kept.get(held.store) ?? []).some((one) => one.entry === other && shows(one.claims, held));
}

/** Whether an entry point does something of its own to an account, or makes one, for who shows the code. */
function hasOwnEnds(records: CodeRecords, held: SlotClaim, other: Entry): boolean {
  return (records.episodes.get(other)?.happenings ?? []).some(
    (one) =>
      (one.k === "effect" || (one.k === "kept" && isPasswordName(lastName(one.path)))) &&
      shows(one.claims, held),
  );
}

function looseness(records: CodeRecords, claim: SlotClaim, { point }: Entry): CodeChecked["loose"] {
  if (claim.loose === true) return "compared";
  const { given } = claim;
  const filtered =
    records.surroundings.untypedFilters &&
    claim.detail.startsWith("looked up") &&
    given?.k === "input" &&
    given.typed !== true &&
    /^(body|query)\b/.test(given.path) &&
    /^(express|koa|next|hono|other)$/.test(point.framework);
  return filtered && !/[:[/]/.test(claim.store) ? "filtered" : "no";
}

/** What else codes from the same slot are good for. */
function othersFor(records: CodeRecords, claim: SlotClaim, entry: Entry): readonly string[] {
  const own = purposeOf(entry);
  const fillers = records.fillersOf(claim);
  if (own === undefined || tellsPurpose(claim.given, `${claim.store} ${claim.path}`)) return [];
  if (fillers.some((filler) => besideOf(records, filler).some(namesPurpose))) return [];
  const others = [
    ...fillers.map((filler) => filler.entry),
    ...(records.checkers.get(claimKey(claim)) ?? []),
  ].filter((one) => purposeOf(one) !== own && purposeOf(one) !== undefined);
  return [...new Set(others.map(({ point }) => point.name))].toSorted();
}

/** The fields that are kept together with a code. */
function besideOf(records: CodeRecords, filler: Kept): readonly string[] {
  return (records.kept.get(filler.store) ?? [])
    .filter((one) => one.entry === filler.entry && sameSpot(one.spot, filler.spot))
    .map((one) => lastName(one.path));
}

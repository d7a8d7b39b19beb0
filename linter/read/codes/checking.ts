// How a code is checked: strictly, in few attempts, once, and for what it was sent for.
import type { CodeChecked } from "../../flow.ts";
import type { Entry } from "../entries/index.ts";
import { claimKey, leafName } from "../values.ts";
import { attemptsOf } from "./checks.ts";
import { consumptionOf } from "./consumption.ts";
import { codePlace } from "./places.ts";
import { namesPurpose, purposeOf, tellsPurpose } from "./purposes.ts";
import type { CodeRecords } from "./records.ts";
import { samePlace } from "./shown.ts";
import { type Kept, lastName, type SlotClaim, type Writer } from "./slots.ts";

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
      limited: takesTokens(records, claim)
        ? "unknown"
        : attemptsOf(claim, episode, records.surroundings.limited),
      consumed: consumptionOf(claim, episode, records.removed, records.all()),
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

/** Other entry points that say whether a code from the same slot is right: guessing works there as well. */
export function checkedElsewhere(
  records: CodeRecords,
  claim: SlotClaim,
  writers: readonly Writer[],
  entry: Entry,
): readonly CodeChecked[] {
  return (records.held.get(claimKey(claim)) ?? [])
    .filter(([, other]) => other !== entry && other.point.framework !== "other")
    .flatMap(([held, other]) =>
      checkedAt(records, held, writers, other).map((one) => ({
        ...one,
        consumed: "unknown" as const,
        alsoFor: [],
      })),
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
    .filter((one) => one.entry === filler.entry && samePlace(one.spot, filler.spot))
    .map((one) => lastName(one.path));
}

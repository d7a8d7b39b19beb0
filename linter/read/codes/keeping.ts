// How long a code is kept, and whether it can be read where it lies.
import type { CodeKept } from "../../flow.ts";
import { atomsOf, parts, type Value } from "../values.ts";
import { fromNow, isTimeName, type Lifetime } from "./lifetimes.ts";
import type { CodeRecords } from "./records.ts";
import { codePlace, sameSpot } from "./places.ts";
import { type Kept, lastName, sameStore, type SlotClaim, type Writer } from "./slots.ts";

/** All places that fill the slot, in their order. */
export function keptOf(records: CodeRecords, claim: SlotClaim): readonly CodeKept[] {
  return records.fillersOf(claim).map((own) => {
    const ending = endingOf(records, own);
    return {
      ...placeKept(own),
      ends: ending === undefined ? (mayEnd(records, own) ? "unknown" : "no") : "yes",
      ...(ending?.milliseconds === undefined ? {} : { lifetime: ending.milliseconds }),
    };
  });
}

/** The seeds of authenticator apps that are kept. */
export function seedsIn(records: CodeRecords): readonly CodeKept[] {
  return records
    .all()
    .filter(isSeed)
    .map((seed) => ({ ...placeKept(seed), ends: "unknown" }));
}

/** Whether a code is kept in a text with other words, too, as a message is that another program sends. */
export function isInMessage(records: CodeRecords, writers: readonly Writer[]): boolean {
  const made = new Set(writers.flatMap(({ value }) => (value === undefined ? [] : [...atomsOf(value)])));
  if (made.size === 0) return false;
  const places = writers.map(({ spot }) => spot);
  return writers
    .flatMap(({ entry }) => records.episodes.get(entry)?.happenings ?? [])
    .some(
      (one) =>
        one.k === "kept" &&
        one.value.k === "text" &&
        one.value.parts.some(isSentence) &&
        [...one.atoms].some((atom) => made.has(atom)) &&
        places.some((place) => sameSpot(place, one.spot)),
    );
}

function isSentence(part: Value): boolean {
  return part.k === "const" && typeof part.v === "string" && /\p{L}+\s+\p{L}+/u.test(part.v);
}

function placeKept(own: Kept): Omit<CodeKept, "ends"> {
  const hashed = [...parts(own.value)].some(({ k }) => k === "hash") || isEncrypted(own.value);
  return { ...codePlace(own.spot), store: `${own.store} ${own.path}`, hashed };
}

function endingOf(records: CodeRecords, own: Kept): Lifetime | undefined {
  if (own.lifetime !== undefined) return own.lifetime;
  const timer = records.removed.find((one) => one.later !== undefined && sameStore(one.store, own.store));
  if (timer?.later !== undefined) return timer.later;
  const lasting = records.surroundings.lasting.get(own.store);
  if (lasting !== undefined) return lasting;
  if (![...records.aged].some((store) => sameStore(store, own.store))) return undefined;
  const until = timesBeside(records, own)[0];
  return until === undefined ? {} : fromNow(until.value);
}

function timesBeside(records: CodeRecords, own: Kept): readonly Kept[] {
  return (records.kept.get(own.store) ?? []).filter(
    (one) => one.entry === own.entry && isTimeName(lastName(one.path)),
  );
}

/** Whether something may end it that was not read. */
function mayEnd(records: CodeRecords, own: Kept): boolean {
  return (
    own.store === "session" ||
    records.episodes.get(own.entry)?.gaveUp === true ||
    (records.surroundings.expiring.has(own.store) && timesBeside(records, own).length === 0)
  );
}

/** The seed of an authenticator app. */
function isSeed(one: Kept): boolean {
  return /^((totp|otp|mfa|two_?factor|twofa|tfa|google_?auth\w*|authenticator)_?(auth)?_?(secret|seed|key)(_?(base32|key))?|two_?factor_?auth_?secret)$/i.test(
    lastName(one.path),
  );
}

function isEncrypted(value: Value): boolean {
  for (const part of parts(value))
    if (
      (part.k === "any" && /encrypt|cipher|seal/i.test(part.name)) ||
      (part.k === "package" && /encrypt|cipher|seal/i.test(part.path))
    )
      return true;
  return false;
}

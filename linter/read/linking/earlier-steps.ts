// What an earlier step left behind and a later one asks for: flags in stores, values in the visit, somebody's id.
import { lastName } from "../codes/slots.ts";
import type { FlowStep } from "../../flow.ts";
import { placeOf } from "../codes/places.ts";
import { canBe } from "../conditions.ts";
import { type Claim, hasSession } from "../values.ts";
import { both, simple, smallest, type Way } from "./way.ts";
import type { Ways } from "./ways.ts";

/** The store that lasts over the requests of one visitor. */
export const visit = "session";

/** What a sign-in leaves in the visit, under other names than those of a person. */
const signedIn = /^(is_?)?(log(ged)?_?in|sign(ed)?_?in|auth(enticated|ed)?)$/i;

/** A flag that an earlier step left in a store: having it takes what that step took. */
export function waysOfMark(
  ways: Ways,
  claim: Extract<Claim, { k: "mark" }>,
  visited: ReadonlySet<string>,
): Way[] {
  if (claim.store === visit) return waysOfVisit(ways, claim, visited);
  const { word } = claim;
  if (!isPassMark(claim.path, ways.occurrences.accounts.has(claim.store), word !== undefined)) return [];
  const check: FlowStep = { what: "checks-proof", place: placeOf(claim.spot), detail: claim.path };
  const writers = ways.occurrences
    .keptIn(claim.store, claim.path)
    .filter(
      ({ value, row }) =>
        value.k === "const" &&
        canBe(row, claim.filter) &&
        (word === undefined
          ? value.v !== false
          : typeof value.v === "string" && (value.v === word.text) === word.is),
    );
  return smallest(
    writers.flatMap((writer) => {
      const handing: FlowStep = {
        what: "hands-over-token",
        place: placeOf(writer.spot),
        detail: claim.path,
      };
      return ways
        .waysOfAll(writer.claims, writer.entry, visited)
        .filter((way) => way.proofs.length > 0)
        .map((way) => both(way, { proofs: [], steps: [handing, check], unknowns: [], skips: [] }));
    }),
  );
}

/** A flag or a word that says that a step was passed, not one that describes the account for good. */
function isPassMark(path: string, ofAccount: boolean, isWord: boolean): boolean {
  const field = lastName(path);
  const told = /verif|confirm|approv|allow|valid|passed|authori[sz]ed|can_?reset|used/i.test(field);
  if (!told && !(isWord && /status|state|stage|step|phase/i.test(field))) return false;
  return !ofAccount || /otp|code|reset|recover|forgot/i.test(field);
}

/**
 * Something that an earlier step left in the visit (`req.session`): the caller cannot put it there, so any name will
 * do. It proves nothing if some step leaves it without asking for anything.
 */
export function waysOfVisit(
  ways: Ways,
  claim: Extract<Claim, { k: "mark" | "slot" }>,
  visited: ReadonlySet<string>,
): Way[] {
  if (signedIn.test(claim.path)) return [simple("session", claim.spot, claim.path, "medium")];
  const check: FlowStep = { what: "checks-proof", place: placeOf(claim.spot), detail: claim.path };
  const writers = ways.occurrences.keptIn(claim.store, claim.path);
  const found = writers.flatMap((writer) => {
    const handing: FlowStep = { what: "hands-over-token", place: placeOf(writer.spot), detail: claim.path };
    return ways
      .waysOfAll(writer.claims, writer.entry, visited)
      .map((way) => both(way, { proofs: [], steps: [handing, check], unknowns: [], skips: [] }));
  });
  return found.some((way) => way.proofs.length === 0) ? [] : smallest(found);
}

/** Somebody's id that an earlier step stored: what that step asked for counts, unless another one asks for nothing. */
export function waysOfCarried(
  ways: Ways,
  claim: Extract<Claim, { k: "carried" }>,
  visited: ReadonlySet<string>,
): Way[] {
  const writers = ways.occurrences.keptIn(claim.store, claim.path);
  const found = writers.flatMap((writer) => {
    const handing: FlowStep = { what: "hands-over-token", place: placeOf(writer.spot), detail: claim.path };
    const signedIn = hasSession(writer.value)
      ? [simple("session", writer.spot, "the signed-in user", "high")]
      : [];
    return ways
      .waysOfAll(writer.claims, writer.entry, visited)
      .flatMap((way) => (signedIn.length === 0 ? [way] : signedIn.map((session) => both(session, way))))
      .map((way) => both(way, { proofs: [], steps: [handing], unknowns: [], skips: [] }));
  });
  return found.some((way) => way.proofs.length === 0) ? [] : smallest(found);
}

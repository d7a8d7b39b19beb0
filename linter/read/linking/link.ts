// Links what happened on all paths into flows: which code was sent where, and which step handed over to which.
import { type Confidence, type Flow, type FlowEffect, isPhoneCode, type Proof } from "../../flow.ts";
import { CodeBook } from "../codes/book.ts";
import { passwordMade } from "../codes/making.ts";
import { placeOf } from "../codes/places.ts";
import { lastName } from "../codes/slots.ts";
import type { Surroundings } from "../codes/surroundings.ts";
import { leavesOf } from "../conditions.ts";
import type { Entry } from "../entries/index.ts";
import { isMailField, isPhoneField } from "../names.ts";
import { atomsOf, type Claim, claimKey, inputIn, parts, type Value } from "../values.ts";
import { visit } from "./earlier-steps.ts";
import { isCleared } from "../effects.ts";
import { isHandOver } from "./hand-overs.ts";
import { type Effect, type Followed, Occurrences, overlap } from "./occurrences.ts";
import { byPlace, distinctSteps, withoutRepeats } from "./order.ts";
import { kindsOf, lowest, smallest, type Way } from "./way.ts";
import { Ways } from "./ways.ts";

/** The flows of a project, sorted by where they are. */
export function linkFlows(followed: readonly Followed[], surroundings: Surroundings): Flow[] {
  const linker = new Linker(followed, surroundings);
  const flows = followed.flatMap((one) => linker.flowsOf(one));
  return withoutRepeats(flows).toSorted(byPlace);
}

class Linker {
  private readonly occurrences: Occurrences;
  private readonly ways: Ways;

  constructor(followed: readonly Followed[], surroundings: Surroundings) {
    this.occurrences = new Occurrences(followed);
    this.ways = new Ways(this.occurrences, new CodeBook(followed, surroundings));
  }

  flowsOf({ entry, happenings, gaveUp }: Followed): Flow[] {
    const effects = happenings.filter((one): one is Effect => one.k === "effect");
    const byEffect = Map.groupBy(effects, (one) => `${one.what} ${one.spot.file}:${one.spot.at.join(":")}`);
    return [...byEffect.values()].flatMap((group) => this.flowsTo(entry, group, gaveUp));
  }

  private flowsTo(entry: Entry, effects: readonly Effect[], gaveUp: boolean): Flow[] {
    const [effect] = effects;
    if (effect === undefined || !this.concernsAccount(effect)) return [];
    if (effect.whole === true && !this.keepsNumber(effect.detail, entry)) return [];
    const distinct = new Map(effects.map((one) => [one.claims.map(claimKey).toSorted().join("\n"), one]));
    const step: FlowEffect = {
      what: effect.what,
      place: placeOf(effect.spot),
      detail: effect.detail,
      ...(isCleared(effect.written) ? { clears: true } : {}),
    };
    const told = new Map<string, { readonly way: Way; readonly effect: Effect; readonly makes: boolean }>();
    // One path that makes an account and one that finds it, with the same proofs: what counts is the latter.
    for (const makes of [false, true]) {
      const ways = [...distinct.values()]
        .filter((one) => this.makesAccount(one) === makes)
        .flatMap((one) =>
          this.ways.waysOfAll(claimsFor(one), entry, new Set()).map((way) => ({ ...way, one })),
        );
      for (const { one, ...way } of smallest(ways)) {
        const key = kindsOf(way).join(" ");
        if (!told.has(key)) told.set(key, { way, effect: one, makes });
      }
    }
    return [...told.values()]
      .filter(({ way }) => worthTelling(effect, entry, way.proofs))
      .map(({ way: { proofs, steps, unknowns, skips }, effect: one, makes }) => ({
        entry: entry.point,
        proofs,
        effect: withConfidence(step, this.confidenceIn(one)),
        ...this.writtenBy(effect),
        skips: skips.filter(({ kind }) => !proofs.some((proof) => proof.kind === kind)),
        makesAccount: makes,
        ...(!makes && one.unconfirmed !== true && this.namesSomebody(one.written)
          ? { isThere: true as const }
          : {}),
        whose: this.whoseOf(one),
        chosen: inputIn(one.written) !== undefined,
        asksCarrier: one.claims.some((claim) => claim.k === "carrier"),
        notifies: this.occurrences.sent.some((send) => send.entry === entry && send.atoms?.size === 0),
        steps: distinctSteps([...steps, step]),
        ...(proofs.length === 0 && this.isCheckedElsewhere(entry) ? { bound: "elsewhere" as const } : {}),
        confidence: lowest([
          this.confidenceIn(one),
          entry.point.framework === "other" ? "medium" : "high",
          ...proofs.map((proof) => proof.confidence),
        ]),
        unknowns: [
          ...new Set([
            ...unknowns,
            ...(gaveUp ? ["reading stopped before the end of this handler: it has too many paths"] : []),
          ]),
        ],
      }));
  }

  /** Only what is changed of an account is told: a contact's number or an order's mail address opens nothing. */
  private concernsAccount(effect: Effect): boolean {
    const { what, detail, pin } = effect;
    if (pin !== undefined) return this.occurrences.pins.has(`${detail}#${pin}`);
    if (effect.ofAccount === true) return true;
    if (what === "opens-session" && isHandOver(effect)) return false;
    if (what === "writes-password" || (what === "opens-session" && effect.filter === null)) return true;
    // Where a second factor is kept there is somebody who signs in with it.
    return this.occurrences.accounts.has(detail) || what === "removes-factor";
  }

  /** Whether rows of the store have a phone number, and nothing before the handler looks at what the caller sent. */
  private keepsNumber(store: string, { before, point }: Entry): boolean {
    if (point.framework === "fastify" || point.framework === "tsoa") return false;
    if (
      before.some(({ name }) =>
        /valid|schema|joi|celebrat|zod|yup|ajv|check|dto|sanit|param|body|rule|filter|allow|clean|strip/i.test(
          name,
        ),
      )
    )
      return false;
    return this.occurrences.hasField(store, isPhoneField);
  }

  /** A signed token opens a session for whoever gets it; one that is not seen to be answered may serve something else. */
  private confidenceIn(effect: Effect): Confidence {
    if (effect.what !== "opens-session" || effect.detail !== "a signed token") return effect.confidence;
    return overlap(this.occurrences.handed, atomsOf(effect.written)) ? effect.confidence : "low";
  }

  /** Whether another request checks a code that was sent to a phone, and nothing of that lasts beyond its answer. */
  private isCheckedElsewhere(entry: Entry): boolean {
    return this.occurrences.followed.some(
      (other) => other.entry !== entry && this.detachedChecks(other).length > 0,
    );
  }

  private detachedChecks({ entry, happenings }: Followed): readonly Claim[] {
    const lasting = new Set(
      happenings.flatMap((one) =>
        one.k === "effect" || one.k === "kept" || one.k === "sent" ? one.claims.map(claimKey) : [],
      ),
    );
    return happenings
      .flatMap((one) => (one.k === "passed" ? one.claims : []))
      .filter((claim) => (claim.k === "slot" || claim.k === "managed") && !lasting.has(claimKey(claim)))
      .filter((claim) =>
        this.ways
          .waysOf(claim, entry, new Set())
          .some(({ proofs }) => proofs.some(({ kind }) => isPhoneCode(kind))),
      );
  }

  /** Who it is that something happens to, told by what their row was found by. */
  private whoseOf({ filter }: Effect): Flow["whose"] {
    if (filter === null) return "unknown";
    if ([...parts(filter)].some((part) => this.isNamedBefore(part))) return "named";
    if (this.isOfCaller(filter, 0)) return "signed-in";
    return inputIn(filter) === undefined && !this.isReadByName(filter) ? "found" : "named";
  }

  /** Whether it is the row of an account that was read by the number, the address or the name that the caller gave. */
  private isReadByName(filter: Value): boolean {
    return leavesOf(filter).some(([, owner]) => {
      if (owner.k !== "record" || owner.filter === null || !this.occurrences.accounts.has(owner.store))
        return false;
      const given = leavesOf(owner.filter).filter(([, value]) => inputIn(value) !== undefined);
      return given.length > 0 && given.every(([path]) => namesAccount(lastName(path)));
    });
  }

  /** Whether a visitor named it in an earlier request that asked for nothing, such as the one that sends a code. */
  private isNamedBefore(part: Value): boolean {
    if (part.k !== "record" || part.store !== visit || part.path === "") return false;
    return this.occurrences
      .keptIn(visit, part.path)
      .some(
        ({ value, claims, entry }) =>
          inputIn(value) !== undefined &&
          this.ways.waysOfAll(claims, entry, new Set()).some(({ proofs }) => proofs.length === 0),
      );
  }

  /** Whether something was found by who is signed in, over rows of people that were found by each other. */
  private isOfCaller(value: Value, depth: number): boolean {
    for (const part of parts(value)) {
      if (part.k === "session") return true;
      if (part.k !== "record") continue;
      if (part.store.startsWith("token:") || part.store === visit) return true;
      if (
        part.filter !== null &&
        depth < 3 &&
        this.occurrences.accounts.has(part.store) &&
        this.isOfCaller(part.filter, depth + 1)
      )
        return true;
    }
    return false;
  }

  /** Whether a row of somebody who has an account was read for it. */
  private namesSomebody(written: Value): boolean {
    return [...parts(written)].some(
      (part) => part.k === "record" && part.filter !== null && this.occurrences.accounts.has(part.store),
    );
  }

  private makesAccount({ claims }: Effect): boolean {
    return claims.some((claim) => claim.k === "made" && this.occurrences.accounts.has(claim.store));
  }

  /** How a password that is written was made, where the program makes it itself. */
  private writtenBy({ what, written }: Effect): Pick<Flow, "writes"> {
    const writes = what === "writes-password" ? passwordMade(written) : [];
    return writes.length === 0 ? {} : { writes };
  }
}

/** Whether a field holds what somebody is known by. */
function namesAccount(field: string): boolean {
  return isPhoneField(field) || isMailField(field) || /^(user|login)?_?(_?id|name)$/i.test(field);
}

/**
 * The claims that count for what happens: how somebody who is signed in came in once is no proof that they give again
 * before something of the account is changed.
 */
function claimsFor({ what, claims }: Effect): readonly Claim[] {
  if (what === "writes-password" || what === "opens-session") return claims;
  const sessions = new Set(
    claims.flatMap((claim) =>
      claim.k === "token" && claim.bearer && Object.keys(claim.payload).length === 0 ? [claim.store] : [],
    ),
  );
  return claims.filter((claim) => claim.k !== "carried" || !sessions.has(claim.store));
}

function withConfidence(step: FlowEffect, confidence: Confidence): FlowEffect {
  return confidence === "high" ? step : { ...step, confidence };
}

function worthTelling(effect: Effect, entry: Entry, proofs: readonly Proof[]): boolean {
  if (proofs.length > 0) return true;
  return effect.what === "writes-password" && entry.point.framework !== "other";
}

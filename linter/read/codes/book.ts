// Keeps what was noted of codes on all paths, and tells for each code that is checked how it was made, kept and shown.
import type { CodeAsked, CodeChecked, CodeFacts, CodeKept, CodeMade, CodeShown } from "../../flow.ts";
import type { Entry } from "../entries.ts";
import type { Happening } from "../events.ts";
import type { Followed } from "../link.ts";
import { isCodeName } from "../names.ts";
import {
  atomsOf,
  type Claim,
  claimKey,
  leafName,
  parts,
  type Spot,
  unhashed,
  type Value,
} from "../values.ts";
import { attemptsOf, consumptionOf, type Episode } from "./checks.ts";
import { fromNow, isTimeName, type Lifetime } from "./lifetimes.ts";
import { choicesOf, originsIn } from "./origins.ts";
import { codePlace } from "./places.ts";
import { namesPurpose, purposeOf, tellsPurpose } from "./purposes.ts";
import { askedAt } from "./asking.ts";
import { samePlace, ShownThings } from "./shown.ts";
import type { Surroundings } from "./surroundings.ts";

type Of<K extends Happening["k"]> = Extract<Happening, { k: K }>;
type Kept = Of<"kept"> & { readonly entry: Entry };
type SlotClaim = Extract<Claim, { k: "slot" }>;

/** Who stored what is checked; `value` is absent where only its numbers are known. */
interface Writer {
  readonly entry: Entry;
  readonly spot: Spot;
  readonly value?: Value;
}

export class CodeBook {
  private readonly surroundings: Surroundings;
  private readonly episodes = new Map<Entry, Episode>();
  private readonly kept = new Map<string, Kept[]>();
  private readonly removed: Of<"removed">[] = [];
  private readonly aged = new Set<string>();
  private readonly answered = new Set<number>();
  private readonly sent = new Set<number>();
  private readonly shown = new ShownThings();
  private readonly checkers = new Map<string, Entry[]>();
  private readonly held = new Map<string, (readonly [claim: SlotClaim, entry: Entry])[]>();
  private readonly known = new Map<string, CodeFacts>();

  constructor(followed: readonly Followed[], surroundings: Surroundings) {
    this.surroundings = surroundings;
    for (const [number, { entry, happenings, gaveUp }] of followed.entries()) {
      this.episodes.set(entry, { entry, happenings, gaveUp, number });
      for (const one of happenings) this.note(one, entry, number);
    }
  }

  private note(one: Happening, entry: Entry, number: number): void {
    switch (one.k) {
      case "kept": {
        const known = this.kept.get(one.store);
        if (known === undefined) this.kept.set(one.store, [{ ...one, entry }]);
        else known.push({ ...one, entry });
        return;
      }
      case "removed":
        this.removed.push(one);
        return;
      case "aged":
        this.aged.add(one.store);
        return;
      case "sent":
        for (const atom of one.atoms ?? []) this.sent.add(atom);
        return;
      case "held": {
        const key = claimKey(one.claim);
        const known = this.held.get(key);
        if (known === undefined) this.held.set(key, [[one.claim, entry]]);
        else known.push([one.claim, entry]);
        return;
      }
      case "logged":
        this.shown.note(one, number);
        return;
      case "answered":
        for (const atom of one.atoms) this.answered.add(atom);
        for (const value of one.values) for (const atom of atomsOf(value)) this.answered.add(atom);
        this.shown.note(one, number);
        return;
      case "effect":
        for (const claim of one.claims)
          if (claim.k === "slot") {
            const key = claimKey(claim);
            const known = this.checkers.get(key);
            if (known === undefined) this.checkers.set(key, [entry]);
            else if (!known.includes(entry)) known.push(entry);
          }
        return;
      default:
        return;
    }
  }

  /** A code that lies in a store. */
  ofSlot(claim: SlotClaim, all: readonly Writer[], entry: Entry): CodeFacts {
    if (!isCodeSlot(claim)) return nothingRead;
    const writers = this.relevant(all, claim);
    return this.once(claimKey(claim), claim.spot, entry, () => ({
      made: distinct(this.madeOf(claim, writers)),
      kept: distinct(this.keptOf(claim)),
      checked: distinct([
        ...this.checkedAt(claim, writers, entry),
        ...this.checkedElsewhere(claim, writers, entry),
      ]),
      shown: distinct(this.shownOf(claim, writers, entry)),
      accepted: distinct(this.acceptedFor(claim, entry)),
      asked: distinct(this.askedOf(writers)),
    }));
  }

  /**
   * Those who fill a slot with codes. Tables are shared with other things; where some of what lies in one was sent, the rest
   * is no code.
   */
  private relevant<T extends Writer>(all: readonly T[], claim: SlotClaim): readonly T[] {
    const fitting = all.filter(
      (writer) =>
        !this.isHandedOver(writer) &&
        !isScript(writer.entry) &&
        (!keepsAnything(claim) || folderOf(writer.spot.file) === folderOf(claim.spot.file)),
    );
    const sent = fitting.filter(({ value }) => value !== undefined && this.isSent(value));
    return sent.length > 0 ? sent : fitting;
  }

  private isSent(value: Value): boolean {
    for (const atom of atomsOf(value)) if (this.sent.has(atom)) return true;
    return false;
  }

  /** A token that is given to whoever passed a step, and never sent: having it in the answer is the point. */
  private isHandedOver({ value }: Writer): boolean {
    if (value === undefined) return false;
    const made = [...parts(value)].filter((part) => part.k === "fresh");
    return (
      made.some(({ long, id }) => long && this.answered.has(id)) && !made.some(({ id }) => this.sent.has(id))
    );
  }

  /** A token that is signed and sent. */
  ofToken(claim: Extract<Claim, { k: "token" }>, writers: readonly Writer[], entry: Entry): CodeFacts {
    return this.once(claimKey(claim), claim.spot, entry, () => ({
      ...nothingRead,
      shown: this.seenOf(writers.filter((writer) => !this.isHandedOver(writer))),
      asked: this.askedOf(writers),
    }));
  }

  /** A code that a provider makes, keeps and checks. */
  ofManaged(
    claim: Extract<Claim, { k: "managed" }>,
    send: Of<"sent"> & { readonly entry: Entry },
    entry: Entry,
  ): CodeFacts {
    const made: CodeMade = {
      ...codePlace(send.spot),
      how: "by-provider",
      source: send.provider,
      guarded: false,
    };
    const checked: CodeChecked = {
      ...codePlace(claim.spot),
      loose: "no",
      limited: "by-provider",
      consumed: "by-provider",
      alsoFor: [],
      complete: true,
    };
    return this.once(
      `${claimKey(claim)} ${send.spot.file}:${send.spot.at.join(":")}`,
      claim.spot,
      entry,
      () => ({
        ...nothingRead,
        made: [made],
        checked: [checked],
        asked: this.askedOf([send]),
      }),
    );
  }

  /** A code of an authenticator app: how far its clock may be off, and where its seed lies. */
  ofApp(claim: Extract<Claim, { k: "totp" | "passkey" | "recovery-code" }>, entry: Entry): CodeFacts {
    const steps = this.episodes
      .get(entry)
      ?.happenings.find((one) => one.k === "drifting" && samePlace(one.spot, claim.spot));
    const seeds = [...this.kept.values()].flat().filter(isSeed);
    return {
      ...nothingRead,
      kept:
        claim.k === "totp"
          ? seeds.map((seed) => ({ ...this.placeKept(seed), ends: "unknown" as const }))
          : [],
      checked:
        steps?.k === "drifting"
          ? [
              {
                ...codePlace(claim.spot),
                loose: "no",
                limited: "unknown",
                consumed: "unknown",
                alsoFor: [],
                complete: true,
                drift: steps.steps,
              },
            ]
          : [],
    };
  }

  private once(key: string, spot: Spot, entry: Entry, work: () => CodeFacts): CodeFacts {
    const whole = `${key} ${spot.file}:${spot.at.join(":")} ${this.episodes.get(entry)?.number ?? ""}`;
    const known = this.known.get(whole);
    if (known !== undefined) return known;
    const facts = work();
    this.known.set(whole, facts);
    return facts;
  }

  // ---- made

  private madeOf({ store, path }: SlotClaim, writers: readonly Writer[]): readonly CodeMade[] {
    const values = [
      ...writers.map(({ value, spot }) => ({ value, spot, guarded: false })),
      ...(this.kept.get(store) ?? []).filter((one) => one.path === path && one.value.k === "const"),
    ];
    return values.flatMap(({ value, spot, guarded }) =>
      value === undefined ? [] : madeIn(value, spot, guarded, path),
    );
  }

  // ---- kept

  /** All places that fill the slot, in their order. */
  private keptOf(claim: SlotClaim): readonly CodeKept[] {
    const { store, path } = claim;
    const filling = (this.kept.get(store) ?? []).filter((one) => one.path === path && isMade(one.value));
    return this.relevant(filling, claim).map((own) => {
      const ending = this.endingOf(own);
      return {
        ...this.placeKept(own),
        ends: ending === undefined ? (this.mayEnd(own) ? "unknown" : "no") : "yes",
        ...(ending?.milliseconds === undefined ? {} : { lifetime: ending.milliseconds }),
      };
    });
  }

  private placeKept(own: Kept): Omit<CodeKept, "ends"> {
    const hashed = [...parts(own.value)].some(({ k }) => k === "hash") || isEncrypted(own.value);
    return { ...codePlace(own.spot), store: `${own.store} ${own.path}`, hashed };
  }

  private endingOf(own: Kept): Lifetime | undefined {
    if (own.lifetime !== undefined) return own.lifetime;
    const timer = this.removed.find((one) => one.later !== undefined && sameStore(one.store, own.store));
    if (timer?.later !== undefined) return timer.later;
    const lasting = this.surroundings.lasting.get(own.store);
    if (lasting !== undefined) return lasting;
    if (![...this.aged].some((store) => sameStore(store, own.store))) return undefined;
    const until = this.timesBeside(own)[0];
    return until === undefined ? {} : fromNow(until.value);
  }

  private timesBeside(own: Kept): readonly Kept[] {
    return (this.kept.get(own.store) ?? []).filter(
      (one) => one.entry === own.entry && isTimeName(lastName(one.path)),
    );
  }

  /** Whether something may end it that was not read. */
  private mayEnd(own: Kept): boolean {
    return (
      own.store === "session" ||
      this.episodes.get(own.entry)?.gaveUp === true ||
      (this.surroundings.expiring.has(own.store) && this.timesBeside(own).length === 0)
    );
  }

  // ---- checked

  private checkedAt(claim: SlotClaim, writers: readonly Writer[], entry: Entry): readonly CodeChecked[] {
    const episode = this.episodes.get(entry);
    if (episode === undefined) return [];
    return [
      {
        ...codePlace(claim.spot),
        loose: this.looseness(claim, entry),
        limited: this.takesTokens(claim)
          ? "unknown"
          : attemptsOf(claim, episode, this.removed, this.surroundings.limited),
        consumed: consumptionOf(claim, episode, this.removed, [...this.kept.values()].flat()),
        alsoFor: this.othersFor(claim, entry),
        complete: !episode.gaveUp && entry.point.framework !== "other" && writers.length > 0,
      },
    ];
  }

  /** Whether this check is for the long tokens that lie in the same field as the codes: nobody guesses those. */
  private takesTokens({ store, path, given }: SlotClaim): boolean {
    return (
      given !== null &&
      /token/i.test(leafName(given)) &&
      (this.kept.get(store) ?? []).some((one) => one.path === path && this.isHandedOver(one))
    );
  }

  /** Other entry points that say whether a code from the same slot is right: guessing works there as well. */
  private checkedElsewhere(
    claim: SlotClaim,
    writers: readonly Writer[],
    entry: Entry,
  ): readonly CodeChecked[] {
    return (this.held.get(claimKey(claim)) ?? [])
      .filter(([, other]) => other !== entry && other.point.framework !== "other")
      .flatMap(([held, other]) =>
        this.checkedAt(held, writers, other).map((one) => ({
          ...one,
          consumed: "unknown" as const,
          alsoFor: [],
        })),
      );
  }

  private looseness(claim: SlotClaim, { point }: Entry): CodeChecked["loose"] {
    if (claim.loose === true) return "compared";
    const { given } = claim;
    const filtered =
      this.surroundings.untypedFilters &&
      claim.detail.startsWith("looked up") &&
      given?.k === "input" &&
      given.typed !== true &&
      /^(body|query)\b/.test(given.path) &&
      /^(express|koa|next|hono|other)$/.test(point.framework);
    return filtered && !/[:[/]/.test(claim.store) ? "filtered" : "no";
  }

  /** What else codes from the same slot are good for. */
  private othersFor(claim: SlotClaim, entry: Entry): readonly string[] {
    const own = purposeOf(entry);
    const fillers = this.relevant(
      (this.kept.get(claim.store) ?? []).filter((one) => one.path === claim.path && isMade(one.value)),
      claim,
    );
    if (own === undefined || tellsPurpose(claim.given, `${claim.store} ${claim.path}`)) return [];
    if (fillers.some((filler) => this.besideOf(filler).some(namesPurpose))) return [];
    const others = [
      ...fillers.map((filler) => filler.entry),
      ...(this.checkers.get(claimKey(claim)) ?? []),
    ].filter((one) => purposeOf(one) !== own && purposeOf(one) !== undefined);
    return [...new Set(others.map(({ point }) => point.name))].toSorted();
  }

  /** The fields that are kept together with a code. */
  private besideOf(filler: Kept): readonly string[] {
    return (this.kept.get(filler.store) ?? [])
      .filter((one) => one.entry === filler.entry && samePlace(one.spot, filler.spot))
      .map((one) => lastName(one.path));
  }

  // ---- shown

  private shownOf(claim: SlotClaim, writers: readonly Writer[], entry: Entry): readonly CodeShown[] {
    const number = this.episodes.get(entry)?.number ?? -1;
    const given = claim.given === null ? undefined : [...parts(claim.given)].find(({ k }) => k === "input");
    return [
      ...this.seenOf(writers),
      ...(isHidden(writers) || keepsAnything(claim) ? [] : this.shown.ofSlot(claim.store, claim.path)).map(
        (one) => ({
          ...one,
          what: "code" as const,
        }),
      ),
      ...(given?.k === "input" ? this.shown.ofInput(given.path, number) : []).map((one) => ({
        ...one,
        what: "given" as const,
      })),
      ...this.inTokens(claim, writers),
    ];
  }

  private seenOf(writers: readonly Writer[]): readonly CodeShown[] {
    const ids = new Set<number>();
    for (const { value } of writers)
      if (value !== undefined) for (const part of parts(value)) if (part.k === "fresh") ids.add(part.id);
    return this.shown.ofMade(ids).map((one) => ({ ...one, what: "code" }));
  }

  /** A code inside a token that is signed, not encrypted, and handed to the caller. */
  private inTokens(claim: SlotClaim, writers: readonly Writer[]): readonly CodeShown[] {
    if (!claim.store.startsWith("token:")) return [];
    return writers.flatMap((writer) => {
      if (writer.value === undefined || writer.value.k === "hash") return [];
      const token = (this.kept.get(claim.store) ?? []).find(
        (one) => one.path === "#token" && samePlace(one.spot, writer.spot),
      );
      const answered = token !== undefined && [...token.atoms].some((atom) => this.answered.has(atom));
      return answered
        ? [
            {
              ...codePlace(writer.spot),
              what: "code" as const,
              source: "",
              where: "answer" as const,
              guarded: false,
            },
          ]
        : [];
    });
  }

  private acceptedFor(claim: SlotClaim, entry: Entry): CodeFacts["accepted"] {
    const { given } = claim;
    if (given?.k !== "input") return [];
    return (this.episodes.get(entry)?.happenings ?? []).flatMap((one) =>
      one.k === "accepted" && one.given === given.path
        ? [{ ...codePlace(one.spot), guarded: one.guarded }]
        : [],
    );
  }

  private askedOf(writers: readonly Writer[]): readonly CodeAsked[] {
    return [...new Set(writers.map(({ entry }) => entry))].flatMap((entry) => {
      const episode = this.episodes.get(entry);
      return episode === undefined ? [] : [askedAt(episode, this.surroundings.limited !== "no")];
    });
  }
}

const nothingRead: CodeFacts = { made: [], kept: [], checked: [], shown: [], accepted: [], asked: [] };

function madeIn(value: Value, spot: Spot, guarded: boolean, path: string): readonly CodeMade[] {
  const inner = unhashed(value);
  if (inner.k === "const") {
    if (!isCodeName(lastName(path)) && path !== "") return [];
    if (!/^\d{4,8}$/.test(String(inner.v)) || typeof inner.v !== "string") return [];
    return [
      {
        ...codePlace(inner.spot ?? spot),
        how: "fixed",
        source: "",
        choices: 1,
        guarded: guarded || inner.guarded === true,
      },
    ];
  }
  const origins = originsIn(inner);
  if (origins.length === 0) {
    const clock = [...parts(inner)].some((part) => part.k === "any" && /^(now|getTime)$/.test(part.name));
    const other = [...parts(inner)].some(({ k }) => k === "fresh" || k === "package");
    return clock && !other && isCodeName(lastName(path))
      ? [{ ...codePlace(spot), how: "guessable", source: "Date.now", guarded }]
      : [];
  }
  const choices = choicesOf(inner);
  return origins.map((origin) => ({
    ...codePlace(origin.spot),
    how: origin.how,
    source: origin.source,
    guarded: origin.guarded,
    ...(choices === undefined ? {} : { choices }),
  }));
}

/** Whether what is compared is a code by its name: that of its field, or of what the caller gave. */
function isCodeSlot({ path, given }: SlotClaim): boolean {
  const field = lastName(path);
  const name = given === null ? "" : leafName(given);
  if (isCodeName(field) || isCodeName(name)) return true;
  return name === "" && /^(|#key|value|data|val|hash|secret)$/i.test(field);
}

/** A field of a table for everything, whose rows have nothing to do with one another. */
function keepsAnything({ store, path }: SlotClaim): boolean {
  // A key that says what it is for keeps things apart.
  if (/[:[]/.test(store)) return false;
  return /^(value|data|val|payload|content)$/i.test(lastName(path));
}

function folderOf(file: string): string {
  return file.slice(0, file.lastIndexOf("/") + 1);
}

/** Made by the program or by something that it calls. */
function isMade(value: Value): boolean {
  const inner = unhashed(value);
  for (const part of parts(inner)) if (part.k === "fresh") return true;
  return inner.k === "any" && [...parts(inner)].every(({ k }) => k !== "input");
}

/** A file that people start by hand, which signs nobody in. */
function isScript({ point }: Entry): boolean {
  return (
    point.framework === "other" &&
    /(^|\/)[\w-]*(scripts?|seeds?|seeders?|migrations?|fixtures|examples?|demo)\//i.test(point.place.file)
  );
}

/** Each place once: many paths lead through it. */
function distinct<
  T extends CodeShown | CodeMade | CodeKept | CodeChecked | CodeAsked | CodeFacts["accepted"][number],
>(all: readonly T[]): readonly T[] {
  const byPlace = new Map<string, T>();
  for (const one of all) {
    const { file, line, column } = one.place;
    const key = `${file}:${line}:${column}`;
    const known = byPlace.get(key);
    // What some path reaches without a look at where the program runs is not for development only.
    if (known === undefined || ("guarded" in known && "guarded" in one && known.guarded && !one.guarded))
      byPlace.set(key, one);
  }
  return [...byPlace.values()];
}

/** How a password was made, unless somebody chose it. */
export function passwordMade(written: Value): readonly CodeMade[] {
  return originsIn(written).map(({ spot, how, source, guarded }) => ({
    ...codePlace(spot),
    how,
    source,
    guarded,
  }));
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

/** Whether what the store holds is only a hash of the code. */
function isHidden(writers: readonly Writer[]): boolean {
  return writers.length > 0 && writers.every(({ value }) => value?.k === "hash");
}

/** The same store, whichever kind of key it is reached by. */
export function sameStore(a: string, b: string): boolean {
  return a === b || bare(a) === bare(b);
}

function bare(store: string): string {
  return store.replace(/\[[^\]]*\]$/, "");
}

function lastName(path: string): string {
  return path.slice(path.lastIndexOf(".") + 1);
}

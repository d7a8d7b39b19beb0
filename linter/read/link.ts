// Links what happened on all paths into flows: which code was sent where, and which step handed over to which.
import type { Channel } from "../providers/provider.ts";
import {
  type CodeFacts,
  type Confidence,
  type Flow,
  type FlowEffect,
  type FlowStep,
  isPhoneCode,
  type Place,
  type Proof,
  type ProofKind,
} from "../flow.ts";
import { CodeBook } from "./codes/book.ts";
import { passwordMade } from "./codes/making.ts";
import { placeOf } from "./codes/places.ts";
import type { Surroundings } from "./codes/surroundings.ts";
import { canBe } from "./conditions.ts";
import type { Entry } from "./entries/index.ts";
import type { Happening } from "./events.ts";
import {
  isCodeName,
  isMailName,
  isPasswordName,
  isPhoneName,
  soundsLikeMailing,
  soundsLikeTexting,
} from "./names.ts";
import {
  atomsOf,
  type Claim,
  claimKey,
  hasSession,
  inputIn,
  leafName,
  parts,
  type Spot,
  unhashed,
  type Value,
} from "./values.ts";

/** An entry point with what happened on its paths. */
export interface Followed {
  readonly entry: Entry;
  readonly happenings: readonly Happening[];
  readonly gaveUp: boolean;
}

type Kept = Extract<Happening, { k: "kept" }>;
type Sent = Extract<Happening, { k: "sent" }>;
type Effect = Extract<Happening, { k: "effect" }>;
type From<T> = T & { readonly entry: Entry };

/** One way to have what a claim asks for. */
interface Way {
  readonly proofs: readonly Proof[];
  readonly steps: readonly FlowStep[];
  readonly unknowns: readonly string[];
  /** What other ways to the same ask for that this one goes round. */
  readonly skips: readonly Proof[];
}

const manyWays = 24;

/** The flows of a project, sorted by where they are. */
export function linkFlows(followed: readonly Followed[], surroundings: Surroundings): Flow[] {
  const linker = new Linker(followed, surroundings);
  const flows = followed.flatMap((one) => linker.flowsOf(one));
  return withoutRepeats(flows).toSorted(byPlace);
}

class Linker {
  private readonly kept = new Map<string, From<Kept>[]>();
  private readonly sent: From<Sent>[] = [];
  private readonly answered = new Set<number>();
  private readonly handed = new Set<number>();
  private readonly minted: From<Effect>[] = [];
  /** The stores that keep passwords: what stands beside them describes the account, not the request. */
  private readonly accounts = new Set<string>(
    "user account member customer client employee admin administrator profile person patient driver rider student teacher merchant vendor seller staff subscriber".split(
      " ",
    ),
  );

  private readonly followed: readonly Followed[];

  private readonly codes: CodeBook;

  /** Ways that were told before: paths that part late ask for the same. */
  private readonly told = new Map<Claim, Map<string, readonly Way[]>>();
  private readonly numbers = new Map<Entry, number>();
  private readonly fitting = new Map<Kept, Map<Value | null, boolean>>();

  constructor(followed: readonly Followed[], surroundings: Surroundings) {
    this.followed = followed;
    this.codes = new CodeBook(followed, surroundings);
    for (const { entry, happenings } of followed)
      for (const one of happenings) {
        if (one.k === "kept") {
          if (isPasswordName(one.path)) this.accounts.add(one.store);
          group(this.kept, `${one.store}#${one.path}`, { ...one, entry });
        } else if (one.k === "sent") this.sent.push({ ...one, entry });
        else if (one.k === "answered") {
          for (const atom of one.atoms) this.answered.add(atom);
          for (const atom of one.plain) this.handed.add(atom);
        } else if (one.k === "effect" && one.what === "opens-session") {
          if (!isHandOver(one)) for (const store of signedInRows(one.written)) this.accounts.add(store);
          if (one.detail === "a signed token") this.minted.push({ ...one, entry });
        }
      }
  }

  flowsOf({ entry, happenings, gaveUp }: Followed): Flow[] {
    const effects = happenings.filter((one): one is Effect => one.k === "effect");
    const byEffect = Map.groupBy(effects, (one) => `${one.what} ${one.spot.file}:${one.spot.at.join(":")}`);
    return [...byEffect.values()].flatMap((group) => this.flowsTo(entry, group, gaveUp));
  }

  private flowsTo(entry: Entry, effects: readonly Effect[], gaveUp: boolean): Flow[] {
    const [effect] = effects;
    if (effect === undefined || !this.concernsAccount(effect)) return [];
    const distinct = new Map(effects.map((one) => [one.claims.map(claimKey).toSorted().join("\n"), one]));
    const step: FlowEffect = { what: effect.what, place: placeOf(effect.spot), detail: effect.detail };
    const told = new Map<string, { readonly way: Way; readonly effect: Effect; readonly makes: boolean }>();
    // One path that makes an account and one that finds it, with the same proofs: what counts is the latter.
    for (const makes of [false, true]) {
      const ways = [...distinct.values()]
        .filter((one) => this.makesAccount(one) === makes)
        .flatMap((one) => this.waysOfAll(claimsFor(one), entry, new Set()).map((way) => ({ ...way, one })));
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
        whose: this.whoseOf(one),
        chosen: inputIn(one.written) !== undefined,
        asksCarrier: one.claims.some((claim) => claim.k === "carrier"),
        notifies: this.sent.some((send) => send.entry === entry && send.atoms?.size === 0),
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
    const { what, detail } = effect;
    if (effect.ofAccount === true) return true;
    if (what === "opens-session" && isHandOver(effect)) return false;
    if (what === "writes-password" || (what === "opens-session" && effect.filter === null)) return true;
    // Where a second factor is kept there is somebody who signs in with it.
    return this.accounts.has(detail) || what === "removes-factor";
  }

  /** A signed token opens a session for whoever gets it; one that is not seen to be answered may serve something else. */
  private confidenceIn(effect: Effect): Confidence {
    if (effect.what !== "opens-session" || effect.detail !== "a signed token") return effect.confidence;
    return overlap(this.handed, atomsOf(effect.written)) ? effect.confidence : "low";
  }

  /** Whether another request checks a code that was sent to a phone, and nothing of that lasts beyond its answer. */
  private isCheckedElsewhere(entry: Entry): boolean {
    return this.followed.some((other) => other.entry !== entry && this.detachedChecks(other).length > 0);
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
        this.waysOf(claim, entry, new Set()).some(({ proofs }) =>
          proofs.some(({ kind }) => isPhoneCode(kind)),
        ),
      );
  }

  /** Who it is that something happens to, told by what their row was found by. */
  private whoseOf({ filter }: Effect): Flow["whose"] {
    if (filter === null) return "unknown";
    if (this.isOfCaller(filter, 0)) return "signed-in";
    return inputIn(filter) === undefined ? "found" : "named";
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
        this.accounts.has(part.store) &&
        this.isOfCaller(part.filter, depth + 1)
      )
        return true;
    }
    return false;
  }

  private makesAccount({ claims }: Effect): boolean {
    return claims.some((claim) => claim.k === "made" && this.accounts.has(claim.store));
  }

  /** How a password that is written was made, where the program makes it itself. */
  private writtenBy({ what, written }: Effect): Pick<Flow, "writes"> {
    const writes = what === "writes-password" ? passwordMade(written) : [];
    return writes.length === 0 ? {} : { writes };
  }

  // ---- ways to have what is asked for

  /** All of the claims: one way for each combination of ways. */
  private waysOfAll(claims: readonly Claim[], entry: Entry, visited: ReadonlySet<string>): Way[] {
    let all: Way[] = [{ proofs: [], steps: [], unknowns: [], skips: [] }];
    for (const claim of claims) {
      const ways = this.waysOf(claim, entry, visited);
      if (ways.length === 0) continue;
      all = smallest(all.flatMap((before) => ways.map((way) => both(before, way)))).slice(0, manyWays);
    }
    return all;
  }

  /** One claim; an empty list if it turns out to prove nothing. */
  private waysOf(claim: Claim, entry: Entry, visited: ReadonlySet<string>): readonly Way[] {
    const key = claimKey(claim);
    if (visited.has(key) || visited.size > 6) return [];
    const known = this.told.get(claim) ?? new Map<string, readonly Way[]>();
    this.told.set(claim, known);
    const asked = [this.numberOf(entry), ...[...visited].toSorted()].join("\n");
    const before = known.get(asked);
    if (before !== undefined) return before;
    const ways = this.waysInside(claim, entry, new Set(visited).add(key));
    known.set(asked, ways);
    return ways;
  }

  private numberOf(entry: Entry): number {
    const number = this.numbers.get(entry) ?? this.numbers.size;
    this.numbers.set(entry, number);
    return number;
  }

  private waysInside(claim: Claim, entry: Entry, inside: ReadonlySet<string>): Way[] {
    switch (claim.k) {
      case "slot":
        return this.waysOfSlot(claim, entry, inside);
      case "mark":
        return this.waysOfMark(claim, inside);
      case "carried":
        return this.waysOfCarried(claim, inside);
      case "managed":
        return this.waysOfManaged(claim, entry, inside);
      case "token":
        return this.waysOfToken(claim, entry, inside);
      case "password":
        return [simple("password", claim.spot, "the current password", "high")];
      case "totp":
      case "passkey":
      case "recovery-code":
        return [simple(claim.k, claim.spot, claim.detail, "high", this.codes.ofApp(claim, entry))];
      case "session":
        return [simple("session", claim.spot, claim.detail, "high")];
      case "made":
      case "sent":
        return [];
      case "carrier":
        return [carrierAsked(claim)];
      case "unknown":
        return [simple("unknown-code", claim.spot, claim.detail, "low")];
    }
  }

  private waysOfSlot(
    claim: Extract<Claim, { k: "slot" }>,
    entry: Entry,
    visited: ReadonlySet<string>,
  ): Way[] {
    const writers = preferred(
      (this.kept.get(`${claim.store}#${claim.path}`) ?? []).filter((one) => this.fits(one, claim.filter)),
      entry,
    );
    const check: FlowStep = { what: "checks-code", place: placeOf(claim.spot), detail: claim.detail };
    if (isRiddle(claim)) return [];
    if (writers.length === 0) {
      // A value that an earlier step left in the visit is no code, but having it takes what that step took.
      if (claim.store === visit && (this.kept.get(`${claim.store}#${claim.path}`) ?? []).length > 0)
        return this.waysOfVisit(claim, visited);
      const field = claim.path.slice(claim.path.lastIndexOf(".") + 1);
      const named =
        field === "" || field === "#key" ? leafName(claim.given ?? { k: "const", v: null }) : field;
      if (!isCodeName(named) || claim.path === "#key") return [];
      // Where the code comes from was not found: only the names speak for a channel.
      const words = `${claim.store} ${claim.path} ${leafName(claim.given ?? { k: "const", v: null })}`;
      const kind: ProofKind = soundsLikeMailing(words)
        ? "email-code"
        : soundsLikeTexting(words)
          ? "sms-code"
          : "unknown-code";
      return [
        {
          proofs: [{ kind, confidence: "low", checked: check, code: this.codes.ofSlot(claim, [], entry) }],
          steps: [check],
          unknowns: [`where the code in ${claim.store} ${claim.path} comes from was not found`],
          skips: [],
        },
      ];
    }
    const kept = `${claim.store} ${claim.path}`;
    const code = this.codes.ofSlot(claim, writers, entry);
    return smallest(writers.flatMap((writer) => this.waysThrough(writer, check, visited, code, kept)));
  }

  /** Whether what is kept is a secret in a row that can be the one that is looked for. */
  private fits(kept: Kept, filter: Value | null): boolean {
    const known = this.fitting.get(kept) ?? new Map<Value | null, boolean>();
    this.fitting.set(kept, known);
    const before = known.get(filter);
    if (before !== undefined) return before;
    const fits = isSecret(kept) && canBe(kept.row, filter);
    known.set(filter, fits);
    return fits;
  }

  /** Someone stored a secret: who was shown it, and what that took. */
  private waysThrough(
    writer: From<{
      readonly atoms: ReadonlySet<number>;
      readonly claims: readonly Claim[];
      readonly spot: Spot;
      readonly value?: Value;
    }>,
    check: FlowStep,
    visited: ReadonlySet<string>,
    code: CodeFacts,
    kept = "",
  ): Way[] {
    const before = this.waysOfAll(writer.claims, writer.entry, visited);
    const sends = nearestFirst(
      this.sent.filter((one) => one.atoms !== null && overlap(one.atoms, writer.atoms)),
      check.place.file,
    );
    const long = writer.value !== undefined && isLong(writer.value);
    if (sends.length > 0)
      return sends.flatMap((send) =>
        send.channels.flatMap((channel) => {
          const sentStep: FlowStep = { what: "sends-code", place: placeOf(send.spot), detail: send.provider };
          const kind = kindOf(channel, long);
          const also = alsoSent(send, sends).map((other) => kindOf(other, long));
          const proof: Proof = {
            kind,
            confidence: send.confidence,
            checked: check,
            sent: sentStep,
            code,
            ...whither(send.to),
            ...(also.length === 0 ? {} : { also }),
          };
          return before.map((way) =>
            both(way, { proofs: [proof], steps: [sentStep, check], unknowns: [], skips: [] }),
          );
        }),
      );
    if (this.isLastingToken(writer, kept))
      return before.map((way) => both(way, simple("session", writer.spot, "a token of a sign-in", "high")));
    const handed = overlap(this.answered, writer.atoms);
    const handing: FlowStep = {
      what: "hands-over-token",
      place: placeOf(writer.spot),
      detail: "given to the caller",
    };
    if (handed || before.some((way) => way.proofs.length > 0))
      return before.map((way) => both(way, { proofs: [], steps: [handing, check], unknowns: [], skips: [] }));
    const proof: Proof = { kind: this.keptUnder(writer), confidence: "low", checked: check, code };
    return before.map((way) =>
      both(way, {
        proofs: [proof],
        steps: [check],
        unknowns: ["how the code is sent was not found"],
        skips: [],
      }),
    );
  }

  /** What a code is that is kept under a number or an address and not seen to be sent: only that name speaks for it. */
  private keptUnder({ spot }: { readonly spot: Spot }): ProofKind {
    const keys = [...this.kept.values()]
      .flat()
      .filter((one) => one.path === "#key" && sameSpot(one.spot, spot));
    const names = keys.flatMap(({ value }) =>
      parts(value).flatMap((part) => (part.k === "input" ? [leafName(part)] : [])),
    );
    if (names.some(isPhoneName)) return "sms-code";
    return names.some(isMailName) ? "email-code" : "unknown-code";
  }

  /**
   * A token that a sign-in left with the caller, such as a refresh token: whoever shows it has been signed in, and what
   * that took was told where it was given out.
   */
  private isLastingToken(writer: { readonly entry: Entry }, kept: string): boolean {
    if (!/refresh|session|access|device|remember/i.test(kept)) return false;
    return this.minted.some((mint) => mint.entry === writer.entry && !isHandOver(mint));
  }

  /** A flag that an earlier step left in a store: having it takes what that step took. */
  private waysOfMark(claim: Extract<Claim, { k: "mark" }>, visited: ReadonlySet<string>): Way[] {
    if (claim.store === visit) return this.waysOfVisit(claim, visited);
    const { word } = claim;
    if (!isPassMark(claim.path, this.accounts.has(claim.store), word !== undefined)) return [];
    const check: FlowStep = { what: "checks-proof", place: placeOf(claim.spot), detail: claim.path };
    const writers = (this.kept.get(`${claim.store}#${claim.path}`) ?? []).filter(
      ({ value }) =>
        value.k === "const" &&
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
        return this.waysOfAll(writer.claims, writer.entry, visited)
          .filter((way) => way.proofs.length > 0)
          .map((way) => both(way, { proofs: [], steps: [handing, check], unknowns: [], skips: [] }));
      }),
    );
  }

  /**
   * Something that an earlier step left in the visit (`req.session`): the caller cannot put it there, so any name will
   * do. It proves nothing if some step leaves it without asking for anything.
   */
  private waysOfVisit(claim: Extract<Claim, { k: "mark" | "slot" }>, visited: ReadonlySet<string>): Way[] {
    if (signedIn.test(claim.path)) return [simple("session", claim.spot, claim.path, "medium")];
    const check: FlowStep = { what: "checks-proof", place: placeOf(claim.spot), detail: claim.path };
    const writers = this.kept.get(`${claim.store}#${claim.path}`) ?? [];
    const ways = writers.flatMap((writer) => {
      const handing: FlowStep = { what: "hands-over-token", place: placeOf(writer.spot), detail: claim.path };
      return this.waysOfAll(writer.claims, writer.entry, visited).map((way) =>
        both(way, { proofs: [], steps: [handing, check], unknowns: [], skips: [] }),
      );
    });
    return ways.some((way) => way.proofs.length === 0) ? [] : smallest(ways);
  }

  /** Somebody's id that an earlier step stored: what that step asked for counts, unless another one asks for nothing. */
  private waysOfCarried(claim: Extract<Claim, { k: "carried" }>, visited: ReadonlySet<string>): Way[] {
    const writers = this.kept.get(`${claim.store}#${claim.path}`) ?? [];
    const ways = writers.flatMap((writer) => {
      const handing: FlowStep = { what: "hands-over-token", place: placeOf(writer.spot), detail: claim.path };
      const signedIn = hasSession(writer.value)
        ? [simple("session", writer.spot, "the signed-in user", "high")]
        : [];
      return this.waysOfAll(writer.claims, writer.entry, visited)
        .flatMap((way) => (signedIn.length === 0 ? [way] : signedIn.map((session) => both(session, way))))
        .map((way) => both(way, { proofs: [], steps: [handing], unknowns: [], skips: [] }));
    });
    return ways.some((way) => way.proofs.length === 0) ? [] : smallest(ways);
  }

  private waysOfManaged(
    claim: Extract<Claim, { k: "managed" }>,
    entry: Entry,
    visited: ReadonlySet<string>,
  ): Way[] {
    const check: FlowStep = { what: "checks-code", place: placeOf(claim.spot), detail: claim.provider };
    const toMail = isMailName(leafName(claim.to ?? { k: "const", v: null }));
    const all = this.sent.filter(
      (one) =>
        one.atoms === null &&
        one.provider === claim.provider &&
        (claim.channels === undefined || one.channels.some((channel) => claim.channels?.includes(channel))),
    );
    const fitting = all.filter((one) => isMailName(leafName(one.to ?? { k: "const", v: null })) === toMail);
    const sends = preferred(fitting.length > 0 ? fitting : all, entry);
    if (sends.length === 0) {
      const told = claim.channels?.[0];
      const kind: ProofKind = told !== undefined ? kindOf(told, false) : toMail ? "email-code" : "sms-code";
      return [
        {
          proofs: [{ kind, confidence: told === undefined ? "medium" : "high", checked: check }],
          steps: [check],
          unknowns: ["where the code is sent was not found"],
          skips: [],
        },
      ];
    }
    return smallest(
      sends.flatMap((send) => {
        const sentStep: FlowStep = { what: "sends-code", place: placeOf(send.spot), detail: send.provider };
        const before = this.waysOfAll(send.claims, send.entry, visited);
        return send.channels.flatMap((channel) => {
          const proof: Proof = {
            kind: toMail ? "email-code" : kindOf(channel, false),
            confidence: send.confidence,
            checked: check,
            sent: sentStep,
            ...whither(send.to ?? claim.to),
            code: this.codes.ofManaged(claim, send, entry),
          };
          return before.map((way) =>
            both(way, { proofs: [proof], steps: [sentStep, check], unknowns: [], skips: [] }),
          );
        });
      }),
    );
  }

  private waysOfToken(
    claim: Extract<Claim, { k: "token" }>,
    entry: Entry,
    visited: ReadonlySet<string>,
  ): Way[] {
    const words = Object.entries(claim.payload);
    if (claim.bearer && words.length === 0)
      return [simple("session", claim.spot, "a signed-in caller", "high")];
    const check: FlowStep = { what: "checks-code", place: placeOf(claim.spot), detail: "a signed token" };
    const tokens = (this.kept.get(`${claim.store}##token`) ?? []).filter((one) => {
      const mint = this.minted.find((other) => sameSpot(other.spot, one.spot));
      return (
        mint === undefined ||
        words.every(([key, word]) => mint.payload[key] === undefined || mint.payload[key] === word)
      );
    });
    const exact = tokens.filter((one) => {
      const mint = this.minted.find((other) => sameSpot(other.spot, one.spot));
      return (
        mint !== undefined && words.length > 0 && words.every(([key, word]) => mint.payload[key] === word)
      );
    });
    const writers = preferred(exact.length > 0 ? exact : tokens, entry);
    if (writers.length === 0)
      return [
        simple(
          claim.bearer ? "session" : "unknown-code",
          claim.spot,
          "a signed token",
          claim.bearer ? "medium" : "low",
        ),
      ];
    // What a sign-in handed out and the caller now shows as who they are stands for having signed in.
    const isSession = (at: Spot): boolean =>
      this.minted.some((mint) => sameSpot(mint.spot, at) && !isHandOver(mint));
    if (claim.bearer && writers.every(({ spot }) => isSession(spot)))
      return [simple("session", claim.spot, "a signed-in caller", "high")];
    const code = this.codes.ofToken(claim, writers, entry);
    return smallest(writers.flatMap((writer) => this.waysThrough(writer, check, visited, code)));
  }
}

// ---- what is what

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

/** The stores whose rows sessions are opened for, told by the id that goes into the session. */
function signedInRows(written: Value): string[] {
  return [...parts(written)].flatMap((part) =>
    part.k === "record" &&
    /^(_?id|uid|uuid)?$/i.test(part.path) &&
    !/[.:]|code|otp|token|session|pending|attempt|challenge|verif|reset|request/i.test(part.store)
      ? [part.store]
      : [],
  );
}

/** A picture to be read, or a puzzle: it tells people from programs and nobody from anybody else. */
function isRiddle({ store, path, filter, given }: Extract<Claim, { k: "slot" }>): boolean {
  const riddle =
    /captcha|turnstile|(?:^|[^a-z])(?:img|image|svg|graphic|picture)_?(?:code|verif|$|[^a-z])|verify:img/i;
  if (riddle.test(`${store} ${path} ${leafName(given ?? { k: "const", v: null })}`)) return true;
  if (filter === null) return false;
  return [...parts(filter)].some((part) => part.k === "input" && riddle.test(part.path));
}

/** Something made by the code, which the caller can only know by being shown it. */
function isSecret({ path, value }: Kept): boolean {
  const isNamed = isCodeName(path.slice(path.lastIndexOf(".") + 1));
  return [...parts(unhashed(value))].some(
    (part) =>
      part.k === "fresh" || (isNamed && part.k === "any" && part.from.every((from) => from.k !== "input")),
  );
}

function isLong(value: Value): boolean {
  for (const part of parts(value)) if (part.k === "fresh") return part.long;
  return false;
}

function kindOf(channel: Channel, long: boolean): ProofKind {
  switch (channel) {
    case "sms":
      return "sms-code";
    case "voice":
      return "voice-code";
    case "whatsapp":
      return "whatsapp-code";
    case "email":
      return long ? "email-link" : "email-code";
  }
}

/** A flag or a word that says that a step was passed, not one that describes the account for good. */
function isPassMark(path: string, ofAccount: boolean, isWord: boolean): boolean {
  const field = path.slice(path.lastIndexOf(".") + 1);
  const told = /verif|confirm|approv|allow|valid|passed|authori[sz]ed|can_?reset|used/i.test(field);
  if (!told && !(isWord && /status|state|stage|step|phase/i.test(field))) return false;
  return !ofAccount || /otp|code|reset|recover|forgot/i.test(field);
}

/** The store that lasts over the requests of one visitor. */
const visit = "session";

/** What a sign-in leaves in the visit, under other names than those of a person. */
const signedIn = /^(is_?)?(log(ged)?_?in|sign(ed)?_?in|auth(enticated|ed)?)$/i;

const resetting = /reset|forgot|forget|recover|lost|restore/i;

/** Of several senders those that serve the same purpose as the handler, where the names tell. */
function preferred<T extends { readonly entry: Entry; readonly spot: Spot }>(
  all: readonly T[],
  entry: Entry,
): readonly T[] {
  const resets = isResetting(entry) ? all.filter((one) => isResetting(one.entry)) : [];
  return nearestFirst(resets.length > 0 ? resets : all, entry.point.place.file);
}

/**
 * The same ones, those of the same file first, then those of the same folder. Nothing is left out: what lies elsewhere
 * may still be another way in, but of ways that ask for the same the first is the evidence that is shown.
 */
function nearestFirst<T extends { readonly spot: Spot; readonly entry: Entry }>(
  all: readonly T[],
  file: string,
): readonly T[] {
  const folder = (path: string): string => path.slice(0, path.lastIndexOf("/") + 1);
  const away = ({ spot, entry }: T): number => {
    const files = [spot.file, entry.point.place.file];
    return files.includes(file) ? 0 : files.some((other) => folder(other) === folder(file)) ? 1 : 2;
  };
  return all.toSorted((a, b) => away(a) - away(b));
}

function isResetting({ point }: Entry): boolean {
  return resetting.test(`${point.name} ${point.symbol}`);
}

const purposes =
  /reset|forgot|recover|verif|confirm|invit|magic|otp|one_?time|temp|pending|challenge|mfa|2fa|two_?factor|step|register|sign_?up|email|download|share|unsubscribe/i;

/** A signed token that carries its purpose, and the purpose is another one than a session: a ticket to the next step. */
function isHandOver({ detail, payload, written }: Effect): boolean {
  if (detail !== "a signed token") return false;
  for (const [key, word] of Object.entries(payload))
    if (
      /^(type|purpose|scope|scopes|action|use|usage|intent|for|kind|aud|sub|reason|stage|step|typ)$/i.test(
        key,
      ) &&
      purposes.test(String(word))
    )
      return true;
  if (
    Object.entries(payload).some(
      ([key, word]) => word === true && purposes.test(key) && !/email_?verified/i.test(key),
    )
  )
    return true;
  const fields =
    written.k === "object"
      ? written.rest.flatMap((one) => (one.k === "object" ? Object.keys(one.props) : []))
      : [];
  return fields.some((field) => /^(otp|code|verification_?code|reset\w*)$/i.test(field));
}

function withConfidence(step: FlowEffect, confidence: Confidence): FlowEffect {
  return confidence === "high" ? step : { ...step, confidence };
}

function worthTelling(effect: Effect, entry: Entry, proofs: readonly Proof[]): boolean {
  if (proofs.length > 0) return true;
  return effect.what === "writes-password" && entry.point.framework !== "other";
}

// ---- ways

function simple(kind: ProofKind, spot: Spot, detail: string, confidence: Confidence, code?: CodeFacts): Way {
  const checked: FlowStep = { what: "checks-proof", place: placeOf(spot), detail };
  const proof: Proof = { kind, confidence, checked, ...(code === undefined ? {} : { code }) };
  return { proofs: [proof], steps: [checked], unknowns: [], skips: [] };
}

/** Asking the carrier shows nothing of the caller; it is told beside what does. */
function carrierAsked({ spot, detail }: Extract<Claim, { k: "carrier" }>): Way {
  const asked: FlowStep = {
    what: "checks-proof",
    place: placeOf(spot),
    detail: `${detail}: is the number still theirs?`,
  };
  return {
    proofs: [],
    steps: [asked],
    unknowns: [
      "the carrier is asked whether the number changed hands; what follows from its answer was not read",
    ],
    skips: [],
  };
}

function both(a: Way, b: Way): Way {
  return {
    proofs: distinctProofs([...a.proofs, ...b.proofs]),
    steps: [...a.steps, ...b.steps],
    unknowns: [...a.unknowns, ...b.unknowns],
    skips: distinctProofs([...a.skips, ...b.skips]),
  };
}

/** The channels by which the same code goes out on the same path, before or after this sending. */
function alsoSent(send: From<Sent>, all: readonly From<Sent>[]): Channel[] {
  const follows = (one: Sent, other: Sent): boolean =>
    one.claims.some((claim) => claim.k === "sent" && sameSpot(claim.spot, other.spot));
  return [
    ...new Set(
      all
        .filter((other) => other !== send && (follows(send, other) || follows(other, send)))
        .flatMap(({ channels }) => channels)
        .filter((channel) => !send.channels.includes(channel)),
    ),
  ];
}

/** Where a code goes: to a number that was read from a row or a session, or to one that the caller named. */
function whither(to: Value | null): Pick<Proof, "to"> {
  if (to === null) return {};
  let given = false;
  for (const part of parts(to)) {
    if (part.k === "record" || part.k === "session") return { to: "on-file" };
    if (part.k === "input") given = true;
  }
  return given ? { to: "given" } : {};
}

/**
 * One code checked at two places is one proof; a sure one stands for an unsure one of its kind. Of two numbers the one on
 * file says more.
 */
function distinctProofs(proofs: readonly Proof[]): Proof[] {
  const byKind = new Map<ProofKind, Proof>();
  for (const proof of proofs) {
    const other = byKind.get(proof.kind);
    if (other === undefined || says(proof) > says(other)) byKind.set(proof.kind, proof);
  }
  return withoutOpened([...byKind.values()]);
}

/** A session that the very call shows which shows a code was opened by that code, and adds nothing to it. */
function withoutOpened(proofs: readonly Proof[]): Proof[] {
  return proofs.filter(
    (proof) =>
      proof.kind !== "session" ||
      !proofs.some(
        (other) => other.kind !== "session" && isSamePlace(other.checked.place, proof.checked.place),
      ),
  );
}

function isSamePlace(a: Place, b: Place): boolean {
  return a.file === b.file && a.line === b.line && a.column === b.column;
}

function says({ confidence, to }: Proof): number {
  return rank(confidence) * 2 + (to === "on-file" ? 1 : 0);
}

/**
 * The ways that ask for no more than another does; one that asks for nothing does not hide those that ask for something.
 * What is left remembers what the others asked for besides.
 */
function smallest<T extends Way>(ways: readonly T[]): T[] {
  const byKinds = new Map<string, T>();
  for (const way of ways) {
    const key = kindsOf(way).join(" ");
    const other = byKinds.get(key);
    if (other === undefined || weight(way) > weight(other)) byKinds.set(key, way);
  }
  const all = [...byKinds.values()];
  const isHidden = (way: T): boolean => all.some((other) => asksForLess(other, way));
  return all
    .filter((way) => !isHidden(way))
    .map((way) => {
      const more = all.filter((other) => asksForLess(way, other)).flatMap(({ proofs }) => proofs);
      return more.length === 0 ? way : { ...way, skips: distinctProofs([...way.skips, ...more]) };
    });
}

function asksForLess(one: Way, other: Way): boolean {
  return (
    one !== other &&
    one.proofs.length > 0 &&
    one.proofs.length < other.proofs.length &&
    kindsOf(one).every((kind) => kindsOf(other).includes(kind))
  );
}

function kindsOf(way: Way): ProofKind[] {
  return way.proofs.map((proof) => proof.kind).toSorted();
}

function weight(way: Way): number {
  return way.proofs.reduce((sum, proof) => sum + rank(proof.confidence), 0);
}

function rank(confidence: Confidence): number {
  return { low: 0, medium: 1, high: 2 }[confidence];
}

function lowest(all: readonly Confidence[]): Confidence {
  return all.reduce((low, one) => (rank(one) < rank(low) ? one : low), "high");
}

// ---- places and order

function sameSpot(a: Spot, b: Spot): boolean {
  return a.file === b.file && a.at[0] === b.at[0] && a.at[1] === b.at[1];
}

function distinctSteps(steps: readonly FlowStep[]): FlowStep[] {
  const seen = new Set<string>();
  return steps.filter(({ what, place }) => {
    const key = `${what} ${place.file}:${place.line}:${place.column}`;
    if (seen.has(key) || place.file === "") return false;
    seen.add(key);
    return true;
  });
}

function withoutRepeats(flows: readonly Flow[]): Flow[] {
  const seen = new Map<string, Flow>();
  for (const flow of flows) {
    const { file, line, column } = flow.effect.place;
    const key = `${flow.entry.symbol} ${flow.entry.place.line} ${flow.effect.what} ${file}:${line}:${column} ${flow.proofs.map((proof) => proof.kind).join()}`;
    if (!seen.has(key)) seen.set(key, flow);
  }
  return [...seen.values()];
}

function byPlace(a: Flow, b: Flow): number {
  return (
    compareText(a.entry.place.file, b.entry.place.file) ||
    a.entry.place.line - b.entry.place.line ||
    a.entry.place.column - b.entry.place.column ||
    compareText(a.effect.place.file, b.effect.place.file) ||
    a.effect.place.line - b.effect.place.line ||
    compareText(a.effect.what, b.effect.what) ||
    compareText(a.proofs.map((proof) => proof.kind).join(), b.proofs.map((proof) => proof.kind).join())
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function overlap(a: ReadonlySet<number>, b: ReadonlySet<number>): boolean {
  for (const one of b) if (a.has(one)) return true;
  return false;
}

function group<T>(map: Map<string, T[]>, key: string, one: T): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [one]);
  else known.push(one);
}

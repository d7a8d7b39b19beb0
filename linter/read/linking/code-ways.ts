// The ways to have a code that is asked for: who was sent it, by what channel, and what that took.
import { lastName } from "../codes/slots.ts";
import type { Channel } from "../../providers/provider.ts";
import type { CodeFacts, FlowStep, Proof, ProofKind } from "../../flow.ts";
import { placeOf, sameSpot } from "../codes/places.ts";
import type { Entry } from "../entries/index.ts";
import { isCodeName, isMailName, isPhoneName, soundsLikeMailing, soundsLikeTexting } from "../names.ts";
import { type Claim, leafName, parts, type Spot, type Value } from "../values.ts";
import { visit, waysOfVisit } from "./earlier-steps.ts";
import { isHandOver } from "./hand-overs.ts";
import { nearestFirst, preferred } from "./nearest.ts";
import { type From, overlap, type Sent } from "./occurrences.ts";
import { both, simple, smallest, type Way } from "./way.ts";
import type { Ways } from "./ways.ts";

/** A value that lies in a store and has to be shown: who was shown it before. */
export function waysOfSlot(
  ways: Ways,
  claim: Extract<Claim, { k: "slot" }>,
  entry: Entry,
  visited: ReadonlySet<string>,
): Way[] {
  const writers = preferred(
    ways.occurrences.keptIn(claim.store, claim.path).filter((one) => ways.fits(one, claim.filter)),
    entry,
  );
  const check: FlowStep = { what: "checks-code", place: placeOf(claim.spot), detail: claim.detail };
  if (isRiddle(claim)) return [];
  if (cameByText(claim)) return [simple("unknown-code", claim.spot, "a code in a text that came in", "low")];
  if (writers.length === 0) {
    // A value that an earlier step left in the visit is no code, but having it takes what that step took.
    if (claim.store === visit && ways.occurrences.keptIn(claim.store, claim.path).length > 0)
      return waysOfVisit(ways, claim, visited);
    const field = lastName(claim.path);
    const named = field === "" || field === "#key" ? leafName(claim.given ?? { k: "const", v: null }) : field;
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
        proofs: [{ kind, confidence: "low", checked: check, code: ways.codes.ofSlot(claim, [], entry) }],
        steps: [check],
        unknowns: [`where the code in ${claim.store} ${claim.path} comes from was not found`],
        skips: [],
      },
    ];
  }
  const kept = `${claim.store} ${claim.path}`;
  const code = ways.codes.ofSlot(claim, writers, entry);
  return smallest(
    writers.flatMap((writer) => waysThrough(ways, writer, check, visited, { code, kept, to: whose(claim) })),
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

/**
 * A code that Twilio found in a text which somebody sent from their phone (the `Body` of its request for an incoming
 * message): the page shows it on purpose, and nobody types it in.
 */
function cameByText({ given }: Extract<Claim, { k: "slot" }>): boolean {
  if (given === null) return false;
  return [...parts(given)].some((part) => part.k === "input" && lastName(part.path) === "Body");
}

/** What is asked for of a secret that was stored. */
interface Asked {
  readonly code: CodeFacts;
  /** Where it is kept. */
  readonly kept: string;
  /** Whose number it belongs to, where it is looked for with one. */
  readonly to: Proof["to"];
}

/** Someone stored a secret: who was shown it, and what that took. */
function waysThrough(
  ways: Ways,
  writer: From<{
    readonly atoms: ReadonlySet<number>;
    readonly claims: readonly Claim[];
    readonly spot: Spot;
    readonly value?: Value;
  }>,
  check: FlowStep,
  visited: ReadonlySet<string>,
  { code, kept, to }: Asked,
): Way[] {
  const before = ways.waysOfAll(writer.claims, writer.entry, visited);
  const sends = nearestFirst(
    ways.occurrences.sent.filter((one) => one.atoms !== null && overlap(one.atoms, writer.atoms)),
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
          ...(to === "on-file" ? { to } : { ...(to === undefined ? {} : { to }), ...whither(send.to) }),
          ...(also.length === 0 ? {} : { also }),
        };
        return before.map((way) =>
          both(way, { proofs: [proof], steps: [sentStep, check], unknowns: [], skips: [] }),
        );
      }),
    );
  if (isLastingToken(ways, writer, kept))
    return before.map((way) => both(way, simple("session", writer.spot, "a token of a sign-in", "high")));
  const handed = overlap(ways.occurrences.answered, writer.atoms);
  const handing: FlowStep = {
    what: "hands-over-token",
    place: placeOf(writer.spot),
    detail: "given to the caller",
  };
  if (handed || before.some((way) => way.proofs.length > 0))
    return before.map((way) => both(way, { proofs: [], steps: [handing, check], unknowns: [], skips: [] }));
  const proof: Proof = { kind: keptUnder(ways, writer), confidence: "low", checked: check, code };
  return before.map((way) =>
    both(way, {
      proofs: [proof],
      steps: [check],
      unknowns: ["how the code is sent was not found"],
      skips: [],
    }),
  );
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

function isLong(value: Value): boolean {
  for (const part of parts(value)) if (part.k === "fresh") return part.long;
  return false;
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

/** Whose number a code is looked for with: the one on file, as far as it was compared with that, or one that is named. */
function whose({ filter, onFile }: Extract<Claim, { k: "slot" }>): Proof["to"] {
  if (onFile === true) return "on-file";
  const named =
    filter !== null && [...parts(filter)].some((part) => part.k === "input" && isPhoneName(leafName(part)));
  return named ? "given" : undefined;
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

/** What a code is that is kept under a number or an address and not seen to be sent: only that name speaks for it. */
function keptUnder(ways: Ways, { spot }: { readonly spot: Spot }): ProofKind {
  const keys = [...ways.occurrences.kept.values()]
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
function isLastingToken(ways: Ways, writer: { readonly entry: Entry }, kept: string): boolean {
  if (!/refresh|session|access|device|remember/i.test(kept)) return false;
  return ways.occurrences.minted.some((mint) => mint.entry === writer.entry && !isHandOver(mint));
}

/** A code that a provider makes, keeps and checks. */
export function waysOfManaged(
  ways: Ways,
  claim: Extract<Claim, { k: "managed" }>,
  entry: Entry,
  visited: ReadonlySet<string>,
): Way[] {
  const check: FlowStep = { what: "checks-code", place: placeOf(claim.spot), detail: claim.provider };
  const toMail = isMailName(leafName(claim.to ?? { k: "const", v: null }));
  const all = ways.occurrences.sent.filter(
    (one) =>
      one.atoms === null &&
      one.provider === claim.provider &&
      (claim.channels === undefined || one.channels.some((channel) => claim.channels?.includes(channel))),
  );
  const fitting = all.filter((one) => isMailName(leafName(one.to ?? { k: "const", v: null })) === toMail);
  // Who signs up is sent a code without a password; that one is for a number that nobody has.
  const toSomebody = fitting.filter(({ toStranger }) => toStranger !== true);
  const sends = preferred(toSomebody.length > 0 ? toSomebody : fitting.length > 0 ? fitting : all, entry);
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
      const before = ways.waysOfAll(send.claims, send.entry, visited);
      return send.channels.flatMap((channel) => {
        const proof: Proof = {
          kind: toMail ? "email-code" : kindOf(channel, false),
          confidence: send.confidence,
          checked: check,
          sent: sentStep,
          ...whither(send.to ?? claim.to),
          code: ways.codes.ofManaged(claim, send, entry),
        };
        return before.map((way) =>
          both(way, { proofs: [proof], steps: [sentStep, check], unknowns: [], skips: [] }),
        );
      });
    }),
  );
}

/** A signed token: a session, or a ticket that some step before handed over. */
export function waysOfToken(
  ways: Ways,
  claim: Extract<Claim, { k: "token" }>,
  entry: Entry,
  visited: ReadonlySet<string>,
): Way[] {
  const words = Object.entries(claim.payload);
  if (claim.bearer && words.length === 0)
    return [simple("session", claim.spot, "a signed-in caller", "high")];
  const check: FlowStep = { what: "checks-code", place: placeOf(claim.spot), detail: "a signed token" };
  const tokens = ways.occurrences.keptIn(claim.store, "#token").filter((one) => {
    const mint = ways.occurrences.minted.find((other) => sameSpot(other.spot, one.spot));
    return (
      mint === undefined ||
      words.every(([key, word]) => mint.payload[key] === undefined || mint.payload[key] === word)
    );
  });
  const exact = tokens.filter((one) => {
    const mint = ways.occurrences.minted.find((other) => sameSpot(other.spot, one.spot));
    return mint !== undefined && words.length > 0 && words.every(([key, word]) => mint.payload[key] === word);
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
    ways.occurrences.minted.some((mint) => sameSpot(mint.spot, at) && !isHandOver(mint));
  if (claim.bearer && writers.every(({ spot }) => isSession(spot)))
    return [simple("session", claim.spot, "a signed-in caller", "high")];
  const code = ways.codes.ofToken(claim, writers, entry);
  return smallest(
    writers.flatMap((writer) => waysThrough(ways, writer, check, visited, { code, kept: "", to: undefined })),
  );
}

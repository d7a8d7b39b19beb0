// Plans: a derivation turned into moves, so that what analysis claims can be executed on the statecharts.
import { factorOf } from "../factors/index.ts";
import { containersOf } from "../model/authenticators.ts";
import type { Authenticator } from "../model/authenticators.ts";
import { durationMilliseconds } from "../model/duration.ts";
import { accountById, authenticatorById } from "../model/find.ts";
import type { Advantage } from "../model/holdings.ts";
import type { CeremonyRef, Move, PersonDoing } from "../model/move.ts";
import type { Account } from "../model/setup.ts";
import type { Person } from "../model/trail.ts";
import { stepsTo, waitingTime } from "./derivation.ts";
import type { Derivation } from "./derivation.ts";
import type { AccessGraph, Fact, Rule } from "./graph.ts";

// Times in a play are made up so that it reads well; only what services and clocks enforce is meant literally.
const usualPause = {
  begin: 20_000,
  ask: 5_000,
  read: 15_000,
  present: 10_000,
  nextTotpStep: 30_000,
} as const;
// Somebody who has just seen a code has to be quick.
const hurriedPause = { begin: 3_000, ask: 1_000, read: 3_000, present: 2_000 } as const;

/** What a plan takes into account beside what a person holds. */
export interface PlanOptions extends Partial<Omit<Circumstances, "isInside">> {
  /** Steps that have been taken before and are not taken again; those planned here are added to it. */
  readonly done?: Set<Rule>;
}

/** The moves by which a person comes to the targets, in their order; undefined where one is out of reach. */
export function planAccess(
  graph: AccessGraph,
  derivation: Derivation,
  person: Person,
  targets: readonly Fact[],
  options: PlanOptions = {},
): readonly Move[] | undefined {
  return planSteps(graph, derivation, person, targets, options)?.flatMap(({ moves }) => moves);
}

/** A step of a derivation, and the moves that take it. */
export interface PlannedStep {
  readonly rule: Rule;
  readonly moves: readonly Move[];
}

/** The same as `planAccess`, step by step. */
export function planSteps(
  graph: AccessGraph,
  derivation: Derivation,
  person: Person,
  targets: readonly Fact[],
  { done = new Set(), lateBy = () => 0, isHurried = false }: PlanOptions = {},
): readonly PlannedStep[] | undefined {
  const towards = targets.map((target) => stepsTo(graph, derivation, target));
  if (towards.includes(undefined)) return undefined;
  return towards
    .flatMap((rules) => rules ?? [])
    .flatMap((rule) => {
      if (done.has(rule)) return [];
      done.add(rule);
      return [{ rule, moves: movesOf(graph, derivation, person, rule, { lateBy, isHurried, done }) }];
    });
}

/** What a person goes through a ceremony with, beside what they offer. */
export interface Circumstances {
  /** Whether the person is in the account in which a code arrives, and can look for it there. */
  readonly isInside: (account: string) => boolean;
  /** Milliseconds by which what is sent for an authenticator comes late. */
  readonly lateBy: (authenticator: Authenticator) => number;
  /** Whether the person has no time to lose, because what they have seen will soon be stale. */
  readonly isHurried: boolean;
}

/** The moves of a person who goes through one ceremony, offering what is asked for. */
export function ceremonyMoves(
  account: Account,
  person: Person,
  ref: CeremonyRef,
  offered: readonly Authenticator[],
  { isInside, lateBy, isHurried }: Circumstances,
): readonly Move[] {
  const pause = isHurried ? hurriedPause : usualPause;
  // A time step is good once, whoever used it, and then the next code is waited for; unless the service forgets that.
  const nextCode = account.controls.oneTimeUse ? usualPause.nextTotpStep : pause.present;
  const doing = (after: number, what: PersonDoing): Move => ({ actor: person, ...what, after });
  return [
    doing(pause.begin, { do: "begin", ...ref }),
    ...offered.flatMap((authenticator): Move[] => {
      const at = { account: account.id, authenticator: authenticator.id };
      const presents = (after: number) => doing(after, { do: "present", ...at });
      switch (factorOf(authenticator).verifier) {
        case "challenge":
          return [
            doing(pause.ask, { do: "ask-for-code", ...at }),
            ...containersOf(authenticator)
              .filter(isInside)
              .map((container) => doing(pause.read, { do: "look-inside", account: container })),
            presents(pause.present + lateBy(authenticator)),
          ];
        case "prompt":
          return [doing(pause.ask, { do: "ask-for-code", ...at }), presents(pause.present)];
        case "desk":
          return authenticator.kind === "support-desk" && authenticator.asks === "call-back"
            ? [doing(pause.ask, { do: "ask-for-code", ...at }), presents(pause.present)]
            : [presents(pause.present)];
        case "totp":
          return [presents(nextCode)];
        case "password":
        case "answers":
        case "hotp":
        case "recovery-codes":
        case "signature":
          return [presents(pause.present)];
      }
    }),
  ];
}

function movesOf(
  graph: AccessGraph,
  derivation: Derivation,
  person: Person,
  rule: Rule,
  { lateBy, isHurried, done }: Required<PlanOptions>,
): readonly Move[] {
  const { step } = rule;
  switch (step.kind) {
    case "use-device":
      return [
        {
          actor: person,
          do: "use-device",
          account: step.account,
          device: step.device,
          after: usualPause.begin,
        },
      ];
    case "sign-in":
    case "recover":
    case "act": {
      const account = accountById(graph.setup, step.account);
      const ref: CeremonyRef =
        step.kind === "act"
          ? { account: account.id, ceremony: "action", route: step.action }
          : {
              account: account.id,
              ceremony: step.kind === "recover" ? "recovery" : "sign-in",
              route: step.route,
            };
      const isInside = (id: string): boolean => derivation.has(`account:${id}`);
      const offered = presentedIn(graph, derivation, account, rule);
      const moves = ceremonyMoves(account, person, ref, offered, {
        isInside,
        isHurried,
        lateBy: (authenticator) =>
          isSentToNewNumber(graph, derivation, account, authenticator) ? 0 : lateBy(authenticator),
      });
      const wait = waitingTime(graph, rule);
      const held = step.kind === "act" ? holdAfterChange(account) : 0;
      return [
        ...(held > 0 && hasRecovered(done, account) ? [waiting(held)] : []),
        ...moves,
        ...(wait > 0 ? [waiting(wait)] : []),
      ];
    }
    case "present":
      return supplies(graph, derivation, person, rule, done);
    default:
      return [];
  }
}

function waiting(milliseconds: number): Move {
  return { actor: "chance", do: "wait", after: milliseconds };
}

function holdAfterChange({ controls }: Account): number {
  return controls.holdAfterChange === undefined ? 0 : durationMilliseconds(controls.holdAfterChange);
}

/** Whether somebody has gone through a recovery of an account, so that its service holds actions back. */
function hasRecovered(done: ReadonlySet<Rule>, account: Account): boolean {
  return [...done].some(({ step }) => step.kind === "recover" && step.account === account.id);
}

/**
 * Where what is presented lies in another account (kept password, synced seed), it is fetched there first. Whoever has
 * looked into that account for such a thing has taken everything along.
 */
function supplies(
  graph: AccessGraph,
  derivation: Derivation,
  person: Person,
  rule: Rule,
  done: ReadonlySet<Rule>,
): readonly Move[] {
  const { step } = rule;
  if (step.kind !== "present" || !isFetched(graph, rule) || hasCopy(derivation, step)) return [];
  const seen = new Set(
    [...done].filter((each) => each !== rule && isFetched(graph, each)).flatMap(sourcesIn),
  );
  return sourcesIn(rule)
    .filter((account) => !seen.has(account))
    .map((account) => ({ actor: person, do: "look-inside", account, after: usualPause.read }));

  function sourcesIn({ body }: Rule): readonly string[] {
    return body
      .map((fact) => graph.facts[fact] ?? "")
      .filter((fact) => fact.startsWith("account:"))
      .map((fact) => fact.slice("account:".length));
  }
}

/** Whether somebody has a copy of what an authenticator needs from before, and need not fetch it. */
export function hasCopy(
  derivation: Derivation,
  { account, authenticator }: { readonly account: string; readonly authenticator: string },
): boolean {
  return derivation.get(`pass:${account}/${authenticator}`) === "held";
}

/** Whether a step presents something that is taken from another account and serves on without it. */
function isFetched(graph: AccessGraph, { step, body }: Rule): boolean {
  if (step.kind !== "present") return false;
  const authenticator = authenticatorById(accountById(graph.setup, step.account), step.authenticator);
  return (
    factorOf(authenticator).verifier !== "challenge" &&
    body.some((fact) => graph.facts[fact]?.startsWith("account:"))
  );
}

/** What a ceremony is really offered: its proofs, and those of its `met` that no recovery has waived. */
function presentedIn(
  graph: AccessGraph,
  derivation: Derivation,
  account: Account,
  rule: Rule,
): readonly Authenticator[] {
  return rule.body.flatMap((index) => {
    const fact = graph.facts[index] as Fact;
    const [kind, path] = split(fact);
    if (kind !== "proof" && kind !== "met") return [];
    const id = path.slice(account.id.length + 1);
    if (kind === "met" && isWaived(graph, derivation, fact)) return [];
    return [authenticatorById(account, id)];
  });
}

function isSentToNewNumber(
  graph: AccessGraph,
  derivation: Derivation,
  account: Account,
  { id }: Authenticator,
): boolean {
  const by = derivation.get(`proof:${account.id}/${id}`);
  return (
    by !== undefined &&
    by !== "held" &&
    by.body.some((fact) => graph.facts[fact] === `new-number:${account.id}`)
  );
}

/**
 * What somebody who has taken these steps has taken along: seeds, passkeys and passwords that were fetched from an
 * account serve on when that account is shut.
 */
export function takenAlong(graph: AccessGraph, steps: Iterable<Rule>): readonly Advantage[] {
  return [...steps].flatMap((rule): readonly Advantage[] => {
    const { step } = rule;
    return step.kind === "present" && isFetched(graph, rule)
      ? [`pass:${step.account}/${step.authenticator}`]
      : [];
  });
}

function isWaived(graph: AccessGraph, derivation: Derivation, met: Fact): boolean {
  const by = derivation.get(met);
  if (by === undefined || by === "held") return false;
  return by.body.some((fact) => graph.facts[fact]?.startsWith("waived:"));
}

function split(fact: string): readonly [string, string] {
  const colon = fact.indexOf(":");
  return [fact.slice(0, colon), fact.slice(colon + 1)];
}

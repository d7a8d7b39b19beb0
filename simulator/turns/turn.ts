// One person's turn: what is in their reach, which steps they have taken, and how they go about a route.
import type { RuleFilter } from "../analysis/closure.ts";
import type { Derivation } from "../analysis/derivation.ts";
import type { AccessGraph, Fact, Rule } from "../analysis/graph.ts";
import { ceremonyMoves, hasCopy, planAccess } from "../analysis/plan.ts";
import { containersOf } from "../model/authenticators.ts";
import type { Authenticator } from "../model/authenticators.ts";
import { durationMilliseconds } from "../model/duration.ts";
import { accountById, authenticatorById } from "../model/find.ts";
import type { Ceremony, Move } from "../model/move.ts";
import type { Opening } from "../model/scenario.ts";
import type { Account, RecoveryRoute } from "../model/setup.ts";
import type { Person } from "../model/trail.ts";

/** One person's turn: what is in reach, which steps have been taken, and which accounts have been tried in vain. */
export interface Turn {
  readonly graph: AccessGraph;
  readonly person: Person;
  readonly reach: Derivation;
  /** Rules that neither the scenario nor the other side puts out of force. */
  readonly counts: RuleFilter;
  readonly done: Set<Rule>;
  readonly lateBy: (authenticator: Authenticator) => number;
  readonly isHurried: boolean;
  /** Whether the scenario has this person make use of a recovery. */
  readonly uses: (recovery: RecoveryRoute) => boolean;
  readonly tried: Set<string>;
}

/** A turn before its first step. */
export function turnOf(
  { moves, uses, overlooked = [] }: Opening,
  person: Person,
  known: Pick<Turn, "graph" | "reach" | "counts">,
): Turn {
  const late = new Map(
    moves.flatMap((move) => (move.do === "delay-texts" ? [[move.number, move.by] as const] : [])),
  );
  return {
    ...known,
    person,
    done: new Set(),
    tried: new Set(),
    lateBy: (authenticator) =>
      authenticator.kind === "sms-code" ? (late.get(authenticator.number) ?? 0) : 0,
    isHurried: person === "attacker" && overlooked.length > 0,
    uses: ({ gives }) => person === "owner" || uses === undefined || uses.includes(gives),
  };
}

/** Somebody who cannot get in tries every route, and signs in again after each reset that works. */
export function everyRoute(turn: Turn, account: Account): readonly Move[] {
  if (turn.tried.has(account.id)) return [];
  turn.tried.add(account.id);
  return [
    ...ordinaryWays(turn, account),
    ...account.recovery.flatMap((_, number) => [
      ...tryRoute(turn, account, "recovery", number),
      ...(recoveryWorks(turn, account, number) ? ordinaryWays(turn, account) : []),
    ]),
  ];
}

/** Every way in that is no recovery: the devices that stay signed in, and the routes of the sign-in. */
export function ordinaryWays(turn: Turn, account: Account): readonly Move[] {
  return [
    // Nobody tries a device that is gone.
    ...account.signedInOn
      .filter((device) => turn.reach.has(`device:${device}`))
      .map((device): Move => ({
        actor: turn.person,
        do: "use-device",
        account: account.id,
        device,
        after: 10_000,
      })),
    ...account.signIn.flatMap((_, number) => tryRoute(turn, account, "sign-in", number)),
  ];
}

/**
 * One ceremony with everything that it asks for, whether or not it can work, and what has to be fetched for it. Nobody
 * spends a code that is good once on a route that will not open, unless `inEarnest`.
 */
export function tryRoute(
  turn: Turn,
  account: Account,
  ceremony: Ceremony,
  route: number,
  inEarnest = false,
): readonly Move[] {
  const { graph, person, reach } = turn;
  const routes = {
    "sign-in": account.signIn,
    recovery: account.recovery,
    action: account.protectedActions,
  }[ceremony];
  const offered = (routes[route]?.with ?? [])
    .map((id) => authenticatorById(account, id))
    .filter(
      ({ kind, id }) => inEarnest || kind !== "recovery-codes" || !reach.has(`proof:${account.id}/${id}`),
    );
  const wait = ceremony === "recovery" ? account.recovery[route]?.after : undefined;
  const isInside = (id: string): boolean => reach.has(`account:${id}`);
  return [
    ...offered
      .filter(({ id }) => !hasCopy(reach, { account: account.id, authenticator: id }))
      .flatMap((authenticator) =>
        containersOf(authenticator).flatMap((id) =>
          fetchFrom(turn, accountById(graph.setup, id), authenticator),
        ),
      ),
    ...ceremonyMoves(account, person, { account: account.id, ceremony, route }, offered, {
      isInside,
      lateBy: turn.lateBy,
      isHurried: turn.isHurried,
    }),
    ...(wait !== undefined && recoveryWorks(turn, account, route)
      ? [{ actor: "chance", do: "wait", after: durationMilliseconds(wait) } as const]
      : []),
  ];
}

/** Goes into the account in which something is kept, if that is in reach; otherwise the owner tries it in vain. */
function fetchFrom(turn: Turn, container: Account, authenticator: Authenticator): readonly Move[] {
  const { graph, person, reach } = turn;
  const target = `account:${container.id}` as const;
  if (!reach.has(target)) return person === "owner" && container.modelled ? everyRoute(turn, container) : [];
  return [
    ...(planAccess(graph, reach, person, [target], turn) ?? []),
    ...("mailbox" in authenticator || "messenger" in authenticator
      ? []
      : [{ actor: person, do: "look-inside", account: container.id, after: 15_000 } as const]),
  ];
}

/** Whether a recovery gives the person what it promises: they have everything that it asks for, and nobody stops it. */
export function recoveryWorks(turn: Turn, account: Account, route: number): boolean {
  return metRules(turn, account, route).some(turn.counts);
}

/** Whether the attacker has everything that a recovery asks for, and yet it comes to nothing: the owner will object. */
export function isStopped(turn: Turn, account: Account, route: number): boolean {
  const met = metRules(turn, account, route);
  return met.length > 0 && !met.some(turn.counts);
}

function metRules({ graph, reach }: Turn, account: Account, route: number): readonly Rule[] {
  return graph.rules.filter(
    ({ step, body }) =>
      step.kind === "recover" &&
      step.account === account.id &&
      step.route === route &&
      body.every((fact) => reach.has(graph.facts[fact] as Fact)),
  );
}

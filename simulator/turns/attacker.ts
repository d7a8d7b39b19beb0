// The attacker's turn: every account in reach is entered, tried or waited for, and in the end made the attacker's own.
import { cheapestDerivation } from "../analysis/derivation.ts";
import type { Derivation } from "../analysis/derivation.ts";
import type { Fact } from "../analysis/graph.ts";
import { planSteps } from "../analysis/plan.ts";
import { isRecoveryOf } from "../analysis/positions.ts";
import type { Positions } from "../analysis/positions.ts";
import { containersOf } from "../model/authenticators.ts";
import { durationMilliseconds } from "../model/duration.ts";
import { accountById } from "../model/find.ts";
import type { Move } from "../model/move.ts";
import type { Opening } from "../model/scenario.ts";
import type { Account, Setup } from "../model/setup.ts";
import type { Watched } from "./looking-on.ts";
import { Timeline } from "./timeline.ts";
import { isStopped, recoveryWorks, tryRoute, turnOf } from "./turn.ts";
import type { Turn } from "./turn.ts";

/** The attacker's moves against the accounts that are told, and against those that they depend on. */
export function attackersTurn(
  opening: Opening,
  where: Positions,
  told: readonly Account[],
  watched: readonly Watched[],
): readonly Move[] {
  if (!opening.attacked) return [];
  const { graph, held, counts } = where.attacker;
  const reach = cheapestDerivation(graph, held, counts);
  const attack: Attack = {
    where,
    turn: turnOf(opening, "attacker", { graph, reach, counts }),
    timeline: new Timeline(),
  };
  const involved = withContainers(graph.setup, told);
  // What was seen at a sign-in is good for a moment only, so it is used there before another account makes use of that one.
  for (const account of watched.length === 0 ? involved : containersFirst(graph.setup, involved)) {
    for (const { id, moves } of watched) if (id === account.id) attack.timeline.add(moves);
    goThrough(attack, account);
  }
  for (const account of told) tryInVain(attack, account);
  return [
    ...attack.timeline.finish(),
    // Last of all, because a replaced mailbox would no longer be worth reading.
    ...involved
      .filter(({ id }) => where.changes.replaced.has(id))
      .map(({ id }): Move => ({
        actor: "attacker",
        do: "replace-authenticators",
        account: id,
        after: 30_000,
      })),
  ];
}

/** An attack under way: where both sides stand, what the attacker has done so far, and when. */
interface Attack {
  readonly where: Positions;
  readonly turn: Turn;
  readonly timeline: Timeline;
}

/** Everything that the attacker reaches of one account. */
function goThrough({ where, turn, timeline }: Attack, account: Account): void {
  const { attacker, heldBack } = where;
  let within = targetsOf(where, account).filter((target) => attacker.reached.has(target));
  // Where a recovery would have actions held back, what can be had without one is had first.
  const ways = heldBack.has(account.id)
    ? [reachWithoutRecovery(attacker, account), turn.reach]
    : [turn.reach];
  for (const way of ways) {
    const now = within.filter((target) => way.has(target));
    within = within.filter((target) => !way.has(target));
    for (const { rule, moves } of planSteps(turn.graph, way, "attacker", now, turn) ?? []) {
      timeline.add(moves);
      const { step } = rule;
      if (step.kind === "recover" && heldBack.has(step.account))
        objectLater(timeline, turn.graph.setup, step.account);
    }
  }
}

/** What the attacker wants of one account: to be in it, to act in it, and to spoil it. */
function targetsOf({ attacker, changes }: Positions, { id, protectedActions }: Account): readonly Fact[] {
  return [
    `account:${id}`,
    ...(changes.replaced.has(id) ? [`full:${id}` as const] : []),
    ...protectedActions.flatMap((action): readonly Fact[] =>
      attacker.obtained.has(`${id}/${action.id}`) ? [`action:${id}/${action.id}`] : [],
    ),
    // Where nothing else can be spoiled, a reset still takes the owner's password away, or the owner's texts.
    ...(changes.passwordGone.has(id) ? [`new-password:${id}` as const] : []),
    ...(changes.numberGone.has(id) ? [`new-number:${id}` as const] : []),
  ];
}

/** What the attacker tries at one account without getting it. */
function tryInVain({ where, turn, timeline }: Attack, account: Account): void {
  const { attacker, warned, heldBack } = where;
  if (!attacker.reached.has(`account:${account.id}`)) {
    for (const attempt of bestAttempts(turn, account)) {
      timeline.add(attempt.moves);
      if (attempt.isStopped && warned.has(account.id)) objectLater(timeline, turn.graph.setup, account.id);
    }
  } else if (heldBack.has(account.id) && attacker.reached.has(`full:${account.id}`)) {
    // What is held back after a recovery is asked for in vain, before the owner objects or after.
    account.protectedActions.forEach(({ id }, number) => {
      if (!attacker.obtained.has(`${account.id}/${id}`))
        timeline.add(tryRoute(turn, account, "action", number));
    });
  }
}

/** The owner reads a notice, and objects when they have had the time that they take. */
function objectLater(timeline: Timeline, { reactsWithin }: Setup, account: string): void {
  timeline.later(durationMilliseconds(reactsWithin), { actor: "owner", do: "object", account });
}

function reachWithoutRecovery({ graph, held, counts }: Positions["attacker"], { id }: Account): Derivation {
  return cheapestDerivation(graph, held, (rule) => counts(rule) && !isRecoveryOf(rule, id));
}

/** Something that an attacker tries, and whether the owner will stop it. */
interface Attempt {
  readonly moves: readonly Move[];
  readonly isStopped: boolean;
}

/**
 * What an attacker who cannot get in comes to: every route of which they have a part, up to what they lack, or up to
 * the owner's objection where they lack nothing and have to wait.
 */
function bestAttempts(turn: Turn, account: Account): readonly Attempt[] {
  const hasPart = ({ with: asked }: { readonly with: readonly string[] }): boolean =>
    asked.some((id) => turn.reach.has(`proof:${account.id}/${id}`));
  const taken = (route: number): boolean =>
    [...turn.done].some(
      ({ step }) => step.kind === "recover" && step.account === account.id && step.route === route,
    );
  // Nobody has an authenticator removed who does not get in even then: it would only help the owner.
  const isIdle = (route: number): boolean =>
    account.recovery[route]?.gives === "factor-removal" && recoveryWorks(turn, account, route);
  return [
    ...account.recovery.flatMap((route, number) =>
      turn.uses(route) && hasPart(route) && !taken(number) && !isIdle(number)
        ? [
            {
              moves: tryRoute(turn, account, "recovery", number),
              isStopped: isStopped(turn, account, number),
            },
          ]
        : [],
    ),
    ...account.signIn.flatMap((route, number) =>
      hasPart(route) ? [{ moves: tryRoute(turn, account, "sign-in", number), isStopped: false }] : [],
    ),
  ];
}

/** The same accounts, each behind those that it depends on, which depend on fewer. */
function containersFirst(setup: Setup, accounts: readonly Account[]): readonly Account[] {
  const depth = (account: Account): number => withContainers(setup, [account]).length;
  return accounts.toSorted((a, b) => depth(a) - depth(b));
}

/** The accounts, and those that they depend on: an attacker who spoils the mailbox spoils the bank. */
function withContainers(setup: Setup, accounts: readonly Account[]): readonly Account[] {
  const found = new Set(accounts);
  for (const account of found)
    for (const id of account.authenticators.flatMap(containersOf)) found.add(accountById(setup, id));
  return setup.accounts.filter((account) => account.modelled && found.has(account));
}

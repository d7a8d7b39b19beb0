// The attacker's turn: every account in reach is entered, tried or waited for, and in the end made the attacker's own.
import { cheapestDerivation } from "../analysis/derivation.ts";
import type { Fact } from "../analysis/graph.ts";
import { planAccess } from "../analysis/plan.ts";
import type { Positions } from "../analysis/positions.ts";
import { containersOf } from "../model/authenticators.ts";
import { durationMilliseconds } from "../model/duration.ts";
import { accountById } from "../model/find.ts";
import type { Move } from "../model/move.ts";
import type { Opening } from "../model/scenario.ts";
import type { Account, Setup } from "../model/setup.ts";
import type { Watched } from "./looking-on.ts";
import { isStopped, recoveryWorks, tryRoute, turnOf } from "./turn.ts";
import type { Turn } from "./turn.ts";

/** The attacker's moves against the accounts that are told, and against those that they depend on. */
export function attackersTurn(
  opening: Opening,
  { attacker, changes, warned, heldBack }: Positions,
  told: readonly Account[],
  watched: readonly Watched[],
): readonly Move[] {
  const { graph, held, reached, counts, obtained } = attacker;
  if (!opening.attacked) return [];
  const { replaced, passwordGone, numberGone } = changes;
  const reach = cheapestDerivation(graph, held, counts);
  const turn = turnOf(opening, "attacker", { graph, reach, counts });
  const involved = withContainers(graph.setup, told);
  const targetsOf = ({ id, protectedActions }: Account): readonly Fact[] => [
    `account:${id}`,
    ...(replaced.has(id) ? [`full:${id}` as const] : []),
    ...protectedActions.flatMap((action): readonly Fact[] =>
      obtained.has(`${id}/${action.id}`) ? [`action:${id}/${action.id}`] : [],
    ),
    // Where nothing else can be spoiled, a reset still takes the owner's password away, or the owner's texts.
    ...(passwordGone.has(id) ? [`new-password:${id}` as const] : []),
    ...(numberGone.has(id) ? [`new-number:${id}` as const] : []),
  ];
  const goThrough = (account: Account): readonly Move[] =>
    planAccess(
      graph,
      reach,
      "attacker",
      targetsOf(account).filter((target) => reached.has(target)),
      turn,
    ) ?? [];
  const objects = (account: Account): readonly Move[] =>
    warned.has(account.id) ? [objection(graph.setup, account)] : [];
  return [
    ...involved.flatMap((account) => [
      ...watched.flatMap(({ id, moves }) => (id === account.id ? moves : [])),
      ...goThrough(account),
    ]),
    ...told.flatMap((account) =>
      reached.has(`account:${account.id}`) ? [] : bestAttempts(turn, account, objects(account)),
    ),
    // What is held back after a change is asked for in vain until the owner, who has been told, objects.
    ...told.flatMap((account) =>
      heldBack.has(account.id) && reached.has(`full:${account.id}`)
        ? [
            ...account.protectedActions.flatMap(({ id }, number) =>
              obtained.has(`${account.id}/${id}`) ? [] : tryRoute(turn, account, "action", number),
            ),
            ...objects(account),
          ]
        : [],
    ),
    // Last of all, because a replaced mailbox would no longer be worth reading.
    ...involved
      .filter(({ id }) => replaced.has(id))
      .map(({ id }): Move => ({
        actor: "attacker",
        do: "replace-authenticators",
        account: id,
        after: 30_000,
      })),
  ];
}

function objection({ reactsWithin }: Setup, account: Account): Move {
  return { actor: "owner", do: "object", account: account.id, after: durationMilliseconds(reactsWithin) };
}

/**
 * What an attacker who cannot get in comes to: every route of which they have a part, up to what they lack, or up to
 * the owner's objection where they lack nothing and have to wait.
 */
function bestAttempts(turn: Turn, account: Account, objections: readonly Move[]): readonly Move[] {
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
            ...tryRoute(turn, account, "recovery", number),
            ...(isStopped(turn, account, number) ? objections : []),
          ]
        : [],
    ),
    ...account.signIn.flatMap((route, number) =>
      hasPart(route) ? tryRoute(turn, account, "sign-in", number) : [],
    ),
  ];
}

/** The accounts, and those that they depend on: an attacker who spoils the mailbox spoils the bank. */
function withContainers(setup: Setup, accounts: readonly Account[]): readonly Account[] {
  const found = new Set(accounts);
  for (const account of found)
    for (const id of account.authenticators.flatMap(containersOf)) found.add(accountById(setup, id));
  return setup.accounts.filter((account) => account.modelled && found.has(account));
}

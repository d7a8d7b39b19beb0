// Turns: what both sides do in a scenario, as moves. The attacker goes through every account in reach and spoils it,
// the owner tries to get in everywhere.
import { cheapestDerivation } from "./analysis/derivation.ts";
import type { Rule } from "./analysis/graph.ts";
import { ceremonyMoves, planAccess } from "./analysis/plan.ts";
import { positions } from "./analysis/verdicts.ts";
import type { Positions } from "./analysis/verdicts.ts";
import type { Authenticator } from "./model/authenticators.ts";
import { accountById, authenticatorById } from "./model/find.ts";
import type { Move } from "./model/move.ts";
import type { Opening } from "./model/scenario.ts";
import type { Account, Setup } from "./model/setup.ts";

/** The moves of a scenario's play, without executing them. */
export function movesOf(setup: Setup, opening: Opening, accounts: readonly Account[]): readonly Move[] {
  const where = positions(setup, opening);
  return [
    ...opening.moves,
    ...attackersTurn(where, withContainers(setup, accounts)),
    ...opening.closing,
    ...ownersTurn(where, accounts),
  ];
}

function attackersTurn(
  { attacker, replaced, passwordGone }: Positions,
  accounts: readonly Account[],
): readonly Move[] {
  const { graph, held, reached } = attacker;
  if (reached.size === 0) return [];
  const derivation = cheapestDerivation(graph, held);
  const targets = accounts.flatMap(({ id, protectedActions }) => [
    `account:${id}` as const,
    ...protectedActions.map((action) => `action:${id}/${action.id}` as const),
    // Where nothing else can be spoiled, a reset still takes the owner's password away.
    ...(passwordGone.has(id) ? [`new-password:${id}` as const] : []),
  ]);
  const within = targets.filter((target) => reached.has(target));
  const spoiled = accounts.filter(({ id }) => replaced.has(id));
  return [
    ...(planAccess(graph, derivation, "attacker", within) ?? []),
    // Last of all, because a replaced mailbox would no longer be worth reading.
    ...spoiled.map(({ id }): Move => ({
      actor: "attacker",
      do: "replace-authenticators",
      account: id,
      after: 30_000,
    })),
  ];
}

function ownersTurn({ owner }: Positions, accounts: readonly Account[]): readonly Move[] {
  const { graph, held, counts } = owner;
  const normally = cheapestDerivation(graph, held, (rule) => rule.step.kind !== "recover" && counts(rule));
  const somehow = cheapestDerivation(graph, held, counts);
  const done = new Set<Rule>();
  const tried = new Set<string>();
  return accounts.flatMap((account) => {
    const target = `account:${account.id}` as const;
    const derivation = normally.has(target) ? normally : somehow;
    return planAccess(graph, derivation, "owner", [target], done) ?? everyRoute(graph.setup, account, tried);
  });
}

/**
 * The owner tries every route, with everything that it asks for, whether or not it can work. Mailboxes and the like
 * that it needs are tried first, unless they have been; the accounts tried are added to `tried`.
 */
function everyRoute(setup: Setup, account: Account, tried: Set<string>): readonly Move[] {
  if (tried.has(account.id)) return [];
  tried.add(account.id);
  const routes = [
    ...account.signIn.map((route, number) => ({ ceremony: "sign-in", number, route }) as const),
    ...account.recovery.map((route, number) => ({ ceremony: "recovery", number, route }) as const),
  ];
  return routes.flatMap(({ ceremony, number, route }) => {
    const offered = route.with.map((id) => authenticatorById(account, id));
    const containers = new Set(offered.flatMap(containersOf));
    return [
      ...[...containers].flatMap((id) => {
        const container = accountById(setup, id);
        return container.modelled ? everyRoute(setup, container, tried) : [];
      }),
      ...ceremonyMoves(account, "owner", { account: account.id, ceremony, route: number }, offered),
    ];
  });
}

/** The accounts, and those that they depend on: an attacker who spoils the mailbox spoils the bank. */
function withContainers(setup: Setup, accounts: readonly Account[]): readonly Account[] {
  const found = new Set(accounts);
  for (const account of found)
    for (const id of account.authenticators.flatMap(containersOf)) found.add(accountById(setup, id));
  return setup.accounts.filter((account) => account.modelled && found.has(account));
}

/** The accounts in which what an authenticator needs arrives or is kept. */
function containersOf(authenticator: Authenticator): readonly string[] {
  const named = [
    "mailbox" in authenticator ? authenticator.mailbox : undefined,
    "keptIn" in authenticator ? authenticator.keptIn : undefined,
    "syncedTo" in authenticator ? authenticator.syncedTo : undefined,
    "storedIn" in authenticator ? authenticator.storedIn : undefined,
  ];
  return named.filter((id) => id !== undefined);
}

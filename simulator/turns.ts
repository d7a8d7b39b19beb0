// Turns: what both sides do in a scenario, as moves. The attacker goes through every account in reach and spoils it,
// the owner tries to get in everywhere.
import type { RuleFilter } from "./analysis/closure.ts";
import { cheapestDerivation } from "./analysis/derivation.ts";
import type { Derivation } from "./analysis/derivation.ts";
import type { AccessGraph, Fact, Rule } from "./analysis/graph.ts";
import { ceremonyMoves, planAccess } from "./analysis/plan.ts";
import { positions } from "./analysis/positions.ts";
import type { Positions } from "./analysis/positions.ts";
import { containersOf } from "./model/authenticators.ts";
import type { Authenticator } from "./model/authenticators.ts";
import { durationMilliseconds } from "./model/duration.ts";
import { accountById, authenticatorById } from "./model/find.ts";
import type { Ceremony, Move } from "./model/move.ts";
import type { Opening } from "./model/scenario.ts";
import type { Account, RecoveryRoute, Setup } from "./model/setup.ts";
import type { Person } from "./model/trail.ts";

/** The moves of a scenario's play, without executing them. */
export function movesOf(setup: Setup, opening: Opening, accounts: readonly Account[]): readonly Move[] {
  const where = positions(setup, opening);
  return [
    ...opening.moves,
    ...whileSomebodyLooksOn(setup, opening, where),
    ...attackersTurn(opening, where, withContainers(setup, accounts), accounts),
    ...opening.closing,
    ...ownersTurn(opening, where, accounts),
  ];
}

/** One person's turn: what is in reach, which steps have been taken, and which accounts have been tried in vain. */
interface Turn {
  readonly graph: AccessGraph;
  readonly person: Person;
  readonly reach: Derivation;
  /** Rules that neither the scenario nor the other side puts out of force. */
  readonly counts: RuleFilter;
  readonly done: Set<Rule>;
  readonly textsLateBy: (number: string) => number;
  /** Whether the scenario has this person make use of a recovery. */
  readonly uses: (recovery: RecoveryRoute) => boolean;
  readonly tried: Set<string>;
}

function turnOf(
  { moves, uses }: Opening,
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
    textsLateBy: (number) => late.get(number) ?? 0,
    uses: ({ gives }) => person === "owner" || uses === undefined || uses.includes(gives),
  };
}

/** The owner signs in where an attacker looks on, by the first route, as on any day. */
function whileSomebodyLooksOn(setup: Setup, opening: Opening, { owner }: Positions): readonly Move[] {
  const { graph, held, countsBefore } = owner;
  const counts: RuleFilter = (rule) => rule.step.kind !== "recover" && countsBefore(rule);
  const reach = cheapestDerivation(graph, held, counts);
  const turn = turnOf(opening, "owner", { graph, reach, counts });
  return (opening.overlooked ?? []).flatMap((id) => tryRoute(turn, accountById(setup, id), "sign-in", 0));
}

function attackersTurn(
  opening: Opening,
  { attacker, changes, warned, heldBack }: Positions,
  involved: readonly Account[],
  told: readonly Account[],
): readonly Move[] {
  const { graph, held, reached, counts, obtained } = attacker;
  if (reached.size === 0) return [];
  const { replaced, passwordGone, numberGone } = changes;
  const reach = cheapestDerivation(graph, held, counts);
  const turn = turnOf(opening, "attacker", { graph, reach, counts });
  const targets = involved.flatMap(({ id, protectedActions }): readonly Fact[] => [
    `account:${id}`,
    ...(replaced.has(id) ? [`full:${id}` as const] : []),
    ...protectedActions.flatMap((action): readonly Fact[] =>
      obtained.has(`${id}/${action.id}`) ? [`action:${id}/${action.id}`] : [],
    ),
    // Where nothing else can be spoiled, a reset still takes the owner's password away, or the owner's texts.
    ...(passwordGone.has(id) ? [`new-password:${id}` as const] : []),
    ...(numberGone.has(id) ? [`new-number:${id}` as const] : []),
  ]);
  const within = targets.filter((target) => reached.has(target));
  const objects = (account: Account): readonly Move[] =>
    warned.has(account.id) ? [objection(graph.setup, account)] : [];
  return [
    ...(planAccess(graph, reach, "attacker", within, turn) ?? []),
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
  return [
    ...account.recovery.flatMap((route, number) =>
      turn.uses(route) && hasPart(route) && !taken(number)
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

function ownersTurn(opening: Opening, { owner }: Positions, accounts: readonly Account[]): readonly Move[] {
  const { graph, held, counts } = owner;
  const normally = cheapestDerivation(graph, held, (rule) => rule.step.kind !== "recover" && counts(rule));
  const reach = cheapestDerivation(graph, held, counts);
  const turn = turnOf(opening, "owner", { graph, reach, counts });
  return accounts.flatMap((account) => {
    const target = `account:${account.id}` as const;
    if (!reach.has(target)) return everyRoute(turn, account);
    const isNormal = normally.has(target);
    return [
      // A way back in is looked for only after the ordinary one has been refused.
      ...(isNormal ? [] : ordinaryWays(turn, account)),
      ...(planAccess(graph, isNormal ? normally : reach, "owner", [target], turn) ?? []),
      ...account.protectedActions.flatMap(({ id }, number) =>
        reach.has(`action:${account.id}/${id}`) ? [] : tryRoute(turn, account, "action", number),
      ),
    ];
  });
}

/** Somebody who cannot get in tries every route, and signs in again after each reset that works. */
function everyRoute(turn: Turn, account: Account): readonly Move[] {
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
function ordinaryWays(turn: Turn, account: Account): readonly Move[] {
  return [
    ...account.signedInOn.map((device): Move => ({
      actor: turn.person,
      do: "use-device",
      account: account.id,
      device,
      after: 10_000,
    })),
    ...account.signIn.flatMap((_, number) => tryRoute(turn, account, "sign-in", number)),
  ];
}

/** One ceremony with everything that it asks for, whether or not it can work, and what has to be fetched for it. */
function tryRoute(turn: Turn, account: Account, ceremony: Ceremony, route: number): readonly Move[] {
  const { graph, person, reach } = turn;
  const routes = {
    "sign-in": account.signIn,
    recovery: account.recovery,
    action: account.protectedActions,
  }[ceremony];
  const offered = (routes[route]?.with ?? [])
    .map((id) => authenticatorById(account, id))
    // Nobody spends a code that is good once on a route that will not open.
    .filter(({ kind, id }) => kind !== "recovery-codes" || !reach.has(`proof:${account.id}/${id}`));
  const wait = ceremony === "recovery" ? account.recovery[route]?.after : undefined;
  const isInside = (id: string): boolean => reach.has(`account:${id}`);
  return [
    ...offered.flatMap((authenticator) =>
      containersOf(authenticator).flatMap((id) =>
        fetchFrom(turn, accountById(graph.setup, id), authenticator),
      ),
    ),
    ...ceremonyMoves(
      account,
      person,
      { account: account.id, ceremony, route },
      offered.map((authenticator) => ({ authenticator })),
      { isInside, textsLateBy: turn.textsLateBy },
    ),
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
function recoveryWorks(turn: Turn, account: Account, route: number): boolean {
  return metRules(turn, account, route).some(turn.counts);
}

/** Whether the attacker has everything that a recovery asks for, and yet it comes to nothing: the owner will object. */
function isStopped(turn: Turn, account: Account, route: number): boolean {
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

/** The accounts, and those that they depend on: an attacker who spoils the mailbox spoils the bank. */
function withContainers(setup: Setup, accounts: readonly Account[]): readonly Account[] {
  const found = new Set(accounts);
  for (const account of found)
    for (const id of account.authenticators.flatMap(containersOf)) found.add(accountById(setup, id));
  return setup.accounts.filter((account) => account.modelled && found.has(account));
}

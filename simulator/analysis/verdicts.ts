// The verdicts of a scenario by proof: closures before the event, after it, and after the attacker's worst changes.
import { accountById, authenticatorById } from "../model/find.ts";
import { ownerHoldings } from "../model/holdings.ts";
import type { Holding } from "../model/holdings.ts";
import type { Opening } from "../model/scenario.ts";
import type { Account, Setup } from "../model/setup.ts";
import type { OwnerOutcome, Verdict } from "../model/verdict.ts";
import { closure } from "./closure.ts";
import { cheapestDerivation, stepsTo, waitingTime } from "./derivation.ts";
import { effectiveFactors } from "./effective-factors.ts";
import { accessGraph } from "./graph.ts";
import type { AccessGraph, Fact, Rule } from "./graph.ts";

/** What analysis knows about both sides of a scenario. */
export interface Positions {
  /** The graph that the attacker moves in, and what the attacker holds in it. */
  readonly attacker: {
    readonly graph: AccessGraph;
    readonly held: readonly Fact[];
    readonly reached: ReadonlySet<Fact>;
  };
  /** The accounts whose authenticators the attacker can replace for good. */
  readonly replaced: ReadonlySet<string>;
  /** The accounts whose password the attacker has reset without being able to change more. */
  readonly passwordGone: ReadonlySet<string>;
  readonly owner: {
    readonly graph: AccessGraph;
    /** Held after the event. */
    readonly held: readonly Fact[];
    /** Rules that still count after the attacker's changes. */
    readonly counts: (rule: Rule) => boolean;
  };
}

/** Where both sides stand once a scenario has opened. */
export function positions(setup: Setup, opening: Opening): Positions {
  const lost = new Set<Holding>(opening.losses);
  const held = ownerHoldings(setup).filter((holding) => !lost.has(holding));
  const deliveries = held.filter((holding) => holding.startsWith("delivery:"));

  const graph = accessGraph(setup, "attacker");
  const attackerHeld = [...deliveries, ...opening.gains];
  // Failures have no attacker. Without one, a route that asks for nothing opens to nobody in this play.
  const reached = opening.attacked ? closure(graph, attackerHeld) : new Set<Fact>();

  const taken = setup.accounts.filter((account) => account.modelled && reached.has(`account:${account.id}`));
  const replaced = new Set(taken.filter((account) => canReplace(account, reached)).map(({ id }) => id));
  const passwordGone = new Set(
    setup.accounts
      .filter(({ id }) => !replaced.has(id) && reached.has(`new-password:${id}`))
      .map(({ id }) => id),
  );
  const ownerGraph = accessGraph(setup, "owner");
  return {
    attacker: { graph, held: attackerHeld, reached },
    replaced,
    passwordGone,
    owner: { graph: ownerGraph, held, counts: (rule) => survives(ownerGraph, rule, replaced, passwordGone) },
  };
}

/** Both answers for every account of the setup that is modelled. */
export function verdictsOf(setup: Setup, opening: Opening): readonly Verdict[] {
  const { attacker, owner } = positions(setup, opening);
  const graph = owner.graph;
  const all = closure(graph, ownerHoldings(setup));
  const before = sidesOf(graph, owner.held, () => true);
  const after = sidesOf(graph, owner.held, owner.counts);
  const derivation = cheapestDerivation(graph, owner.held, owner.counts);

  return setup.accounts
    .filter((account) => account.modelled)
    .map((account): Verdict => {
      const taken = attacker.reached.has(`account:${account.id}`);
      const outcome = ownerOutcome(account, after);
      return {
        account: account.id,
        attacker: taken ? "taken-over" : "safe",
        owner: outcome,
        ownerBefore: ownerOutcome(account, before),
        recoverableAfter:
          outcome === "recoverable"
            ? (stepsTo(graph, derivation, `account:${account.id}`) ?? []).reduce(
                (sum, rule) => sum + waitingTime(graph, rule),
                0,
              )
            : null,
        obtained: actionsOf(account, attacker.reached),
        blocked: actionsOf(account, all).filter(
          (action) => !after.withRecovery.has(`action:${account.id}/${action}`),
        ),
        effectiveFactors: effectiveFactors(setup, account.id),
      };
    });
}

/** Whether the attacker, once inside, can replace the owner's authenticators: nothing, or nothing unreachable, guards that. */
function canReplace(account: Account, reached: ReadonlySet<Fact>): boolean {
  return account.protectedActions
    .filter((action) => action.covers === "security-settings")
    .every((action) => reached.has(`action:${account.id}/${action.id}`));
}

function survives(
  graph: AccessGraph,
  { step, body }: Rule,
  replaced: ReadonlySet<string>,
  passwordGone: ReadonlySet<string>,
): boolean {
  if (step.kind !== "present") return true;
  // A password set by one more reset is good, whatever the attacker did before.
  if (body.some((fact) => graph.facts[fact] === `new-password:${step.account}`)) return true;
  if (replaced.has(step.account)) return false;
  const { kind } = authenticatorById(accountById(graph.setup, step.account), step.authenticator);
  return kind !== "password" || !passwordGone.has(step.account);
}

interface Sides {
  readonly signInOnly: ReadonlySet<Fact>;
  readonly withRecovery: ReadonlySet<Fact>;
}

function sidesOf(graph: AccessGraph, held: readonly Fact[], counts: (rule: Rule) => boolean): Sides {
  const normal = (rule: Rule): boolean => rule.step.kind !== "recover" && counts(rule);
  return { signInOnly: closure(graph, held, normal), withRecovery: closure(graph, held, counts) };
}

function ownerOutcome(account: Account, { signInOnly, withRecovery }: Sides): OwnerOutcome {
  if (signInOnly.has(`account:${account.id}`)) return "signed-in";
  return withRecovery.has(`account:${account.id}`) ? "recoverable" : "locked-out";
}

function actionsOf(account: Account, facts: ReadonlySet<Fact>): readonly string[] {
  return account.protectedActions.map(({ id }) => id).filter((id) => facts.has(`action:${account.id}/${id}`));
}

// The verdicts of a scenario by proof: closures before the event, after it, and after the attacker's worst changes.
import { conditionsOf, ownerHoldings } from "../model/holdings.ts";
import type { Opening } from "../model/scenario.ts";
import type { Account, Setup } from "../model/setup.ts";
import type { OwnerOutcome, Verdict } from "../model/verdict.ts";
import { closure } from "./closure.ts";
import type { RuleFilter } from "./closure.ts";
import { cheapestDerivation, stepsTo, waitingTime } from "./derivation.ts";
import { effectiveFactors } from "./effective-factors.ts";
import type { AccessGraph, Fact } from "./graph.ts";
import { actionsOf, positions } from "./positions.ts";

/** Both answers for every account of the setup that is modelled. */
export function verdictsOf(setup: Setup, opening: Opening): readonly Verdict[] {
  const { attacker, owner } = positions(setup, opening);
  const graph = owner.graph;
  const all = closure(graph, [...ownerHoldings(setup), ...conditionsOf(setup)]);
  const before = sidesOf(graph, owner.held, owner.countsBefore);
  const after = sidesOf(graph, owner.heldAfter, owner.counts);
  const derivation = cheapestDerivation(graph, owner.heldAfter, owner.counts);

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
        obtained: account.protectedActions
          .map(({ id }) => id)
          .filter((action) => attacker.obtained.has(`${account.id}/${action}`)),
        blocked: actionsOf(account, all).filter(
          (action) => !after.withRecovery.has(`action:${account.id}/${action}`),
        ),
        effectiveFactors: effectiveFactors(setup, account.id),
      };
    });
}

interface Sides {
  readonly signInOnly: ReadonlySet<Fact>;
  readonly withRecovery: ReadonlySet<Fact>;
}

function sidesOf(graph: AccessGraph, held: readonly Fact[], counts: RuleFilter): Sides {
  const normal: RuleFilter = (rule) => rule.step.kind !== "recover" && counts(rule);
  return { signInOnly: closure(graph, held, normal), withRecovery: closure(graph, held, counts) };
}

function ownerOutcome(account: Account, { signInOnly, withRecovery }: Sides): OwnerOutcome {
  if (signInOnly.has(`account:${account.id}`)) return "signed-in";
  return withRecovery.has(`account:${account.id}`) ? "recoverable" : "locked-out";
}

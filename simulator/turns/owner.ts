// The owner's turn: everywhere the ordinary way in, then whatever is left.
import { cheapestDerivation } from "../analysis/derivation.ts";
import { planAccess } from "../analysis/plan.ts";
import type { Positions } from "../analysis/positions.ts";
import type { Move } from "../model/move.ts";
import type { Opening } from "../model/scenario.ts";
import type { Account } from "../model/setup.ts";
import { everyRoute, ordinaryWays, tryRoute, turnOf } from "./turn.ts";

/** The owner's moves at the accounts that are told. */
export function ownersTurn(
  opening: Opening,
  { owner }: Positions,
  accounts: readonly Account[],
): readonly Move[] {
  const { graph, heldAfter: held, counts } = owner;
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

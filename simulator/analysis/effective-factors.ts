// Effective factors: how many independent things a stranger has to get hold of. The headline of the project.
import type { Holding } from "../model/holdings.ts";
import type { Setup } from "../model/setup.ts";
import { attackSets, weightOf, weightOfSet } from "./minimal-sets.ts";
import type { HoldingSets } from "./minimal-sets.ts";

/** The size of the smallest set of independent base holdings that lets a stranger in; null where none does. */
export function effectiveFactors(setup: Setup, account: string): number | null {
  return least(attackSets(setup, account).sets.map(weightOfSet));
}

/** The same for somebody who already has `held`: how many are still left. */
export function factorsLeft(attack: HoldingSets, held: ReadonlySet<Holding>): number | null {
  return least(
    attack.sets.map((set) =>
      set.reduce((sum, holding) => sum + (held.has(holding) ? 0 : weightOf(holding)), 0),
    ),
  );
}

function least(numbers: readonly number[]): number | null {
  return numbers.length === 0 ? null : Math.min(...numbers);
}

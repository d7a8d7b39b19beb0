// What all failures have in common: something happens without an attacker, and something is gone or works no longer.
import { conditionsOf, ownerHoldings } from "../model/holdings.ts";
import type { BaseHolding, Condition } from "../model/holdings.ts";
import type { Move } from "../model/move.ts";
import { nothingHappens } from "../model/scenario.ts";
import type { Opening } from "../model/scenario.ts";
import type { Setup } from "../model/setup.ts";

const minute = 60_000;

/** What a failure strikes, what is played, and what it takes. */
export interface Failure extends Pick<Opening, "lasts" | "where"> {
  readonly target: string;
  readonly moves: readonly Move[];
  /** What was not there before cannot be lost; it may be named all the same. */
  readonly losses: readonly (BaseHolding | Condition)[];
}

/** The opening of a failure; nothing happens where there is nothing to play. */
export function failure(setup: Setup, { target, moves, losses, ...rest }: Failure): Opening {
  const [first, ...others] = moves;
  if (first === undefined) return nothingHappens(false);
  const there = new Set<BaseHolding | Condition>([...ownerHoldings(setup), ...conditionsOf(setup)]);
  return {
    ...rest,
    target,
    attacked: false,
    // A quiet moment before, so that a play shows the setup as it was.
    moves: [{ ...first, after: 2 * minute }, ...others],
    closing: [],
    knows: [],
    gains: [],
    losses: [...new Set(losses)].filter((loss) => there.has(loss)),
  };
}

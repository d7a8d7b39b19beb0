// What a response file declares: something that the owner can do about an attack or a failure while it goes on.
import type { BaseHolding, Condition, Holding } from "./holdings.ts";
import type { Move } from "./move.ts";
import type { Opening } from "./scenario.ts";
import type { Setup } from "./setup.ts";
import type { SourceId } from "./sources.ts";

/** One thing done as part of a response. */
export interface ResponseStep {
  /** The account that the owner must be able to get into for it; the step is left out where that is out of reach. */
  readonly inside?: string;
  readonly moves: readonly Move[];
  /** What the owner has again, and what works again. */
  readonly restores: readonly (BaseHolding | Condition)[];
  /** What the attacker no longer has. */
  readonly revokes: readonly Holding[];
  /** What no longer works for anybody. */
  readonly stops: readonly Condition[];
}

/** A response applied to a setup in which a scenario has opened. */
export interface ResponseOpening {
  /** Milliseconds that it takes the owner. An estimate for the play, unless a source is named. */
  readonly takes: number;
  readonly steps: readonly ResponseStep[];
}

/** Something that the owner can do about a scenario. Its words live in the language folders under the same id. */
export interface Response<Id extends string = string> {
  readonly id: Id;
  readonly sources: readonly SourceId[];
  /** What it does here; undefined where it is no answer to what happened. */
  readonly open: (setup: Setup, opening: Opening) => ResponseOpening | undefined;
}

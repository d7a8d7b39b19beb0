// What a scenario file declares: an attack or a failure, as data and one function.
import type { Holding } from "./holdings.ts";
import type { Move } from "./move.ts";
import type { Setup } from "./setup.ts";
import type { SourceId } from "./sources.ts";

/** Who can do it: anybody in bulk, somebody remote who picked this victim, or somebody with access to the phone network. */
export type AttackerClass = "bulk-remote" | "targeted-remote" | "operator-level";

/** One way in which the mechanism of a scenario happens. */
export interface ScenarioVariant {
  readonly id: string;
  readonly sources: readonly SourceId[];
}

/** A scenario applied to one setup: what is played, and what it takes and gives in the abstraction that analysis uses. */
export interface Opening {
  /** The number or device it strikes; absent when the setup has none, so that nothing happens. */
  readonly target?: string;
  /** Played first. */
  readonly moves: readonly Move[];
  /** Played after the attacker has done everything; what undoes a passing event. */
  readonly closing: readonly Move[];
  /** Whether there is an attacker at all; a failure has none. */
  readonly attacked: boolean;
  /** Passwords that the attacker has from before. */
  readonly knows: readonly Holding[];
  /** What the attacker holds from then on, `knows` included. */
  readonly gains: readonly Holding[];
  /** What the owner no longer has when everything is over. */
  readonly losses: readonly Holding[];
}

/** An attack or a failure. Its words live in the language folders under the same id. */
export interface Scenario<Id extends string = string, VariantId extends string = string> {
  readonly id: Id;
  readonly kind: "attack" | "failure";
  /** Absent for failures. */
  readonly attacker?: AttackerClass;
  /** The first is the one that is meant when none is named. */
  readonly variants: readonly (ScenarioVariant & { readonly id: VariantId })[];
  readonly sources: readonly SourceId[];
  /** Strikes `target`, or the first number or phone of the setup. */
  readonly open: (setup: Setup, variant: VariantId, target?: string) => Opening;
}

// What a scenario file declares: an attack or a failure, as data and one function.
import type { Advantage, BaseHolding, Condition, Holding } from "./holdings.ts";
import type { Move } from "./move.ts";
import type { RecoveryRoute, Setup } from "./setup.ts";
import type { SourceId } from "./sources.ts";

/**
 * Who can do it: anybody in bulk, somebody remote who picked this victim, a thief or somebody else nearby, somebody who
 * works where the victim is a customer, or somebody with access to the phone network.
 */
export type AttackerClass = "bulk-remote" | "targeted-remote" | "thief-nearby" | "insider" | "operator-level";

/** Whether every victim costs the attacker work anew, or one effort serves against many. */
export type Effort = "per-victim" | "bulk";

/** One way in which the mechanism of a scenario happens. */
export interface ScenarioVariant {
  readonly id: string;
  /** Absent where the scenario's own attacker does it. */
  readonly attacker?: AttackerClass;
  /** Absent where the scenario's own effort holds. */
  readonly effort?: Effort;
  readonly sources: readonly SourceId[];
}

/** A scenario applied to one setup: what is played, and what it takes and gives in the abstraction that analysis uses. */
export interface Opening {
  /** What it strikes: a number, device, thing or account; absent when the setup has none, so that nothing happens. */
  readonly target?: string;
  /** Played first. */
  readonly moves: readonly Move[];
  /** Played after the attacker has done everything; what undoes a passing event. */
  readonly closing: readonly Move[];
  /** Whether there is an attacker at all; a failure has none. */
  readonly attacked: boolean;
  /** What the attacker has from before: passwords, personal data, accounts. */
  readonly knows: readonly Holding[];
  /** What the attacker holds from then on, `knows` included. Of `coax`, what the owner cannot present does not count. */
  readonly gains: readonly Holding[];
  /** What the owner no longer has when everything is over, and what no longer works for anybody. */
  readonly losses: readonly (BaseHolding | Condition)[];
  /** Authenticators, as `account/authenticator`, that the service asks nobody for any more. */
  readonly waives?: readonly string[];
  /** Numbers that have just been moved to another SIM or carrier, so that a service that asks can know it. */
  readonly moved?: readonly string[];
  /** What the attacker makes use of, among what recovery gives; everything where absent. */
  readonly uses?: readonly RecoveryRoute["gives"][];
  /** Accounts at which the owner signs in, before the attacker goes on, while somebody looks on. */
  readonly overlooked?: readonly string[];
  /** Where the owner is while it lasts, if that decides what can be done about it. */
  readonly where?: "at-home" | "in-public" | "in-flight" | "abroad";
  /** What the owner has taken out of accounts while answering, and keeps although those accounts are shut. */
  readonly keeps?: readonly Advantage[];
  /** Milliseconds after which it is over without anybody doing anything; absent where it is not over by itself. */
  readonly lasts?: number;
}

/** An opening in which nothing happens, because there is nothing to strike. */
export function nothingHappens(attacked: boolean, knows: readonly Holding[] = []): Opening {
  return { attacked, moves: [], closing: [], knows, gains: knows, losses: [] };
}

/** An attack or a failure. Its words live in the language folders under the same id. */
export interface Scenario<Id extends string = string, VariantId extends string = string> {
  readonly id: Id;
  readonly kind: "attack" | "failure";
  /** Absent for failures. */
  readonly attacker?: AttackerClass;
  /** Absent for failures. */
  readonly effort?: Effort;
  /** What it strikes; a target of this kind can be named. */
  readonly strikes: "number" | "device" | "thing" | "account" | "everything";
  /** The first is the one that is meant when none is named. */
  readonly variants: readonly (ScenarioVariant & { readonly id: VariantId })[];
  readonly sources: readonly SourceId[];
  /** Strikes `target`, or what it would strike first in this setup. */
  readonly open: (setup: Setup, variant: VariantId, target?: string) => Opening;
}

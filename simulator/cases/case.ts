// What every case file declares: something that happened, as a small setup and a scenario that must end as published.
import type { SetupInput } from "../model/setup.ts";
import type { SourceId } from "../model/sources.ts";
import type { AttackerOutcome, OwnerOutcome } from "../model/verdict.ts";
import type { ScenarioRef } from "../scenarios/index.ts";

/** How it ended for one account, as published. What nothing was published about is left out. */
export interface PublishedOutcome {
  readonly attacker?: AttackerOutcome;
  readonly owner?: OwnerOutcome;
  /** Protected actions that the attacker carried out. */
  readonly obtained?: readonly string[];
}

/**
 * An incident that can be replayed. The setup holds what the sources say that it turned on, and nothing about a named
 * company beyond that; its services have neutral titles. Its words live in the language folders under the same id.
 */
export interface Case<Id extends string = string> {
  readonly id: Id;
  /** Year, year-month or year-month-day. */
  readonly date: string;
  readonly sources: readonly SourceId[];
  readonly setup: SetupInput;
  readonly scenario: ScenarioRef;
  /** By account; each has its sentence among the words. */
  readonly outcome: Readonly<Record<string, PublishedOutcome>>;
}

// One cell of the table of setups and scenarios, as it was reasoned by hand before anything was run.
import type { AttackerOutcome, OwnerOutcome } from "../../../simulator/model/verdict.ts";

/** Protected actions of the account, by id; a key that is left out makes no claim. */
interface Actions {
  readonly obtained?: readonly string[];
  readonly blocked?: readonly string[];
}

/** What comes out for one account, and why, in words that a lay reader can follow. */
export interface Reasoned extends Actions {
  readonly attacker: AttackerOutcome;
  /** After the event and after the worst lasting changes that the attacker can make. */
  readonly owner: OwnerOutcome;
  readonly because: string;
}

/** The same with its place in the table. */
export interface ReasonedCell extends Reasoned {
  /** `id/variant`. */
  readonly scenario: string;
  /** What the scenario strikes, where that is not what it would strike by itself. */
  readonly target?: string;
  readonly account: string;
}

/** The cells of one scenario, by account. */
export function under(
  scenario: string,
  rows: Readonly<Record<string, Reasoned>>,
  target?: string,
): readonly ReasonedCell[] {
  return Object.entries(rows).map(([account, row]) => ({
    scenario,
    ...(target === undefined ? {} : { target }),
    account,
    ...row,
  }));
}

/** Nobody else gets in. */
export function safe(owner: OwnerOutcome, because: string, actions: Actions = {}): Reasoned {
  return { attacker: "safe", owner, because, ...actions };
}

/** Somebody else gets in. */
export function taken(owner: OwnerOutcome, because: string, actions: Actions = {}): Reasoned {
  return { attacker: "taken-over", owner, because, ...actions };
}

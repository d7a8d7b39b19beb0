// Looking on: the owner signs in under somebody's eyes, as on any day, and the attacker follows at once.
import type { RuleFilter } from "../analysis/closure.ts";
import { cheapestDerivation } from "../analysis/derivation.ts";
import type { Fact } from "../analysis/graph.ts";
import type { Positions } from "../analysis/positions.ts";
import { factorOf } from "../factors/index.ts";
import { totpStepSeconds } from "../model/clock-drift.ts";
import { accountById, authenticatorById } from "../model/find.ts";
import type { Move } from "../model/move.ts";
import type { Opening } from "../model/scenario.ts";
import type { Setup } from "../model/setup.ts";
import { tryRoute, turnOf } from "./turn.ts";

/** An account at which the owner signs in while somebody looks on. */
export interface Watched {
  readonly id: string;
  readonly moves: readonly Move[];
}

/** The owner's sign-ins that are watched, by the first route of each account. */
export function watchedSignIns(setup: Setup, opening: Opening, { owner }: Positions): readonly Watched[] {
  if (opening.overlooked === undefined) return [];
  const { graph, countsBefore } = owner;
  // What is taken along is not there before it has been fetched.
  const kept = new Set<Fact>(opening.keeps);
  const held = owner.held.filter((fact) => !kept.has(fact));
  const counts: RuleFilter = (rule) => rule.step.kind !== "recover" && countsBefore(rule);
  const reach = cheapestDerivation(graph, held, counts);
  const turn = turnOf(opening, "owner", { graph, reach, counts });
  return opening.overlooked.map((id) => ({
    id,
    moves: tryRoute(turn, accountById(setup, id), "sign-in", 0, true),
  }));
}

// The length of a time step, in milliseconds.
const step = totpStepSeconds * 1_000;

/**
 * The same moves with every code by time typed at the beginning of its time step, so that somebody who is quick can
 * still use it. Without that, whether a replay works would hang on the second at which the owner happens to sign in.
 */
export function atTheBeginningOfSteps(setup: Setup, moves: readonly Move[]): readonly Move[] {
  let now = 0;
  return moves.map((move) => {
    now += move.after ?? 0;
    if (move.actor !== "owner" || move.do !== "present") return move;
    const authenticator = authenticatorById(accountById(setup, move.account), move.authenticator);
    const wait = factorOf(authenticator).verifier === "totp" ? (step - (now % step)) % step : 0;
    now += wait;
    return wait === 0 ? move : { ...move, after: (move.after ?? 0) + wait };
  });
}

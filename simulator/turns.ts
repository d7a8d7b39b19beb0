// Turns: what both sides do in a scenario, as moves. The attacker goes through every account in reach and spoils it,
// the owner tries to get in everywhere.
import { positions } from "./analysis/positions.ts";
import type { Move } from "./model/move.ts";
import type { Opening } from "./model/scenario.ts";
import type { Account, Setup } from "./model/setup.ts";
import { attackersTurn } from "./turns/attacker.ts";
import { atTheBeginningOfSteps, watchedSignIns } from "./turns/looking-on.ts";
import { ownersTurn } from "./turns/owner.ts";

/** The moves of a scenario's play, without executing them. */
export function movesOf(setup: Setup, opening: Opening, accounts: readonly Account[]): readonly Move[] {
  const where = positions(setup, opening);
  const watched = watchedSignIns(setup, opening, where);
  const moves = [...opening.moves, ...attackersTurn(opening, where, accounts, watched)];
  return [
    ...(watched.length === 0 ? moves : atTheBeginningOfSteps(setup, moves)),
    ...opening.closing,
    ...ownersTurn(opening, where, accounts),
  ];
}

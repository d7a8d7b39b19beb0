// The story of a scenario: opening, the attacker's way through every account, lasting changes, and the owner's attempts,
// all executed on the statecharts.
import { attackSets } from "./analysis/minimal-sets.ts";
import { verdictsOf } from "./analysis/verdicts.ts";
import { initialWorld, play, worldsOf } from "./machines/world.ts";
import type { World } from "./machines/world.ts";
import type { Move } from "./model/move.ts";
import type { Setup } from "./model/setup.ts";
import type { TrailEntry } from "./model/trail.ts";
import type { Verdict } from "./model/verdict.ts";
import { sceneOf } from "./scene.ts";
import type { AttackSetsByAccount, Scene } from "./scene.ts";
import { openingOf } from "./opening.ts";
import { variantOf } from "./scenarios/index.ts";
import type { ScenarioRef } from "./scenarios/index.ts";
import { movesOf } from "./turns.ts";

/** One entry of the trail, the move that caused it, and how everything stands after that move. */
export interface StoryStep {
  readonly entry: TrailEntry;
  /** The index of the move. */
  readonly move: number;
  /** Built when it is first asked for: most stories are read, not looked at. */
  readonly scene: Scene;
}

/** A whole play of a scenario against a setup. */
export interface Story {
  readonly setup: Setup;
  readonly scenario: ScenarioRef;
  readonly moves: readonly Move[];
  /** How everything stands before the first step. */
  readonly before: Scene;
  readonly steps: readonly StoryStep[];
  readonly verdicts: readonly Verdict[];
  /** The statecharts after the last move. */
  readonly end: World;
}

/** Plays a scenario over all accounts of a setup, or over one and what leads to it. */
export function story(setup: Setup, ref: ScenarioRef, options: { readonly account?: string } = {}): Story {
  const opening = openingOf(setup, ref);
  const accounts = setup.accounts.filter(
    ({ id, modelled }) => modelled && (options.account === undefined || options.account === id),
  );
  const told = new Set(accounts.map(({ id }) => id));
  const moves = movesOf(setup, opening, accounts);
  const first = initialWorld(setup, { attackerHolds: opening.knows });
  const { end, origins } = play(first, moves);
  const sceneAfter = scenesOf(first, moves);

  return {
    setup,
    scenario: { ...ref, variant: variantOf(ref) },
    moves,
    get before() {
      return sceneAfter(-1);
    },
    steps: end.trail.map((entry, index) => {
      const move = origins[index] ?? 0;
      return {
        entry,
        move,
        get scene() {
          return sceneAfter(move);
        },
      };
    }),
    verdicts: verdictsOf(setup, opening).filter(({ account }) => told.has(account)),
    end,
  };
}

/** The scene after each move (-1: before the first), from worlds that are stepped through once, when one is wanted. */
function scenesOf(first: World, moves: readonly Move[]): (move: number) => Scene {
  const scenes = new Map<number, Scene>();
  let worlds: readonly World[] | undefined;
  return (move) => {
    const known = scenes.get(move);
    if (known !== undefined) return known;
    worlds ??= worldsOf(first, moves);
    const scene = sceneOf(worlds[move + 1] ?? first, attackSetsOf(first.setup));
    scenes.set(move, scene);
    return scene;
  };
}

function attackSetsOf(setup: Setup): AttackSetsByAccount {
  return new Map(
    setup.accounts.filter(({ modelled }) => modelled).map(({ id }) => [id, attackSets(setup, id)] as const),
  );
}

// How attackers get at what is sent to a number: what is played, and what it takes and gives. Several attacks begin so.
import { redirectSucceeds, simSwapSucceeds } from "../model/carrier-policy.ts";
import { devicesAnswering } from "../model/holdings.ts";
import type { BaseHolding, Holding } from "../model/holdings.ts";
import type { Move, SimSwapApproach } from "../model/move.ts";
import type { Opening } from "../model/scenario.ts";
import type { PhoneNumber, Setup } from "../model/setup.ts";
import { personalData } from "./knowledge.ts";

/** Milliseconds in a minute. */
export const minute = 60_000;

/** The part of an opening that getting at a number makes up. */
export type Means = Pick<Opening, "moves" | "closing" | "gains" | "losses" | "moved">;

/** What comes of a move that takes the number itself, if it succeeds: the owner's SIM no longer answers it. */
export function takingOver(setup: Setup, number: PhoneNumber, move: Move, succeeds: boolean): Means {
  if (!succeeds) return { moves: [move], closing: [], gains: [], losses: [] };
  const held: BaseHolding = `number:${number.id}`;
  return {
    moves: [move],
    closing: [],
    gains: [held],
    losses: devicesAnswering(setup, number.id).length > 0 ? [held] : [],
    moved: [number.id],
  };
}

/** What a caller tells the carrier, so that it moves a number; the caller has it for other places, too. */
export function knownToCaller(approach: SimSwapApproach): readonly Holding[] {
  return approach === "phone-call" ? personalData : [];
}

/** Having the carrier move the number to another SIM. */
export function simSwapMeans(setup: Setup, number: PhoneNumber, approach: SimSwapApproach): Means {
  const swap: Move = { actor: "attacker", do: "swap-sim", number: number.id, approach, after: 2 * minute };
  return takingOver(setup, number, swap, simSwapSucceeds(number, approach));
}

/** Having the number's texts and calls delivered elsewhere from inside the phone network, for a while. */
export function signallingMeans(number: PhoneNumber): Means {
  const redirected = redirectSucceeds(number);
  return {
    moves: [{ actor: "attacker", do: "redirect-texts", number: number.id, after: 2 * minute }],
    closing: redirected ? [{ actor: "attacker", do: "end-redirect", number: number.id, after: minute }] : [],
    gains: redirected ? [`interception:${number.id}`, `calls:${number.id}`] : [],
    losses: [],
  };
}

/** The opening of an attack on a number. */
export function onNumber(number: PhoneNumber, knows: readonly Holding[], means: Means): Opening {
  return { target: number.id, attacked: true, knows, ...means, gains: [...knows, ...means.gains] };
}

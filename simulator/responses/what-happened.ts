// What an opening has done to numbers and devices, as far as somebody who responds has to know it.
import type { Condition, Holding } from "../model/holdings.ts";
import { isCondition } from "../model/holdings.ts";
import type { Move } from "../model/move.ts";
import type { Opening } from "../model/scenario.ts";

/** The numbers that moves of these kinds were about, each once. */
export function numbersStruck({ moves }: Opening, ...kinds: readonly Move["do"][]): readonly string[] {
  return [
    ...new Set(moves.flatMap((move) => (kinds.includes(move.do) && "number" in move ? [move.number] : []))),
  ];
}

/** The devices that moves of these kinds were about, each once. */
export function devicesStruck({ moves }: Opening, ...kinds: readonly Move["do"][]): readonly string[] {
  return [
    ...new Set(moves.flatMap((move) => (kinds.includes(move.do) && "device" in move ? [move.device] : []))),
  ];
}

/** The devices that the owner does not have any more. */
export function devicesGone({ losses }: Opening): readonly string[] {
  return losses.filter((loss) => loss.startsWith("device:")).map((loss) => loss.slice("device:".length));
}

/** Whether the attacker has it from the event. */
export function isGained({ gains }: Opening, holding: Holding): boolean {
  return gains.includes(holding);
}

/** The texts and calls to a number that have been stopped. */
export function stoppedAt({ losses }: Opening, number: string): readonly Condition[] {
  return losses
    .filter(isCondition)
    .filter((condition) => condition === `ringing:${number}` || condition.startsWith(`delivery:${number}/`));
}

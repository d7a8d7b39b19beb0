// A number that comes back to the owner: what that gives, takes and ends, however it had gone.
import { devicesAnswering } from "../model/holdings.ts";
import type { BaseHolding, Condition, Holding } from "../model/holdings.ts";
import type { ResponseStep } from "../model/response.ts";
import type { Opening } from "../model/scenario.ts";
import type { Setup } from "../model/setup.ts";
import { devicesGone, isGained, stoppedAt } from "./what-happened.ts";

/** The carrier gives the number to a SIM in the owner's hand; SIMs in devices that are gone are dead from then on. */
export function numberBack(setup: Setup, opening: Opening, number: string): ResponseStep {
  const restored: readonly BaseHolding[] = [`number:${number}`];
  const taken: readonly Holding[] = [`number:${number}`, `interception:${number}`, `calls:${number}`];
  const gone = devicesGone(opening);
  return {
    moves: [{ actor: "carrier", do: "return-number", number }],
    restores: [
      ...restored.filter((holding) => opening.losses.includes(holding)),
      ...stoppedAt(opening, number),
    ],
    revokes: taken.filter((holding) => isGained(opening, holding)),
    stops: devicesAnswering(setup, number)
      .filter(({ id }) => gone.includes(id))
      .map(({ id }): Condition => `line:${number}/${id}`),
  };
}

// SIM swap: the carrier moves the victim's number to a SIM that the attacker holds.
import { simSwapSucceeds } from "../model/carrier-policy.ts";
import type { SimSwapApproach } from "../model/move.ts";
import type { Scenario } from "../model/scenario.ts";
import { memorisedPasswords } from "./knowledge.ts";
import { targetNumber } from "./targets.ts";

const minute = 60_000;

export const simSwap: Scenario<"sim-swap", "phone-call" | "insider" | "with-passwords"> = {
  id: "sim-swap",
  kind: "attack",
  attacker: "targeted-remote",
  variants: [
    { id: "phone-call", sources: ["princeton-2020"] },
    { id: "insider", sources: ["nanog"] },
    { id: "with-passwords", sources: ["princeton-2020", "nanog"] },
  ],
  sources: ["princeton-2020", "secgov-2024", "nist-800-63b-4"],
  open: (setup, variant, target) => {
    const number = targetNumber(setup, target);
    const knows = variant === "with-passwords" ? memorisedPasswords(setup) : [];
    if (number === undefined)
      return { attacked: true, moves: [], closing: [], knows, gains: knows, losses: [] };
    const approach: SimSwapApproach = variant === "insider" ? "insider" : "phone-call";
    const moved = simSwapSucceeds(number, approach);
    return {
      target: number.id,
      attacked: true,
      moves: [{ actor: "attacker", do: "swap-sim", number: number.id, approach, after: 2 * minute }],
      closing: [],
      knows,
      gains: moved ? [...knows, `number:${number.id}`] : knows,
      losses: moved ? [`number:${number.id}`] : [],
    };
  },
};

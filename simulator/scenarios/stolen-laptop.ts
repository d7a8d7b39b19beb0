// Stolen laptop: a computer or a tablet is gone, perhaps one that shows the texts of a phone.
import type { Move } from "../model/move.ts";
import type { BaseHolding } from "../model/holdings.ts";
import { nothingHappens } from "../model/scenario.ts";
import type { Scenario } from "../model/scenario.ts";
import { goneWithDevice, thingsKeptWith } from "./carried.ts";
import { minute } from "./means.ts";
import { targetLaptop } from "./targets.ts";

export const stolenLaptop: Scenario<"stolen-laptop", "locked" | "unlocked"> = {
  id: "stolen-laptop",
  kind: "attack",
  attacker: "thief-nearby",
  effort: "per-victim",
  strikes: "device",
  variants: [
    { id: "locked", sources: ["uaag-2019"] },
    { id: "unlocked", sources: ["tidbits", "uaag-2019"] },
  ],
  sources: ["tidbits", "uaag-2019"],
  open: (setup, variant, target) => {
    const laptop = targetLaptop(setup, target);
    if (laptop === undefined) return nothingHappens(true);
    const take: Move = { actor: "attacker", do: "take-device", device: laptop.id, after: 2 * minute };
    const open: Move = { actor: "attacker", do: "find-unlocked", device: laptop.id, after: minute };
    const unlock: readonly BaseHolding[] = variant === "unlocked" ? [`unlock:${laptop.id}`] : [];
    return {
      target: laptop.id,
      attacked: true,
      moves: variant === "unlocked" ? [open, take] : [take],
      closing: [],
      knows: [],
      gains: [`device:${laptop.id}`, ...thingsKeptWith(setup, laptop), ...unlock],
      losses: goneWithDevice(setup, laptop),
    };
  },
};

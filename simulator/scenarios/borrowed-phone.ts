// Borrowed phone: somebody nearby has the unlocked phone for a few minutes and gives it back.
import { nothingHappens } from "../model/scenario.ts";
import type { Scenario } from "../model/scenario.ts";
import { thingsKeptWith } from "./carried.ts";
import { minute } from "./means.ts";
import { targetPhone } from "./targets.ts";

export const borrowedPhone: Scenario<"borrowed-phone", "unlocked"> = {
  id: "borrowed-phone",
  kind: "attack",
  attacker: "thief-nearby",
  effort: "per-victim",
  strikes: "device",
  variants: [{ id: "unlocked", sources: ["tactics-2023"] }],
  sources: ["tactics-2023", "attack-t1461"],
  open: (setup, _variant, target) => {
    const phone = targetPhone(setup, target);
    if (phone === undefined) return nothingHappens(true);
    return {
      target: phone.id,
      attacked: true,
      moves: [
        { actor: "attacker", do: "find-unlocked", device: phone.id, after: 2 * minute },
        { actor: "attacker", do: "take-device", device: phone.id, after: minute },
      ],
      closing: [{ actor: "attacker", do: "return-device", device: phone.id, after: 5 * minute }],
      knows: [],
      // What is kept with the phone goes with it, and comes back with it.
      gains: [`device:${phone.id}`, ...thingsKeptWith(setup, phone), `unlock:${phone.id}`],
      losses: [],
    };
  },
};

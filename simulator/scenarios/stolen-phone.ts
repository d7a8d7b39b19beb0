// Stolen phone: somebody has it in the hand, locked or open, with what is carried with it and the SIM in it.
import type { BaseHolding } from "../model/holdings.ts";
import type { Move } from "../model/move.ts";
import { nothingHappens } from "../model/scenario.ts";
import type { Scenario } from "../model/scenario.ts";
import type { Device, Setup } from "../model/setup.ts";
import { goneWithDevice, thingsKeptWith } from "./carried.ts";
import { minute } from "./means.ts";
import { targetPhone } from "./targets.ts";

type Variant = "locked" | "sim-moved" | "passcode-watched" | "unlocked";

export const stolenPhone: Scenario<"stolen-phone", Variant> = {
  id: "stolen-phone",
  kind: "attack",
  attacker: "thief-nearby",
  effort: "per-victim",
  strikes: "device",
  variants: [
    { id: "locked", sources: ["nist-800-63b-4", "owasp-mfa"] },
    { id: "sim-moved", sources: ["tactics-2023"] },
    { id: "passcode-watched", sources: ["passcode-thieves-2023"] },
    { id: "unlocked", sources: ["attack-t1461"] },
  ],
  sources: ["passcode-thieves-2023", "tactics-2023", "authy"],
  open: (setup, variant, target) => {
    const phone = targetPhone(setup, target);
    if (phone === undefined) return nothingHappens(true);
    return {
      target: phone.id,
      attacked: true,
      moves: movesOf(phone, variant),
      closing: [],
      knows: [],
      gains: [`device:${phone.id}`, ...thingsKeptWith(setup, phone), ...moreOf(setup, phone, variant)],
      losses: goneWithDevice(setup, phone),
    };
  },
};

function movesOf({ id }: Device, variant: Variant): readonly Move[] {
  const take: Move = { actor: "attacker", do: "take-device", device: id, after: 2 * minute };
  switch (variant) {
    case "locked":
      return [take];
    case "sim-moved":
      return [take, { actor: "attacker", do: "move-sims", device: id, after: 5 * minute }];
    case "passcode-watched":
      return [{ actor: "attacker", do: "learn-passcode", device: id, after: minute }, take];
    case "unlocked":
      return [{ actor: "attacker", do: "find-unlocked", device: id, after: minute }, take];
  }
}

function moreOf(setup: Setup, phone: Device, variant: Variant): readonly BaseHolding[] {
  switch (variant) {
    case "locked":
      return [];
    case "sim-moved":
      return setup.numbers
        .filter(({ id, simPin }) => phone.sims.includes(id) && !simPin)
        .map(({ id }): BaseHolding => `number:${id}`);
    case "passcode-watched":
      // The code of the lock also confirms the passkeys on the phone.
      return [`unlock:${phone.id}`, `activation:device/${phone.id}`];
    case "unlocked":
      return [`unlock:${phone.id}`];
  }
}

// Lost phone: it is gone, with its SIM, its apps and what was carried with it; nobody finds it.
import { nothingHappens } from "../model/scenario.ts";
import type { Scenario } from "../model/scenario.ts";
import { goneWithDevice } from "./carried.ts";
import { targetPhone } from "./targets.ts";

const minute = 60_000;

export const lostPhone: Scenario<"lost-phone", "not-found"> = {
  id: "lost-phone",
  kind: "failure",
  strikes: "device",
  variants: [{ id: "not-found", sources: ["google-2019"] }],
  sources: ["google-2019", "uaag-2019"],
  open: (setup, _variant, target) => {
    const phone = targetPhone(setup, target);
    if (phone === undefined) return nothingHappens(false);
    return {
      target: phone.id,
      attacked: false,
      moves: [{ actor: "chance", do: "lose-device", device: phone.id, after: 2 * minute }],
      closing: [],
      knows: [],
      gains: [],
      losses: goneWithDevice(setup, phone),
    };
  },
};

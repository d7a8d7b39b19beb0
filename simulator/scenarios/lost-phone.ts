// Lost phone: it is gone, with its SIM, its apps and what was carried with it; nobody finds it.
import type { Holding } from "../model/holdings.ts";
import type { Scenario } from "../model/scenario.ts";
import { targetPhone } from "./targets.ts";

const minute = 60_000;

export const lostPhone: Scenario<"lost-phone", "not-found"> = {
  id: "lost-phone",
  kind: "failure",
  variants: [{ id: "not-found", sources: ["google-2019"] }],
  sources: ["google-2019", "uaag-2019"],
  open: (setup, _variant, target) => {
    const phone = targetPhone(setup, target);
    if (phone === undefined)
      return { attacked: false, moves: [], closing: [], knows: [], gains: [], losses: [] };
    const losses: Holding[] = [
      `device:${phone.id}`,
      ...phone.sims.map((number): Holding => `number:${number}`),
      ...setup.things.flatMap(({ id, keptWith }): Holding[] =>
        keptWith === phone.id ? [`thing:${id}`] : [],
      ),
    ];
    return {
      target: phone.id,
      attacked: false,
      moves: [{ actor: "chance", do: "lose-device", device: phone.id, after: 2 * minute }],
      closing: [],
      knows: [],
      gains: [],
      losses,
    };
  },
};

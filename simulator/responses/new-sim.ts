// New SIM: the carrier sends one for another phone, or a new one, and the SIM in the phone that is gone is dead.
import { numberById } from "../model/find.ts";
import type { Response } from "../model/response.ts";
import { numberBack } from "./number-back.ts";
import { devicesStruck } from "./what-happened.ts";

/** An estimate: a SIM by post, or the way to a shop. */
const takes = 2 * 24 * 60 * 60_000;

export const newSim: Response<"new-sim"> = {
  id: "new-sim",
  sources: ["id-mobile-lost"],
  open: (setup, opening) => {
    const struck = devicesStruck(opening, "lose-device", "take-device", "break-device");
    const numbers = setup.devices
      .filter(({ id }) => struck.includes(id))
      .flatMap(({ sims }) => sims)
      .filter((number) => opening.losses.includes(`number:${number}`))
      .filter((number) => numberById(setup, number).line === "mobile");
    if (numbers.length === 0) return undefined;
    return { takes, steps: numbers.map((number) => numberBack(setup, opening, number)) };
  },
};

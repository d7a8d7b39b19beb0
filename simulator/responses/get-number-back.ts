// Get the number back: the carrier undoes a change that it has made for somebody else.
import { devicesAnswering } from "../model/holdings.ts";
import type { Response } from "../model/response.ts";
import type { Opening } from "../model/scenario.ts";
import type { Setup } from "../model/setup.ts";
import { spareDevice } from "../model/spare-device.ts";
import { numberBack } from "./number-back.ts";
import { devicesGone, devicesStruck, isGained, numbersStruck } from "./what-happened.ts";

/** An estimate: noticing it, reaching somebody at the carrier, proving who one is. */
const takes = 4 * 60 * 60_000;

export const getNumberBack: Response<"get-number-back"> = {
  id: "get-number-back",
  sources: ["fcc-23-95", "sakari-2021"],
  open: (setup, opening) => {
    const numbers = takenNumbers(setup, opening).filter((number) => canAnswer(setup, opening, number));
    if (numbers.length === 0) return undefined;
    return { takes, steps: numbers.map((number) => numberBack(setup, opening, number)) };
  },
};

/** The numbers that the attacker got at the carrier, at another one, at a text service, or with a stolen SIM. */
function takenNumbers(setup: Setup, opening: Opening): readonly string[] {
  const moved = numbersStruck(opening, "swap-sim", "port-out");
  const carriedOff = devicesStruck(opening, "move-sims");
  const inThem = setup.devices.filter(({ id }) => carriedOff.includes(id)).flatMap(({ sims }) => sims);
  return [
    ...new Set([
      ...[...moved, ...inThem].filter((number) => isGained(opening, `number:${number}`)),
      ...numbersStruck(opening, "reroute-texts").filter((number) =>
        isGained(opening, `interception:${number}`),
      ),
    ]),
  ];
}

/** Whether a device that the owner still has can answer it: its own phone, or another one that takes the SIM. */
function canAnswer(setup: Setup, opening: Opening, number: string): boolean {
  const gone = devicesGone(opening);
  return (
    devicesAnswering(setup, number).some(({ id }) => !gone.includes(id)) ||
    spareDevice(setup, gone) !== undefined
  );
}

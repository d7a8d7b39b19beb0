// Erase the device: from the account that can wipe it at a distance; its SIM stays what it was.
import type { Response, ResponseStep } from "../model/response.ts";
import { worksOn } from "./on-device.ts";
import { devicesGone, devicesStruck } from "./what-happened.ts";

/** An estimate: finding a computer, signing in, and the device being online. */
const takes = 30 * 60_000;

export const eraseDevice: Response<"erase-device"> = {
  id: "erase-device",
  sources: ["apple-erase-device", "passcode-thieves-2023"],
  open: (setup, opening) => {
    const gone = devicesGone(opening);
    const struck = devicesStruck(opening, "lose-device", "take-device").filter((id) => gone.includes(id));
    const steps = setup.devices.flatMap(({ id, wipedFrom }): readonly ResponseStep[] =>
      wipedFrom === undefined || !struck.includes(id)
        ? []
        : [
            {
              inside: wipedFrom,
              moves: [{ actor: "chance", do: "wipe-device", device: id }],
              restores: [],
              revokes: [],
              stops: setup.accounts.flatMap((account) => worksOn(account, id)),
            },
          ],
    );
    return steps.length === 0 ? undefined : { takes, steps };
  },
};

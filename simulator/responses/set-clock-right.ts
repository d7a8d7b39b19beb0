// Set the clock right: codes that are computed from it are accepted again.
import type { Response } from "../model/response.ts";
import { devicesStruck } from "./what-happened.ts";

/** An estimate: a setting, once one knows that it is the clock. */
const takes = 5 * 60_000;

export const setClockRight: Response<"set-clock-right"> = {
  id: "set-clock-right",
  sources: ["rfc-6238"],
  open: (_setup, opening) => {
    const devices = devicesStruck(opening, "set-clock");
    if (devices.length === 0) return undefined;
    return {
      takes,
      steps: devices.map((device) => ({
        moves: [{ actor: "chance", do: "set-clock", device, seconds: 0 }],
        restores: opening.losses.filter((loss) => loss.endsWith(`/${device}`)),
        revokes: [],
        stops: [],
      })),
    };
  },
};

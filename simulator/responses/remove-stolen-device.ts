// Remove the device: sign in without it, and take it off the list of every account that knows it.
import type { Response, ResponseStep } from "../model/response.ts";
import { worksOn } from "./on-device.ts";
import { devicesGone, devicesStruck } from "./what-happened.ts";

/** An estimate: finding a computer, and a few minutes in each account. */
const takes = 60 * 60_000;

export const removeStolenDevice: Response<"remove-stolen-device"> = {
  id: "remove-stolen-device",
  sources: ["authy", "nist-800-63b-4"],
  open: (setup, opening) => {
    const gone = devicesGone(opening);
    const devices = devicesStruck(opening, "lose-device", "take-device").filter((id) => gone.includes(id));
    const steps = devices.flatMap((device) =>
      setup.accounts
        .map((account) => ({ account: account.id, stops: worksOn(account, device) }))
        .filter(({ stops }) => stops.length > 0)
        .map(({ account, stops }): ResponseStep => ({
          inside: account,
          moves: [{ actor: "owner", do: "revoke-device", account, device }],
          restores: [],
          revokes: [],
          stops,
        })),
    );
    return steps.length === 0 ? undefined : { takes, steps };
  },
};

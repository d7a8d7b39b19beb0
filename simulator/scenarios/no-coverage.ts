// No coverage: the phone reaches no mobile network; what then still arrives is a matter of Wi-Fi calling.
import type { Move, Reception } from "../model/move.ts";
import { nothingHappens } from "../model/scenario.ts";
import type { Scenario } from "../model/scenario.ts";
import type { Device, PhoneNumber } from "../model/setup.ts";
import { needsDeviceOnline, worksOnDevice } from "./conditions.ts";
import { failure } from "./failure.ts";
import { targetMobileNumber } from "./fallback-targets.ts";
import { missedWith } from "./reception.ts";

/** A long flight; an estimate. */
const flight = 12 * 60 * 60_000;

const whatWifiBrings: Readonly<Record<PhoneNumber["wifiCalling"], Reception>> = {
  none: "nothing",
  "without-short-codes": "no-short-codes",
  full: "everything",
};

export const noCoverage: Scenario<"no-coverage", "at-home" | "public-wifi" | "in-flight"> = {
  id: "no-coverage",
  kind: "failure",
  strikes: "number",
  variants: [
    { id: "at-home", sources: ["tidbits", "cyberalmanac-2025", "brr-sms-mfa"] },
    { id: "public-wifi", sources: ["tidbits"] },
    { id: "in-flight", sources: ["tidbits", "nanog"] },
  ],
  sources: ["tidbits", "cyberalmanac-2025", "brr-sms-mfa"],
  open: (setup, variant, target) => {
    const number = targetMobileNumber(setup, target);
    if (number === undefined) return nothingHappens(false);
    // Wi-Fi calling is for a network that one trusts, not for a public hotspot (a TidBITS reader's advice).
    const reception = variant === "at-home" ? whatWifiBrings[number.wifiCalling] : "nothing";
    const silent: Move = { actor: "carrier", do: "set-reception", number: number.id, reception };
    const missed = missedWith(setup, number.id, reception);
    if (variant !== "in-flight")
      return failure(setup, {
        target: number.id,
        moves: [silent],
        losses: missed,
        where: variant === "at-home" ? "at-home" : "in-public",
      });
    const carried = setup.devices.filter(canBeCarried);
    return failure(setup, {
      target: number.id,
      moves: [
        silent,
        ...carried.map(({ id }): Move => ({ actor: "chance", do: "cut-internet", device: id })),
      ],
      losses: [...missed, ...carried.flatMap(({ id }) => worksOnDevice(setup, id, needsDeviceOnline))],
      where: "in-flight",
      lasts: flight,
    });
  },
};

function canBeCarried({ kind }: Device): boolean {
  return kind !== "landline-phone";
}

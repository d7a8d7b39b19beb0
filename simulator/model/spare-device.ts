// Which other device of the owner's can take over a number at once. Used by the statecharts and by scenarios alike.
import { numberById } from "./find.ts";
import type { Device, Setup } from "./setup.ts";

/**
 * Another device of the owner's that can answer a number when some are gone or broken: a phone into which the SIM fits,
 * or another telephone at the same line.
 */
export function spareDevice(
  setup: Setup,
  number: string,
  unavailable: readonly string[],
): Device | undefined {
  const fits: readonly Device["kind"][] =
    numberById(setup, number).line === "landline" ? ["landline-phone"] : ["smartphone", "feature-phone"];
  return setup.devices.find(({ id, kind }) => !unavailable.includes(id) && fits.includes(kind));
}

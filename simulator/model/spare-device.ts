// Which other phone of the owner's can take a SIM at once. Used by scenarios and responses alike, so that they cannot differ.
import type { Device, Setup } from "./setup.ts";

/** A phone of the owner's into which a SIM fits, when some devices are gone or broken; undefined if there is none. */
export function spareDevice({ devices }: Setup, unavailable: readonly string[]): Device | undefined {
  return devices.find(
    ({ id, kind }) => !unavailable.includes(id) && (kind === "smartphone" || kind === "feature-phone"),
  );
}

// How many steps beside the current one an authenticator library lets pass, where a call says so.
// Read in speakeasy 2.0.0, otplib 12.0.1 and 13.5.0, and otpauth 9.5.2.
import type { PackageCall } from "../../providers/provider.ts";
import { propOf, type Value } from "../values.ts";

const step = 30;

/** The steps on either side that pass; undefined where the call leaves it to the library. */
export function driftOf({ args }: PackageCall): number | undefined {
  for (const options of args) {
    const window = numberIn(propOf(options, "window"));
    if (window !== undefined) return window;
    const tolerance = numberIn(propOf(options, "epochTolerance"));
    if (tolerance !== undefined) return tolerance / step;
  }
  return undefined;
}

function numberIn(value: Value | undefined): number | undefined {
  if (value?.k === "const" && typeof value.v === "number") return value.v;
  // `[past, future]`: the wider side counts.
  if (value?.k !== "array") return undefined;
  const sides = value.items.map(numberIn).filter((side) => side !== undefined);
  return sides.length === 0 ? undefined : Math.max(...sides);
}

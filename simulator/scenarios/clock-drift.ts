// Clock drift: the clock of a device is off, so the codes computed from it belong to another moment.
import { clockIsAccepted } from "../model/clock-drift.ts";
import type { Authenticator } from "../model/authenticators.ts";
import { nothingHappens } from "../model/scenario.ts";
import type { Scenario } from "../model/scenario.ts";
import { worksOnDevice } from "./conditions.ts";
import { failure } from "./failure.ts";
import { targetDevice } from "./fallback-targets.ts";

type Drift = "two-minutes" | "half-a-minute";

const seconds: Readonly<Record<Drift, number>> = { "two-minutes": 120, "half-a-minute": 30 };

export const clockDrift: Scenario<"clock-drift", Drift> = {
  id: "clock-drift",
  kind: "failure",
  strikes: "device",
  variants: [
    { id: "two-minutes", sources: ["rfc-6238"] },
    { id: "half-a-minute", sources: ["rfc-6238"] },
  ],
  sources: ["rfc-6238", "nanog"],
  open: (setup, variant, target) => {
    const device = targetDevice(setup, target, ({ id }) => worksOnDevice(setup, id, isClocked).length > 0);
    if (device === undefined) return nothingHappens(false);
    const off = seconds[variant];
    return failure(setup, {
      target: device.id,
      moves: [{ actor: "chance", do: "set-clock", device: device.id, seconds: off }],
      losses: worksOnDevice(
        setup,
        device.id,
        (authenticator, { controls }) => isClocked(authenticator) && !clockIsAccepted(controls, off),
      ),
    });
  },
};

function isClocked({ kind }: Authenticator): boolean {
  return kind === "totp" || kind === "device-code";
}

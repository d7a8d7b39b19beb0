// Device-bound app: everything was carried over to the new phone, but a code app stays bound to the old one, which is gone.
import { nothingHappens } from "../model/scenario.ts";
import type { Scenario } from "../model/scenario.ts";
import { worksOnDevice } from "./conditions.ts";
import { failure } from "./failure.ts";
import { targetDevice } from "./fallback-targets.ts";

export const deviceBoundApp: Scenario<"device-bound-app", "old-phone-gone"> = {
  id: "device-bound-app",
  kind: "failure",
  strikes: "device",
  variants: [{ id: "old-phone-gone", sources: ["tidbits"] }],
  sources: ["tidbits"],
  open: (setup, _variant, target) => {
    const boundTo = (device: string) => worksOnDevice(setup, device, ({ kind }) => kind === "device-code");
    const device = targetDevice(setup, target, ({ id }) => boundTo(id).length > 0);
    if (device === undefined) return nothingHappens(false);
    return failure(setup, {
      target: device.id,
      moves: [
        { actor: "chance", do: "replace-device", device: device.id, carriedOver: "all-but-device-codes" },
      ],
      losses: boundTo(device.id),
    });
  },
};

// No Internet on the phone: prompts and messages in apps do not come; texts, and codes made on the phone itself, do.
import { nothingHappens } from "../model/scenario.ts";
import type { Scenario } from "../model/scenario.ts";
import { needsDeviceOnline, worksOnDevice } from "./conditions.ts";
import { failure } from "./failure.ts";
import { targetDevice } from "./fallback-targets.ts";

export const noInternet: Scenario<"no-internet", "phone-only"> = {
  id: "no-internet",
  kind: "failure",
  strikes: "device",
  variants: [{ id: "phone-only", sources: ["authy"] }],
  sources: ["authy", "nanog"],
  open: (setup, _variant, target) => {
    const device = targetDevice(setup, target, ({ kind }) => kind === "smartphone");
    if (device === undefined) return nothingHappens(false);
    return failure(setup, {
      target: device.id,
      moves: [{ actor: "chance", do: "cut-internet", device: device.id }],
      losses: worksOnDevice(setup, device.id, needsDeviceOnline),
    });
  },
};

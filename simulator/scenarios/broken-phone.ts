// Broken phone: the screen is dead, so nothing on the phone can be read or confirmed; it is still there.
import type { BaseHolding } from "../model/holdings.ts";
import { nothingHappens } from "../model/scenario.ts";
import type { Scenario } from "../model/scenario.ts";
import { spareDevice } from "../model/spare-device.ts";
import { failure } from "./failure.ts";
import { targetPhone } from "./targets.ts";

export const brokenPhone: Scenario<"broken-phone", "screen-dead"> = {
  id: "broken-phone",
  kind: "failure",
  strikes: "device",
  variants: [{ id: "screen-dead", sources: ["gallagher-2023", "hoddzdj-2018"] }],
  sources: ["gallagher-2023", "hoddzdj-2018", "buettner-2024"],
  open: (setup, _variant, target) => {
    const phone = targetPhone(setup, target);
    if (phone === undefined) return nothingHappens(false);
    // Its SIM works in another phone; without one, texts and calls go to a screen that shows nothing.
    const spare = phone.kind === "landline-phone" ? undefined : spareDevice(setup, [phone.id]);
    const stranded = spare === undefined ? phone.sims : [];
    return failure(setup, {
      target: phone.id,
      moves: [{ actor: "chance", do: "break-device", device: phone.id }],
      losses: [`device:${phone.id}`, ...stranded.map((number): BaseHolding => `number:${number}`)],
    });
  },
};

// New phone: the number has moved on to it, and the apps on the old one were not carried over before it was given away.
import { nothingHappens } from "../model/scenario.ts";
import type { Scenario } from "../model/scenario.ts";
import { failure } from "./failure.ts";
import { targetPhone } from "./targets.ts";

export const newPhone: Scenario<"new-phone", "not-migrated"> = {
  id: "new-phone",
  kind: "failure",
  strikes: "device",
  variants: [{ id: "not-migrated", sources: ["tidbits", "hoddzdj-2018"] }],
  sources: ["tidbits", "hoddzdj-2018", "gerlitz-2023"],
  open: (setup, _variant, target) => {
    const phone = targetPhone(setup, target);
    if (phone === undefined) return nothingHappens(false);
    return failure(setup, {
      target: phone.id,
      moves: [{ actor: "chance", do: "replace-device", device: phone.id }],
      losses: [`device:${phone.id}`],
    });
  },
};

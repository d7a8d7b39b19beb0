// Roaming abroad: in a foreign network the number still rings, but its texts may not come through.
import type { Reception } from "../model/move.ts";
import { nothingHappens } from "../model/scenario.ts";
import type { Scenario } from "../model/scenario.ts";
import { failure } from "./failure.ts";
import { targetMobileNumber } from "./fallback-targets.ts";
import { missedWith } from "./reception.ts";

export const roamingAbroad: Scenario<"roaming-abroad", "with-the-phone"> = {
  id: "roaming-abroad",
  kind: "failure",
  strikes: "number",
  variants: [{ id: "with-the-phone", sources: ["nanog"] }],
  sources: ["nanog"],
  open: (setup, _variant, target) => {
    const number = targetMobileNumber(setup, target);
    if (number === undefined) return nothingHappens(false);
    const reception: Reception = number.abroad;
    return failure(setup, {
      target: number.id,
      moves: [{ actor: "carrier", do: "set-reception", number: number.id, reception }],
      losses: missedWith(setup, number.id, reception),
      where: "abroad",
    });
  },
};

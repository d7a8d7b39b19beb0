// Carrier outage: the carrier's whole network is down, and with it every text and call of the number.
import { nothingHappens } from "../model/scenario.ts";
import type { Scenario } from "../model/scenario.ts";
import { failure } from "./failure.ts";
import { missedWith } from "./reception.ts";
import { targetLine } from "./targets.ts";

/** As long as the outage of Rogers on 8 July 2022: from before five in the morning until late in the evening. */
const outage = 15 * 60 * 60_000;

export const carrierOutage: Scenario<"carrier-outage", "network"> = {
  id: "carrier-outage",
  kind: "failure",
  strikes: "number",
  variants: [{ id: "network", sources: ["rogers-2022"] }],
  sources: ["rogers-2022", "cash-essentials-2022"],
  open: (setup, _variant, target) => {
    const number = targetLine(setup, target);
    if (number === undefined) return nothingHappens(false);
    return failure(setup, {
      target: number.id,
      moves: [{ actor: "carrier", do: "set-reception", number: number.id, reception: "nothing" }],
      losses: missedWith(setup, number.id, "nothing"),
      lasts: outage,
    });
  },
};

// Number changed: the owner has given the number up and has not told every service.
import { nothingHappens } from "../model/scenario.ts";
import type { Scenario } from "../model/scenario.ts";
import { failure } from "./failure.ts";
import { targetNumber } from "./targets.ts";

export const numberChanged: Scenario<"number-changed", "not-told"> = {
  id: "number-changed",
  kind: "failure",
  strikes: "number",
  variants: [{ id: "not-told", sources: ["calypso-12639"] }],
  sources: ["calypso-12639"],
  open: (setup, _variant, target) => {
    const number = targetNumber(setup, target);
    if (number === undefined) return nothingHappens(false);
    return failure(setup, {
      target: number.id,
      moves: [{ actor: "carrier", do: "end-number", number: number.id, recycled: false }],
      losses: [`number:${number.id}`],
    });
  },
};

// App enrolment: an authenticator app can be switched on only after a text, and the text does not come that day.
import { nothingHappens } from "../model/scenario.ts";
import type { Scenario } from "../model/scenario.ts";
import { failure } from "./failure.ts";
import { missedWith } from "./reception.ts";
import { targetNumber } from "./targets.ts";

export const appEnrolment: Scenario<"app-enrolment", "no-text"> = {
  id: "app-enrolment",
  kind: "failure",
  strikes: "number",
  variants: [{ id: "no-text", sources: ["tidbits"] }],
  sources: ["tidbits"],
  open: (setup, _variant, target) => {
    const number = targetNumber(setup, target);
    if (number === undefined) return nothingHappens(false);
    return failure(setup, {
      target: number.id,
      moves: [{ actor: "carrier", do: "block-texts", number: number.id, senders: "short-codes" }],
      losses: missedWith(setup, number.id, "no-short-codes"),
    });
  },
};

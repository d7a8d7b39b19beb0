// Texts delayed: they arrive, but so late that the codes in them may have expired.
import { durationMilliseconds } from "../model/duration.ts";
import type { Condition } from "../model/holdings.ts";
import { nothingHappens } from "../model/scenario.ts";
import type { Scenario } from "../model/scenario.ts";
import { textersOf } from "./conditions.ts";
import { failure } from "./failure.ts";
import { targetNumber } from "./targets.ts";

type Delay = "quarter-of-an-hour" | "two-hours";

const minute = 60_000;
const delays: Readonly<Record<Delay, number>> = {
  // Just longer than the ten minutes for which NIST lets a sent code live (SP 800-63B-4, 3.1.3.2).
  "quarter-of-an-hour": 15 * minute,
  "two-hours": 120 * minute,
};

export const textsDelayed: Scenario<"texts-delayed", Delay> = {
  id: "texts-delayed",
  kind: "failure",
  strikes: "number",
  variants: [
    { id: "quarter-of-an-hour", sources: ["nist-800-63b-4", "tidbits"] },
    { id: "two-hours", sources: ["wired-twitter-2022"] },
  ],
  sources: ["wired-twitter-2022", "nist-800-63b-4"],
  open: (setup, variant, target) => {
    const number = targetNumber(setup, target);
    if (number === undefined) return nothingHappens(false);
    const by = delays[variant];
    const tooLate = textersOf(setup, number.id).filter(
      ({ controls }) => durationMilliseconds(controls.codeLifetime) <= by,
    );
    return failure(setup, {
      target: number.id,
      moves: [{ actor: "carrier", do: "delay-texts", number: number.id, by }],
      losses: tooLate.map(({ id }): Condition => `delivery:${number.id}/${id}`),
    });
  },
};

// Security key lost: the one thing that signs, or shows codes, is gone; there may be a second one.
import { nothingHappens } from "../model/scenario.ts";
import type { Scenario } from "../model/scenario.ts";
import { failure } from "./failure.ts";
import { targetThing } from "./fallback-targets.ts";

export const securityKeyLost: Scenario<"security-key-lost", "lost"> = {
  id: "security-key-lost",
  kind: "failure",
  strikes: "thing",
  variants: [{ id: "lost", sources: ["nist-800-63b-4"] }],
  sources: ["nist-800-63b-4", "gerlitz-2023"],
  open: (setup, _variant, target) => {
    const thing =
      targetThing(setup, target, ({ kind }) => kind === "security-key") ??
      targetThing(setup, target, ({ kind }) => kind === "otp-token");
    if (thing === undefined) return nothingHappens(false);
    return failure(setup, {
      target: thing.id,
      moves: [{ actor: "chance", do: "lose-thing", thing: thing.id }],
      losses: [`thing:${thing.id}`],
    });
  },
};

// Reset that skips the second factor: the number's texts give a new password, and nothing else is asked for.
import { nothingHappens } from "../model/scenario.ts";
import type { Scenario } from "../model/scenario.ts";
import { knownToCaller, onNumber, signallingMeans, simSwapMeans } from "./means.ts";
import { targetNumber } from "./targets.ts";

export const resetSkipsSecondFactor: Scenario<"reset-skips-second-factor", "sim-swap" | "interception"> = {
  id: "reset-skips-second-factor",
  kind: "attack",
  attacker: "targeted-remote",
  effort: "per-victim",
  strikes: "number",
  variants: [
    { id: "sim-swap", sources: ["princeton-2020", "secgov-2024"] },
    { id: "interception", attacker: "operator-level", sources: ["reddit-2018"] },
  ],
  sources: ["asvs-5", "nist-800-63b-4", "reddit-2018", "nanog"],
  open: (setup, variant, target) => {
    const number = targetNumber(setup, target);
    if (number === undefined) return nothingHappens(true);
    const means =
      variant === "sim-swap" ? simSwapMeans(setup, number, "phone-call") : signallingMeans(number);
    return {
      ...onNumber(number, variant === "sim-swap" ? knownToCaller("phone-call") : [], means),
      uses: ["new-password"],
    };
  },
};

// Reset chain: whoever gets the number's texts resets the mailbox with them, and everything else by mail.
import { nothingHappens } from "../model/scenario.ts";
import type { Scenario } from "../model/scenario.ts";
import { knownToCaller, onNumber, signallingMeans, simSwapMeans } from "./means.ts";
import { targetNumber } from "./targets.ts";

export const resetChain: Scenario<"reset-chain", "sim-swap" | "interception"> = {
  id: "reset-chain",
  kind: "attack",
  attacker: "targeted-remote",
  effort: "per-victim",
  strikes: "number",
  variants: [
    { id: "sim-swap", sources: ["nanog", "princeton-2020"] },
    { id: "interception", attacker: "operator-level", sources: ["nanog", "fight"] },
  ],
  sources: ["nanog", "uaag-2019"],
  open: (setup, variant, target) => {
    const number = targetNumber(setup, target);
    if (number === undefined) return nothingHappens(true);
    const means =
      variant === "sim-swap" ? simSwapMeans(setup, number, "phone-call") : signallingMeans(number);
    return {
      ...onNumber(number, variant === "sim-swap" ? knownToCaller("phone-call") : [], means),
      uses: ["new-password", "session"],
    };
  },
};

// SIM swap: the carrier moves the victim's number to a SIM that the attacker holds.
import { nothingHappens } from "../model/scenario.ts";
import type { Scenario } from "../model/scenario.ts";
import { memorisedPasswords, personalData } from "./knowledge.ts";
import { onNumber, simSwapMeans } from "./means.ts";
import { targetNumber } from "./targets.ts";

export const simSwap: Scenario<"sim-swap", "phone-call" | "insider" | "bribed-store" | "with-passwords"> = {
  id: "sim-swap",
  kind: "attack",
  attacker: "targeted-remote",
  effort: "per-victim",
  strikes: "number",
  variants: [
    { id: "phone-call", sources: ["princeton-2020"] },
    { id: "insider", attacker: "insider", sources: ["tidbits", "bribes-2024"] },
    { id: "bribed-store", sources: ["tidbits", "bribes-2024"] },
    { id: "with-passwords", sources: ["princeton-2020", "nanog"] },
  ],
  sources: ["princeton-2020", "secgov-2024", "nist-800-63b-4", "attack-t1451"],
  open: (setup, variant, target) => {
    const number = targetNumber(setup, target);
    const knows =
      variant === "with-passwords" ? [...personalData, ...memorisedPasswords(setup)] : personalData;
    if (number === undefined) return nothingHappens(true, knows);
    const approach = variant === "with-passwords" ? "phone-call" : variant;
    return onNumber(number, knows, simSwapMeans(setup, number, approach));
  },
};

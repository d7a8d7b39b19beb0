// Factor removal by text: a texted code takes the strong factor off the account, or puts another number on file.
import { nothingHappens } from "../model/scenario.ts";
import type { Scenario } from "../model/scenario.ts";
import { memorisedPasswords } from "./knowledge.ts";
import { knownToCaller, onNumber, signallingMeans, simSwapMeans } from "./means.ts";
import { targetNumber } from "./targets.ts";

export const factorRemovalByText: Scenario<"factor-removal-by-text", "sim-swap" | "interception"> = {
  id: "factor-removal-by-text",
  kind: "attack",
  attacker: "targeted-remote",
  effort: "per-victim",
  strikes: "number",
  variants: [
    { id: "sim-swap", sources: ["princeton-2020", "asvs-5"] },
    { id: "interception", attacker: "operator-level", sources: ["reddit-2018"] },
  ],
  sources: ["asvs-5", "nist-800-63b-4", "reddit-2018", "amft-2023"],
  open: (setup, variant, target) => {
    const number = targetNumber(setup, target);
    const knows = [
      ...memorisedPasswords(setup),
      ...(variant === "sim-swap" ? knownToCaller("phone-call") : []),
    ];
    if (number === undefined) return nothingHappens(true, knows);
    const means =
      variant === "sim-swap" ? simSwapMeans(setup, number, "phone-call") : signallingMeans(number);
    return { ...onNumber(number, knows, means), uses: ["factor-removal", "new-number"] };
  },
};

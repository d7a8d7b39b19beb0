// Port-out: another carrier takes the victim's number over on the strength of a forged letter.
import { portOutSucceeds } from "../model/carrier-policy.ts";
import { nothingHappens } from "../model/scenario.ts";
import type { Scenario } from "../model/scenario.ts";
import { memorisedPasswords, personalData } from "./knowledge.ts";
import { minute, onNumber, takingOver } from "./means.ts";
import { targetNumber } from "./targets.ts";

export const portOut: Scenario<"port-out", "forged-letter" | "with-passwords"> = {
  id: "port-out",
  kind: "attack",
  attacker: "targeted-remote",
  effort: "per-victim",
  strikes: "number",
  variants: [
    { id: "forged-letter", sources: ["nanog", "fcc-23-95"] },
    { id: "with-passwords", sources: ["fcc-23-95"] },
  ],
  sources: ["nanog", "fcc-23-95", "nist-800-63b-4"],
  open: (setup, variant, target) => {
    const number = targetNumber(setup, target);
    const knows =
      variant === "with-passwords" ? [...personalData, ...memorisedPasswords(setup)] : personalData;
    if (number === undefined) return nothingHappens(true, knows);
    const means = takingOver(
      setup,
      number,
      { actor: "attacker", do: "port-out", number: number.id, after: 2 * minute },
      portOutSucceeds(number),
    );
    return onNumber(number, knows, means);
  },
};

// Call forwarding: the carrier forwards the number's calls to somebody who is not the owner; texts stay as they are.
import { forwardingSucceeds } from "../model/carrier-policy.ts";
import { nothingHappens } from "../model/scenario.ts";
import type { Scenario } from "../model/scenario.ts";
import { memorisedPasswords, personalData } from "./knowledge.ts";
import { minute, onNumber } from "./means.ts";
import { targetLine } from "./targets.ts";

export const callForwarding: Scenario<"call-forwarding", "without-passwords" | "with-passwords"> = {
  id: "call-forwarding",
  kind: "attack",
  attacker: "targeted-remote",
  effort: "per-victim",
  strikes: "number",
  variants: [
    { id: "without-passwords", sources: ["forwarding-2022"] },
    { id: "with-passwords", sources: ["forwarding-2022"] },
  ],
  sources: ["forwarding-2022"],
  open: (setup, variant, target) => {
    const number = targetLine(setup, target);
    const knows =
      variant === "with-passwords" ? [...personalData, ...memorisedPasswords(setup)] : personalData;
    if (number === undefined) return nothingHappens(true, knows);
    const forwarded = forwardingSucceeds(number);
    return onNumber(number, knows, {
      moves: [{ actor: "attacker", do: "forward-calls", number: number.id, after: 2 * minute }],
      closing: [],
      gains: forwarded ? [`calls:${number.id}`] : [],
      losses: forwarded ? [`ringing:${number.id}`] : [],
    });
  },
};

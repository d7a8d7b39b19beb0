// SS7 interception: from inside the phone network, somebody has the victim's texts and calls sent to themselves for a while.
import { nothingHappens } from "../model/scenario.ts";
import type { Scenario } from "../model/scenario.ts";
import { memorisedPasswords } from "./knowledge.ts";
import { onNumber, signallingMeans } from "./means.ts";
import { targetNumber } from "./targets.ts";

export const ss7Interception: Scenario<"ss7-interception", "without-passwords" | "with-passwords"> = {
  id: "ss7-interception",
  kind: "attack",
  attacker: "operator-level",
  effort: "per-victim",
  strikes: "number",
  variants: [
    { id: "without-passwords", sources: ["o2-ss7-2017"] },
    { id: "with-passwords", sources: ["o2-ss7-2017"] },
  ],
  sources: ["o2-ss7-2017", "fight", "nanog"],
  open: (setup, variant, target) => {
    const number = targetNumber(setup, target);
    const knows = variant === "with-passwords" ? memorisedPasswords(setup) : [];
    if (number === undefined) return nothingHappens(true, knows);
    return onNumber(number, knows, signallingMeans(number));
  },
};

// SS7 interception: from inside the phone network, somebody has the victim's texts sent to themselves for a while.
import { redirectSucceeds } from "../model/carrier-policy.ts";
import type { Scenario } from "../model/scenario.ts";
import { memorisedPasswords } from "./knowledge.ts";
import { targetNumber } from "./targets.ts";

const minute = 60_000;

export const ss7Interception: Scenario<"ss7-interception", "without-passwords" | "with-passwords"> = {
  id: "ss7-interception",
  kind: "attack",
  attacker: "operator-level",
  variants: [
    { id: "without-passwords", sources: ["o2-ss7-2017"] },
    { id: "with-passwords", sources: ["o2-ss7-2017"] },
  ],
  sources: ["o2-ss7-2017", "fight"],
  open: (setup, variant, target) => {
    const number = targetNumber(setup, target);
    const knows = variant === "with-passwords" ? memorisedPasswords(setup) : [];
    if (number === undefined)
      return { attacked: true, moves: [], closing: [], knows, gains: knows, losses: [] };
    const redirected = redirectSucceeds(number);
    return {
      target: number.id,
      attacked: true,
      moves: [{ actor: "attacker", do: "redirect-texts", number: number.id, after: 2 * minute }],
      closing: redirected
        ? [{ actor: "attacker", do: "end-redirect", number: number.id, after: minute }]
        : [],
      knows,
      gains: redirected ? [...knows, `interception:${number.id}`] : knows,
      losses: [],
    };
  },
};

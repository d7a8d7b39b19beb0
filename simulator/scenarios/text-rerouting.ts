// Text re-routing: a text service for businesses takes the number's texts over, and the victim's phone looks normal.
import { reroutingSucceeds } from "../model/carrier-policy.ts";
import { nothingHappens } from "../model/scenario.ts";
import type { Scenario } from "../model/scenario.ts";
import { textsTo } from "./conditions.ts";
import { memorisedPasswords, personalData } from "./knowledge.ts";
import { minute, onNumber } from "./means.ts";
import { targetLine } from "./targets.ts";

export const textRerouting: Scenario<"text-rerouting", "without-passwords" | "with-passwords"> = {
  id: "text-rerouting",
  kind: "attack",
  attacker: "targeted-remote",
  effort: "per-victim",
  strikes: "number",
  variants: [
    { id: "without-passwords", sources: ["sakari-2021"] },
    { id: "with-passwords", sources: ["sakari-2021"] },
  ],
  sources: ["sakari-2021"],
  open: (setup, variant, target) => {
    const number = targetLine(setup, target);
    const knows =
      variant === "with-passwords" ? [...personalData, ...memorisedPasswords(setup)] : personalData;
    if (number === undefined) return nothingHappens(true, knows);
    const rerouted = reroutingSucceeds(number);
    return onNumber(number, knows, {
      moves: [{ actor: "attacker", do: "reroute-texts", number: number.id, after: 2 * minute }],
      closing: [],
      gains: rerouted ? [`interception:${number.id}`] : [],
      losses: rerouted ? textsTo(setup, number.id) : [],
    });
  },
};

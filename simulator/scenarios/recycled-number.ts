// Recycled number: the owner has given the number up, and the carrier has given it to somebody else.
import { nothingHappens } from "../model/scenario.ts";
import type { Scenario } from "../model/scenario.ts";
import { memorisedPasswords } from "./knowledge.ts";
import { minute, onNumber, takingOver } from "./means.ts";
import { targetNumber } from "./targets.ts";

export const recycledNumber: Scenario<"recycled-number", "stranger" | "with-passwords"> = {
  id: "recycled-number",
  kind: "attack",
  attacker: "bulk-remote",
  effort: "bulk",
  strikes: "number",
  variants: [
    { id: "stranger", sources: ["recycled-2021"] },
    { id: "with-passwords", sources: ["recycled-krebs-2021"] },
  ],
  sources: ["recycled-2021", "recycled-krebs-2021"],
  open: (setup, variant, target) => {
    const number = targetNumber(setup, target);
    const knows = variant === "with-passwords" ? memorisedPasswords(setup) : [];
    if (number === undefined) return nothingHappens(true, knows);
    const means = takingOver(
      setup,
      number,
      { actor: "carrier", do: "end-number", number: number.id, recycled: true, after: 2 * minute },
      true,
    );
    return onNumber(number, knows, means);
  },
};

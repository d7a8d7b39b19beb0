// What does not arrive at a number, by what still reaches its phone.
import { blockedAccounts } from "../model/carrier-policy.ts";
import type { Condition } from "../model/holdings.ts";
import type { Reception } from "../model/move.ts";
import type { Setup } from "../model/setup.ts";
import { callsTo, textsTo } from "./conditions.ts";

/** The texts and calls that do not arrive. */
export function missedWith(setup: Setup, number: string, reception: Reception): readonly Condition[] {
  switch (reception) {
    case "everything":
      return [];
    case "no-short-codes":
      return blockedAccounts(setup, number, "short-codes").map(
        (account): Condition => `delivery:${number}/${account}`,
      );
    case "calls-only":
      return textsTo(setup, number);
    case "nothing":
      return [...textsTo(setup, number), callsTo(number)];
  }
}

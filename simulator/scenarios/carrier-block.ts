// Carrier block: the carrier's filter silently stops texts from services, while all other texts arrive.
import { blockedAccounts } from "../model/carrier-policy.ts";
import type { Condition } from "../model/holdings.ts";
import type { BlockedSenders } from "../model/move.ts";
import { nothingHappens } from "../model/scenario.ts";
import type { Scenario } from "../model/scenario.ts";
import type { Setup } from "../model/setup.ts";
import { textersOf } from "./conditions.ts";
import { failure } from "./failure.ts";
import { targetNumber } from "./targets.ts";

type Blocked = "short-codes" | "all-services" | "banks" | "one-sender";

export const carrierBlock: Scenario<"carrier-block", Blocked> = {
  id: "carrier-block",
  kind: "failure",
  strikes: "number",
  variants: [
    { id: "short-codes", sources: ["tidbits"] },
    { id: "all-services", sources: ["tidbits"] },
    { id: "banks", sources: ["tidbits"] },
    { id: "one-sender", sources: ["tidbits"] },
  ],
  sources: ["tidbits"],
  open: (setup, variant, target) => {
    const number = targetNumber(setup, target);
    if (number === undefined) return nothingHappens(false);
    const senders = sendersOf(setup, number.id, variant);
    return failure(setup, {
      target: number.id,
      moves: [{ actor: "carrier", do: "block-texts", number: number.id, senders }],
      losses: blockedAccounts(setup, number.id, senders).map(
        (account): Condition => `delivery:${number.id}/${account}`,
      ),
    });
  },
};

function sendersOf(setup: Setup, number: string, variant: Blocked): BlockedSenders {
  switch (variant) {
    case "short-codes":
    case "all-services":
      return variant;
    case "banks":
      return setup.accounts.filter(({ kind }) => kind === "bank").map(({ id }) => id);
    case "one-sender":
      return textersOf(setup, number)
        .slice(0, 1)
        .map(({ id }) => id);
  }
}

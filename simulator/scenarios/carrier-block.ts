// Carrier block: the carrier's filter silently stops texts from services, while all other texts arrive.
import { blockedAccounts } from "../model/carrier-policy.ts";
import type { Condition } from "../model/holdings.ts";
import type { BlockedSenders } from "../model/move.ts";
import { nothingHappens } from "../model/scenario.ts";
import type { Scenario } from "../model/scenario.ts";
import { targetNumber } from "./targets.ts";

const minute = 60_000;

export const carrierBlock: Scenario<"carrier-block", "short-codes" | "all-services" | "banks"> = {
  id: "carrier-block",
  kind: "failure",
  strikes: "number",
  variants: [
    { id: "short-codes", sources: ["tidbits"] },
    { id: "all-services", sources: ["tidbits"] },
    { id: "banks", sources: ["tidbits"] },
  ],
  sources: ["tidbits"],
  open: (setup, variant, target) => {
    const number = targetNumber(setup, target);
    if (number === undefined) return nothingHappens(false);
    const senders: BlockedSenders =
      variant === "banks"
        ? setup.accounts.filter(({ kind }) => kind === "bank").map(({ id }) => id)
        : variant;
    return {
      target: number.id,
      attacked: false,
      moves: [{ actor: "carrier", do: "block-texts", number: number.id, senders, after: 2 * minute }],
      closing: [],
      knows: [],
      gains: [],
      losses: blockedAccounts(setup, number.id, senders).map(
        (account): Condition => `delivery:${number.id}/${account}`,
      ),
    };
  },
};

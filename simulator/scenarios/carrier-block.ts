// Carrier block: the carrier's filter silently stops texts from services, while all other texts arrive.
import { blockedAccounts } from "../model/carrier-policy.ts";
import type { Holding } from "../model/holdings.ts";
import type { BlockedSenders } from "../model/move.ts";
import type { Scenario } from "../model/scenario.ts";
import { targetNumber } from "./targets.ts";

const minute = 60_000;

export const carrierBlock: Scenario<"carrier-block", "short-codes" | "all-services" | "banks"> = {
  id: "carrier-block",
  kind: "failure",
  variants: [
    { id: "short-codes", sources: ["tidbits"] },
    { id: "all-services", sources: ["tidbits"] },
    { id: "banks", sources: ["tidbits"] },
  ],
  sources: ["tidbits"],
  open: (setup, variant, target) => {
    const number = targetNumber(setup, target);
    if (number === undefined)
      return { attacked: false, moves: [], closing: [], knows: [], gains: [], losses: [] };
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
        (account): Holding => `delivery:${number.id}/${account}`,
      ),
    };
  },
};

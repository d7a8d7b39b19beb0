// What attackers know beforehand in the variants that follow a breach of passwords.
import { holdingParts, ownerHoldings } from "../model/holdings.ts";
import type { Holding } from "../model/holdings.ts";
import type { Setup } from "../model/setup.ts";

/** All passwords that the owner keeps in memory, as holdings. */
export function memorisedPasswords(setup: Setup): readonly Holding[] {
  return ownerHoldings(setup).filter((holding) => holdingParts(holding).kind === "secret");
}

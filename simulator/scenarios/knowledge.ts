// What attackers know beforehand: passwords from a breach, and data about the owner.
import { holdingParts, ownerHoldings, passwordSecret } from "../model/holdings.ts";
import type { BaseHolding, Holding } from "../model/holdings.ts";
import type { Account, Setup } from "../model/setup.ts";

/** What a caller knows about the owner: enough to answer what a carrier or a desk asks. */
export const personalData: readonly Holding[] = ["personal-data:owner"];

/** All passwords that the owner keeps in memory, as holdings; each once, even where it is used in several places. */
export function memorisedPasswords(setup: Setup): readonly BaseHolding[] {
  return [...new Set(setup.accounts.flatMap(memorisedPasswordsOf))];
}

/** Everything that the owner keeps in memory: passwords, made-up answers, and PINs that are keyed in during calls. */
export function memorisedSecrets(setup: Setup): readonly BaseHolding[] {
  return ownerHoldings(setup).filter((holding) => holdingParts(holding).kind === "secret");
}

/** The passwords of one account that the owner keeps in memory. */
export function memorisedPasswordsOf(account: Account): readonly BaseHolding[] {
  return account.authenticators.flatMap((authenticator) =>
    authenticator.kind === "password" && authenticator.keptIn === undefined
      ? [passwordSecret(account, authenticator)]
      : [],
  );
}

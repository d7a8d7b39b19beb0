// What attackers know beforehand: passwords from a breach, and data about the owner.
import { passwordSecret } from "../model/holdings.ts";
import type { BaseHolding, Holding } from "../model/holdings.ts";
import type { Account, Setup } from "../model/setup.ts";

/** What a caller knows about the owner: enough to answer what a carrier or a desk asks. */
export const personalData: readonly Holding[] = ["personal-data:owner"];

/** All passwords that the owner keeps in memory, as holdings; each once, even where it is used in several places. */
export function memorisedPasswords(setup: Setup): readonly BaseHolding[] {
  return [...new Set(setup.accounts.flatMap(memorisedPasswordsOf))];
}

/** The passwords of one account that the owner keeps in memory. */
export function memorisedPasswordsOf(account: Account): readonly BaseHolding[] {
  return account.authenticators.flatMap((authenticator) =>
    authenticator.kind === "password" && authenticator.keptIn === undefined
      ? [passwordSecret(account, authenticator)]
      : [],
  );
}

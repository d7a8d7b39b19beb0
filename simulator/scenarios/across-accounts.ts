// Attacks that go for what several accounts ask for: which authenticators they concern, and the opening.
import type { Authenticator } from "../model/authenticators.ts";
import type { Advantage, Holding } from "../model/holdings.ts";
import type { Move } from "../model/move.ts";
import { nothingHappens } from "../model/scenario.ts";
import type { Opening } from "../model/scenario.ts";
import type { Account } from "../model/setup.ts";
import { minute } from "./means.ts";

/** An account, and those of its authenticators that an attack concerns; at least one. */
export interface Concerned {
  readonly account: Account;
  readonly authenticators: readonly Authenticator[];
}

/** The accounts that have authenticators of the kind that is meant, with these. */
export function concerned(
  accounts: readonly Account[],
  isMeant: (authenticator: Authenticator, account: Account) => boolean,
): readonly Concerned[] {
  return accounts
    .map((account) => ({
      account,
      authenticators: account.authenticators.filter((authenticator) => isMeant(authenticator, account)),
    }))
    .filter(({ authenticators }) => authenticators.length > 0);
}

/** What gets the attacker past these authenticators without the owner. */
export function passes(all: readonly Concerned[]): readonly Advantage[] {
  return all.flatMap(({ account, authenticators }) =>
    authenticators.map(({ id }): Advantage => `pass:${account.id}/${id}`),
  );
}

/** What has the owner hand these authenticators over. */
export function coaxes(all: readonly Concerned[]): readonly Advantage[] {
  return all.flatMap(({ account, authenticators }) =>
    authenticators.map(({ id }): Advantage => `coax:${account.id}/${id}`),
  );
}

/** One move at each of these accounts, the first after two minutes and each further one a minute later. */
export function atEach(all: readonly Concerned[], move: (account: Account) => Move): readonly Move[] {
  return all.map(({ account }, index) => ({
    ...move(account),
    after: index === 0 ? 2 * minute : minute,
  }));
}

/** The opening of such an attack; nothing happens where it concerns no account. Its target is the first that it does. */
export function across(
  all: readonly Concerned[],
  knows: readonly Holding[],
  moves: readonly Move[],
  gains: readonly Advantage[],
): Opening {
  const [first] = all;
  if (first === undefined) return nothingHappens(true, knows);
  return {
    target: first.account.id,
    attacked: true,
    moves,
    closing: [],
    knows,
    gains: [...knows, ...gains],
    losses: [],
  };
}

// Recovery routes that open to whoever holds a phone number, and which of them fall because others do.
import {
  type Account,
  type CeremonyRef,
  containersOf,
  type RecoveryRoute,
  routeSets,
  type Setup,
} from "../../simulator/index.ts";

/** A recovery route that a phone number alone opens. */
export interface WeakRoute {
  readonly account: Account;
  readonly route: RecoveryRoute;
  readonly ref: CeremonyRef;
  readonly number: string;
}

/** All such routes of a setup. */
export function weakRoutes(setup: Setup): readonly WeakRoute[] {
  return setup.accounts.flatMap((account) =>
    account.recovery.flatMap((route, index): WeakRoute[] => {
      // Taking one factor away, or putting another number in its place, is another rule's matter: what is left may hold.
      if (route.gives === "factor-removal" || route.gives === "new-number") return [];
      const ref: CeremonyRef = { account: account.id, ceremony: "recovery", route: index };
      const number = routeSets(setup, ref).sets.flatMap(soleNumber)[0];
      return number === undefined ? [] : [{ account, route, ref, number }];
    }),
  );
}

function soleNumber(set: readonly string[]): string[] {
  const [only, ...others] = set;
  return only?.startsWith("number:") && others.length === 0 ? [only.slice("number:".length)] : [];
}

/** Whether a route asks for something that lies in the account of another weak route, such as a link sent to its mailbox. */
export function leadsThrough(route: WeakRoute, other: WeakRoute): boolean {
  if (route.account === other.account) return false;
  return route.account.authenticators
    .filter(({ id }) => route.route.with.includes(id))
    .some((authenticator) => containersOf(authenticator).includes(other.account.id));
}

/** Whether a route falls because another has fallen, over any number of accounts in between. */
export function restsOn(route: WeakRoute, fallen: WeakRoute, all: readonly WeakRoute[]): boolean {
  const reached = new Set([fallen]);
  for (const known of reached)
    for (const candidate of all) if (leadsThrough(candidate, known)) reached.add(candidate);
  return route !== fallen && reached.has(route);
}

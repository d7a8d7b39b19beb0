// Routes that open to whoever holds a phone number, and which of them fall because others do.
import {
  type Account,
  type CeremonyRef,
  containersOf,
  routeSets,
  type Setup,
} from "../../simulator/index.ts";

/** What passing a route gives. */
export type Gives = Account["recovery"][number]["gives"];

/** A route that a phone number alone opens. */
export interface WeakRoute {
  readonly account: Account;
  readonly route: { readonly with: readonly string[] };
  readonly gives: Gives;
  readonly ref: CeremonyRef;
  readonly number: string;
}

/** The recovery routes of a setup that give a new password or a way straight in, to whoever has the number. */
export function weakRoutes(setup: Setup): readonly WeakRoute[] {
  // Taking one factor away, or putting another number in its place, is another rule's matter: what is left may hold.
  return weakRecoveries(setup, ["new-password", "session"]);
}

/** All ways to a new password or a session that a number alone opens, over other accounts or directly. */
export function weakWays(setup: Setup): readonly WeakRoute[] {
  return [...weakRoutes(setup), ...weakSignIns(setup)];
}

/** Those of the ways that ask for what comes to the number itself, and for nothing that lies in another weak account. */
export function directWays(ways: readonly WeakRoute[], all: readonly WeakRoute[]): readonly WeakRoute[] {
  return ways.filter((way) => !all.some((other) => leadsThrough(way, other)));
}

/** The recovery routes that give one of these things to whoever has the number. */
export function weakRecoveries(setup: Setup, wanted: readonly Gives[]): readonly WeakRoute[] {
  return setup.accounts.flatMap((account) =>
    account.recovery.flatMap((route, index): WeakRoute[] => {
      if (!wanted.includes(route.gives)) return [];
      const ref: CeremonyRef = { account: account.id, ceremony: "recovery", route: index };
      const number = soleNumberOf(setup, ref);
      return number === undefined ? [] : [{ account, route, gives: route.gives, ref, number }];
    }),
  );
}

/** The ordinary sign-ins that a number alone opens. */
export function weakSignIns(setup: Setup): readonly WeakRoute[] {
  return setup.accounts.flatMap((account) =>
    account.signIn.flatMap((route, index): WeakRoute[] => {
      if (route.limited) return [];
      const ref: CeremonyRef = { account: account.id, ceremony: "sign-in", route: index };
      const number = soleNumberOf(setup, ref);
      return number === undefined ? [] : [{ account, route, gives: "session", ref, number }];
    }),
  );
}

const soleNumbers = new WeakMap<Setup, Map<string, string | undefined>>();

/** The number that opens a route by itself, if one does. Worked out once for each setup: many rules ask, and many flows. */
export function soleNumberOf(setup: Setup, ref: CeremonyRef): string | undefined {
  const known = soleNumbers.get(setup) ?? new Map<string, string | undefined>();
  soleNumbers.set(setup, known);
  const key = JSON.stringify(ref);
  if (!known.has(key)) known.set(key, routeSets(setup, ref).sets.flatMap(soleNumber)[0]);
  return known.get(key);
}

function soleNumber(set: readonly string[]): string[] {
  const [only, ...others] = set;
  return only?.startsWith("number:") && others.length === 0 ? [only.slice("number:".length)] : [];
}

/** Whether a route asks for something that lies in the account of another weak route, such as a link sent to its mailbox. */
function leadsThrough(route: WeakRoute, other: WeakRoute): boolean {
  if (route.account === other.account) return false;
  return (
    route.account.authenticators
      // A code by messenger goes to a number; that the messenger is an account of its own is how it comes there.
      .filter(({ id, kind }) => route.route.with.includes(id) && kind !== "messenger-code")
      .some((authenticator) => containersOf(authenticator).includes(other.account.id))
  );
}

/** The ways over which a route falls, the nearest first and the one that a number opens last. Empty if it is direct. */
export function chainOf(route: WeakRoute, all: readonly WeakRoute[]): readonly WeakRoute[] {
  const before = new Map<WeakRoute, readonly WeakRoute[]>([[route, []]]);
  for (const [last, chain] of before) {
    const next = all.filter((other) => leadsThrough(last, other));
    if (next.length === 0) return chain;
    for (const other of next) if (!before.has(other)) before.set(other, [...chain, other]);
  }
  return [];
}

/** Whether a route falls because another has fallen, over any number of accounts in between. */
export function restsOn(route: WeakRoute, fallen: WeakRoute, all: readonly WeakRoute[]): boolean {
  const reached = new Set([fallen]);
  for (const known of reached)
    for (const candidate of all) if (leadsThrough(candidate, known)) reached.add(candidate);
  return route !== fallen && reached.has(route);
}

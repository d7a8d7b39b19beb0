// What rules about settings and written setups share: what rests on a phone number.
import {
  type Account,
  type ScenarioRef,
  type Setup,
  simulate,
  type TrailEntry,
} from "../../simulator/index.ts";

/** A route as far as it matters here: what it asks for. */
interface Route {
  readonly with: readonly string[];
}

/** The number to which an authenticator of an account is bound, if the phone network alone delivers it. */
export function numberOf(account: Account, id: string): string | undefined {
  const found = account.authenticators.find((authenticator) => authenticator.id === id);
  switch (found?.kind) {
    case "sms-code":
    case "voice-code":
      return found.number;
    case "support-desk":
      return found.asks === "call-back" ? found.number : undefined;
    default:
      return undefined;
  }
}

/** The numbers without which a route cannot be taken. */
export function numbersIn(account: Account, route: Route): readonly string[] {
  return [...new Set(route.with.flatMap((id) => numberOf(account, id) ?? []))];
}

/** The number that every one of the routes needs; undefined where there are none, or where one of them needs none. */
export function commonNumber(account: Account, routes: readonly Route[]): string | undefined {
  const [first, ...others] = routes.map((route) => numbersIn(account, route));
  return first?.find((number) => others.every((numbers) => numbers.includes(number)));
}

/** What stands beside the password in a route: the second factors that it asks for. */
export function besidePassword(account: Account, route: Route): readonly string[] {
  const kindOf = (id: string) =>
    account.authenticators.find((authenticator) => authenticator.id === id)?.kind;
  if (!route.with.some((id) => kindOf(id) === "password")) return [];
  return route.with.filter((id) => kindOf(id) !== "password" && kindOf(id) !== "trusted-browser");
}

/** A play in which the owner stays outside. */
export interface LockedOut {
  readonly scenario: ScenarioRef;
  readonly trail: readonly TrailEntry[];
}

/** The owner gives the number up, and nothing else happens; undefined where they are not locked out by that. */
export function lockedOutWithout(setup: Setup, number: string, account: string): LockedOut | undefined {
  const scenario: ScenarioRef = { id: "number-changed", target: number };
  const [outcome] = simulate(setup, scenario, { account }).accounts;
  return outcome?.owner === "locked-out" ? { scenario, trail: outcome.trail } : undefined;
}

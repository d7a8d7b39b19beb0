// Cords and pegs: which holding each authenticator of each account hangs on, for pictures.
import type { Reception } from "./factors/factor.ts";
import { waysToPresent } from "./factors/index.ts";
import type { Holding } from "./model/holdings.ts";
import type { Account, Setup } from "./model/setup.ts";

/**
 * One authenticator of an account, or a device that stays signed in to it; the way it is used, and a holding that it
 * hangs on.
 */
export interface Cord {
  readonly account: string;
  /** Absent where a device stays signed in: whoever holds it and passes its lock is asked for nothing. */
  readonly authenticator?: string;
  readonly way: "sign-in" | "recovery";
  readonly holding: Holding;
}

/** All cords of a setup. An authenticator with several holdings (an app on two devices) has a cord for each. */
export function cords(setup: Setup): readonly Cord[] {
  return setup.accounts.flatMap((account) => [
    ...cordsOf(account, "sign-in", account.signIn),
    ...account.signedInOn.map((device): Cord => ({
      account: account.id,
      way: "sign-in",
      holding: `device:${device}`,
    })),
    ...cordsOf(account, "recovery", account.recovery),
  ]);
}

function cordsOf(
  account: Account,
  way: Cord["way"],
  routes: readonly { readonly with: readonly string[] }[],
): readonly Cord[] {
  const used = new Set(routes.flatMap((route) => route.with));
  return account.authenticators
    .filter(({ id }) => used.has(id))
    .flatMap((authenticator) => {
      const holdings = new Set(
        waysToPresent(authenticator, account)
          .flat()
          .map((holding) => pegOf(holding))
          .filter((holding) => holding !== undefined),
      );
      return [...holdings].map((holding) => ({
        account: account.id,
        authenticator: authenticator.id,
        way,
        holding,
      }));
    });
}

/** What is drawn as a peg: a text or a call hangs on its number; locks and PINs are no pegs of their own. */
function pegOf(holding: Holding | Reception): Holding | undefined {
  if (holding.startsWith("unlock:") || holding.startsWith("activation:")) return undefined;
  // A recorded call hangs on its number as a call does.
  if (isReception(holding) || holding.startsWith("voicemail:"))
    return `number:${holding.slice(holding.indexOf(":") + 1).split("/")[0] ?? ""}`;
  return holding;
}

function isReception(holding: Holding | Reception): holding is Reception {
  return holding.startsWith("reading:") || holding.startsWith("hearing:");
}

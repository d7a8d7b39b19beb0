// Two-factor switched off: after trouble with texts nobody is asked for a second factor any more, and then somebody comes.
import { secondFactors } from "../model/second-factors.ts";
import type { AuthenticatorOf } from "../model/authenticators.ts";
import { numberById } from "../model/find.ts";
import type { Move } from "../model/move.ts";
import { nothingHappens } from "../model/scenario.ts";
import type { Scenario } from "../model/scenario.ts";
import type { Account } from "../model/setup.ts";
import { memorisedPasswords } from "./knowledge.ts";
import { knownToCaller, minute, simSwapMeans } from "./means.ts";
import { accountsInScope } from "./targets.ts";

export const twoFactorSwitchedOff: Scenario<"two-factor-switched-off", "password-breach" | "sim-swap"> = {
  id: "two-factor-switched-off",
  kind: "attack",
  attacker: "bulk-remote",
  effort: "bulk",
  strikes: "account",
  variants: [
    { id: "password-breach", sources: ["twitter-paywall-2023", "wired-twitter-2022"] },
    {
      id: "sim-swap",
      attacker: "targeted-remote",
      effort: "per-victim",
      sources: ["secgov-2024"],
    },
  ],
  sources: ["secgov-2024", "twitter-paywall-2023", "wired-twitter-2022"],
  open: (setup, variant, target) => {
    const knows = variant === "password-breach" ? memorisedPasswords(setup) : knownToCaller("phone-call");
    const accounts = accountsInScope(setup, target).filter((account) => textBeside(account) !== undefined);
    const [first] = accounts;
    const text = first === undefined ? undefined : textBeside(first);
    if (first === undefined || text === undefined) return nothingHappens(true, knows);
    const waived = accounts.map((account, index): Move => ({
      actor: "service",
      do: "waive",
      account: account.id,
      authenticators: secondFactors(account),
      after: index === 0 ? 2 * minute : minute,
    }));
    const means =
      variant === "sim-swap"
        ? simSwapMeans(setup, numberById(setup, text.number), "phone-call")
        : { moves: [], closing: [], gains: [], losses: [] };
    return {
      target: first.id,
      attacked: true,
      knows,
      ...means,
      moves: [...waived, ...means.moves],
      gains: [...knows, ...means.gains],
      waives: accounts.flatMap((account) => secondFactors(account).map((id) => `${account.id}/${id}`)),
    };
  },
};

/** The texted code that stands beside a password when signing in. */
function textBeside(account: Account): AuthenticatorOf<"sms-code"> | undefined {
  const beside = new Set(secondFactors(account));
  return account.authenticators.find(
    (authenticator): authenticator is AuthenticatorOf<"sms-code"> =>
      authenticator.kind === "sms-code" && beside.has(authenticator.id),
  );
}

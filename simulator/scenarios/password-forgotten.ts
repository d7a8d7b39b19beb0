// Password forgotten: the passwords that were kept in memory are not there any more.
import { passwordSecret } from "../model/holdings.ts";
import { nothingHappens } from "../model/scenario.ts";
import type { Scenario } from "../model/scenario.ts";
import type { Move } from "../model/move.ts";
import type { Account } from "../model/setup.ts";
import { failure } from "./failure.ts";
import { targetAccounts } from "./fallback-targets.ts";

export const passwordForgotten: Scenario<"password-forgotten", "all-memorised"> = {
  id: "password-forgotten",
  kind: "failure",
  strikes: "everything",
  variants: [{ id: "all-memorised", sources: ["uaag-2019"] }],
  sources: ["uaag-2019", "owasp-forgot-password"],
  open: (setup, _variant, target) => {
    const forgetful = targetAccounts(setup, target).filter(
      (account) => memorisedIn(account).length > 0 || account.id === target,
    );
    const first = forgetful[0]?.id;
    if (first === undefined) return nothingHappens(false);
    const secrets = [...new Set(forgetful.flatMap(memorisedIn))];
    return failure(setup, {
      target: first,
      moves: secrets.map((secret): Move => ({
        actor: "chance",
        do: "forget-secret",
        secret: secret.slice("secret:".length),
      })),
      losses: secrets,
    });
  },
};

/** The secrets of an account's passwords that no password manager keeps. */
function memorisedIn(account: Account) {
  return account.authenticators.flatMap((authenticator) =>
    authenticator.kind === "password" && authenticator.keptIn === undefined
      ? [passwordSecret(account, authenticator)]
      : [],
  );
}

// Change the passwords that somebody else knows, in each account that the owner gets into.
import { passwordSecret } from "../model/holdings.ts";
import type { Holding } from "../model/holdings.ts";
import type { Response, ResponseStep } from "../model/response.ts";
import type { Account, Setup } from "../model/setup.ts";
import { isGained } from "./what-happened.ts";

/** An estimate: a few minutes for each of some accounts. */
const takes = 60 * 60_000;

export const changePasswords: Response<"change-passwords"> = {
  id: "change-passwords",
  sources: ["nist-800-63b-4"],
  open: (setup, opening) => {
    const steps = setup.accounts.flatMap((account): readonly ResponseStep[] => {
      const leaked = secretsOf(account).filter(
        (secret) => isGained(opening, secret) && isUsedOnce(setup, secret),
      );
      // A new password ends the sessions of everybody else, and with them somebody's who was inside from the beginning.
      const inside: readonly Holding[] = [`account:${account.id}`];
      const revokes = [...leaked, ...inside.filter((holding) => isGained(opening, holding))];
      const hasPassword = secretsOf(account).length > 0;
      if (revokes.length === 0 || !hasPassword || guardsItsSettings(account)) return [];
      return [
        {
          inside: account.id,
          moves: [{ actor: "owner", do: "change-password", account: account.id }],
          restores: [],
          revokes,
          stops: [],
        },
      ];
    });
    return steps.length === 0 ? undefined : { takes, steps };
  },
};

function secretsOf(account: Account) {
  return account.authenticators.flatMap((authenticator) =>
    authenticator.kind === "password" ? [passwordSecret(account, authenticator)] : [],
  );
}

/** A secret that opens several accounts is out of date only once all of them have been seen to, so it is left out. */
function isUsedOnce({ accounts }: Setup, secret: string): boolean {
  return accounts.filter((account) => secretsOf(account).some((used) => used === secret)).length === 1;
}

/** Whether a password can be changed there only after more has been proven, which this response does not do. */
function guardsItsSettings({ protectedActions }: Account): boolean {
  return protectedActions.some(({ covers }) => covers === "security-settings");
}

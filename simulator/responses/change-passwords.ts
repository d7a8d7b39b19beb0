// Change the passwords that somebody else knows, in each account that the owner gets into.
import { passwordSecret } from "../model/holdings.ts";
import type { Holding } from "../model/holdings.ts";
import type { Response, ResponseStep } from "../model/response.ts";
import type { Opening } from "../model/scenario.ts";
import type { Account, Setup } from "../model/setup.ts";
import { isGained } from "./what-happened.ts";

/** An estimate: a few minutes for each of some accounts. */
const takes = 60 * 60_000;

export const changePasswords: Response<"change-passwords"> = {
  id: "change-passwords",
  sources: ["nist-800-63b-4"],
  open: (setup, opening) => {
    // A new password that is typed where everything is read is no secret.
    if (!hasCleanDevice(setup, opening)) return undefined;
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

/** Whether there is a device, beside those on which a program reads everything, on which passwords can be typed. */
function hasCleanDevice({ devices }: Setup, { moves }: Opening): boolean {
  const read = new Set(
    moves.flatMap((move) =>
      move.do === "infect-device" && move.reads === "everything" ? [move.device] : [],
    ),
  );
  return read.size === 0 || devices.some(({ id, kind }) => canType.has(kind) && !read.has(id));
}

const canType: ReadonlySet<string> = new Set(["smartphone", "tablet", "computer"]);

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

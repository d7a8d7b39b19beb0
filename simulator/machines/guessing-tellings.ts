// What is told of somebody who tries code after code: whether one was hit, and how likely that was.
import { nameOf } from "../factors/index.ts";
import type { Authenticator } from "../model/authenticators.ts";
import { titleOf } from "../model/find.ts";
import { guessingChance, hoursForHalf, hoursOfTrying, triesPerSecond } from "../model/guessing.ts";
import type { Account } from "../model/setup.ts";
import { tell } from "./messages.ts";
import type { Emitted } from "./messages.ts";

/**
 * The entry of the trail for a guess at one authenticator. Trying takes hours, and a play does not wait for them: the
 * entry says how long it is.
 */
export function guessTold(account: Account, authenticator: Authenticator, id: string): Emitted {
  const chance = guessingChance(authenticator, account.controls, hoursOfTrying);
  const half = hoursForHalf(authenticator, account.controls);
  return tell({
    actor: "attacker",
    channel: "web",
    to: `account:${account.id}`,
    account: account.id,
    what: {
      id,
      params: {
        account: titleOf(account),
        authenticator: nameOf(authenticator),
        hours: hoursOfTrying,
        percent: percentOf(chance),
        rate: triesPerSecond,
        ...(half === undefined ? {} : { wait: lengthOf(half) }),
      },
    },
    sources: ["asvs-5"],
  });
}

/** A number of hours as a setup would write it: in whole hours from two on, in whole minutes below. */
function lengthOf(hours: number): string {
  return hours < 2 ? `${Math.max(1, Math.ceil(hours * 60))}m` : `${Math.ceil(hours)}h`;
}

/** A chance in percent, with as many digits as tell it from none and from certainty. */
function percentOf(chance: number): string {
  if (chance > 0.9999) return "more than 99.99";
  return String(Number((chance * 100).toPrecision(2)));
}

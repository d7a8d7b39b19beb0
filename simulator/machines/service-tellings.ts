// What a service tells of one of its authenticators, the same way for all charts that check one.
import { nameOf } from "../factors/index.ts";
import type { Authenticator } from "../model/authenticators.ts";
import { titleOf } from "../model/find.ts";
import type { Account } from "../model/setup.ts";
import type { Channel, Person } from "../model/trail.ts";
import { tell } from "./messages.ts";
import type { Emitted } from "./messages.ts";

/** Which authenticator of which account it is about, and whose request. */
export interface CheckedFor {
  readonly account: Account;
  readonly authenticator: Authenticator;
  readonly person: Person;
}

interface More {
  /** Where it goes, if not to the person. */
  readonly to?: string;
  /** `web` if nothing else is said. */
  readonly channel?: Channel;
  readonly params?: Readonly<Record<string, string>>;
}

/** The entry of the trail for something that a service says or sends because of an authenticator. */
export function serviceTold(
  { account, authenticator, person }: CheckedFor,
  id: string,
  { to = person, channel = "web", params = {} }: More = {},
): Emitted {
  return tell({
    actor: "service",
    channel,
    to,
    account: account.id,
    what: {
      id,
      params: { account: titleOf(account), authenticator: nameOf(authenticator), ...params },
    },
  });
}

// What works because of one device: authenticators that are on it, and accounts that stay signed in on it.
import { devicesOf } from "../model/authenticators.ts";
import { sessionWorks } from "../model/holdings.ts";
import type { Condition } from "../model/holdings.ts";
import type { Account } from "../model/setup.ts";

/** Every condition of an account that would end with the device. */
export function worksOn(account: Account, device: string): readonly Condition[] {
  return [
    ...account.authenticators
      .filter((authenticator) => devicesOf(authenticator).includes(device))
      .map(({ id }): Condition => `works:${account.id}/${id}/${device}`),
    ...(account.signedInOn.includes(device) ? [sessionWorks(account.id, device)] : []),
  ];
}

// Looking things up in a setup that has been validated, so that a missing one is a bug and says so.
import type { Authenticator } from "./authenticators.ts";
import type { Account, Device, PhoneNumber, Setup, Thing } from "./setup.ts";

export function accountById(setup: Setup, id: string): Account {
  return required(setup.accounts, id, "account");
}

export function numberById(setup: Setup, id: string): PhoneNumber {
  return required(setup.numbers, id, "number");
}

export function deviceById(setup: Setup, id: string): Device {
  return required(setup.devices, id, "device");
}

export function thingById(setup: Setup, id: string): Thing {
  return required(setup.things, id, "thing");
}

export function authenticatorById(account: Account, id: string): Authenticator {
  return required(account.authenticators, id, `authenticator of ${account.id}`);
}

/** The name that people read: the title where there is one. */
export function titleOf(named: { readonly id: string; readonly title?: string | undefined }): string {
  return named.title ?? named.id;
}

function required<T extends { readonly id: string }>(list: readonly T[], id: string, what: string): T {
  const found = list.find((item) => item.id === id);
  if (found === undefined)
    throw new Error(`no ${what} with the id "${id}"; was the setup read with readSetup?`);
  return found;
}

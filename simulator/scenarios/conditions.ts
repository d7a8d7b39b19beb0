// The conditions that a failure takes away: the texts and calls of a number, and authenticators of some kind.
import { devicesOf } from "../model/authenticators.ts";
import type { Authenticator, FactorId } from "../model/authenticators.ts";
import { worksOf } from "../model/holdings.ts";
import type { Condition } from "../model/holdings.ts";
import type { Account, Setup } from "../model/setup.ts";

/** An authenticator together with the account that it belongs to. */
export interface Placed {
  readonly account: Account;
  readonly authenticator: Authenticator;
}

/** The authenticators of some accounts that fulfil a condition, in the order of the setup. */
export function authenticatorsIn(
  accounts: readonly Account[],
  matches: (authenticator: Authenticator, account: Account) => boolean,
): readonly Placed[] {
  return accounts.flatMap((account) =>
    account.authenticators
      .filter((authenticator) => matches(authenticator, account))
      .map((authenticator) => ({ account, authenticator })),
  );
}

/** That these authenticators are sent and accepted at all, wherever they are. */
export function worksOfAll(placed: readonly Placed[]): readonly Condition[] {
  return placed.flatMap(({ account, authenticator }) => worksOf(account.id, authenticator));
}

/** That authenticators are sent to and accepted from one device. */
export function worksOnDevice(
  setup: Setup,
  device: string,
  matches: (authenticator: Authenticator, account: Account) => boolean,
): readonly Condition[] {
  return authenticatorsIn(
    setup.accounts,
    (authenticator, account) => devicesOf(authenticator).includes(device) && matches(authenticator, account),
  ).map(({ account, authenticator }): Condition => `works:${account.id}/${authenticator.id}/${device}`);
}

/** The accounts that text codes to a number. */
export function textersOf(setup: Setup, number: string): readonly Account[] {
  return setup.accounts.filter(({ authenticators }) =>
    authenticators.some(
      (authenticator) => authenticator.kind === "sms-code" && authenticator.number === number,
    ),
  );
}

/** That texts with codes arrive at a number. */
export function textsTo(setup: Setup, number: string): readonly Condition[] {
  return textersOf(setup, number).map(({ id }): Condition => `delivery:${number}/${id}`);
}

/** That calls to a number ring. */
export function callsTo(number: string): Condition {
  return `ringing:${number}`;
}

const online: ReadonlySet<FactorId> = new Set(["push", "in-app-message", "session-approval"]);

/** Whether the device that it is on must reach the Internet for it. */
export function needsDeviceOnline(authenticator: Authenticator): boolean {
  return authenticator.kind === "device-code" ? authenticator.needsInternet : online.has(authenticator.kind);
}

const sent: ReadonlySet<FactorId> = new Set([
  "sms-code",
  "voice-code",
  "messenger-code",
  "email-code",
  "email-link",
]);

/** Whether the service has to send something for it: a code, a link or a prompt. */
export function isSent(authenticator: Authenticator): boolean {
  return sent.has(authenticator.kind) || online.has(authenticator.kind);
}

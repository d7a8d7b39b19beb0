// Which number or device a scenario strikes when none is named: the first that it could strike.
import type { Account, Device, PhoneNumber, Setup } from "../model/setup.ts";

/** The named number, or the first mobile one; undefined if there is none. */
export function targetNumber(setup: Setup, target: string | undefined): PhoneNumber | undefined {
  return target === undefined
    ? setup.numbers.find(({ line }) => line === "mobile")
    : setup.numbers.find(({ id }) => id === target);
}

/** The named number; or the first that is preferred; or the first mobile one; or any, since lines of all kinds will do. */
export function targetLine(
  setup: Setup,
  target: string | undefined,
  isPreferred: (number: PhoneNumber) => boolean = () => false,
): PhoneNumber | undefined {
  if (target !== undefined) return setup.numbers.find(({ id }) => id === target);
  return setup.numbers.find(isPreferred) ?? targetNumber(setup, undefined) ?? setup.numbers[0];
}

/** The named device, or the first phone; undefined if there is none. */
export function targetPhone(setup: Setup, target: string | undefined): Device | undefined {
  return target === undefined
    ? setup.devices.find(({ kind }) => kind === "smartphone" || kind === "feature-phone")
    : setup.devices.find(({ id }) => id === target);
}

/** The named account, or all of them; only those whose ways in are described. */
export function accountsInScope(setup: Setup, target: string | undefined): readonly Account[] {
  return setup.accounts.filter(({ id, modelled }) => modelled && (target === undefined || id === target));
}

/** The named device; or the first computer or tablet that shows a number's texts; or the first computer. */
export function targetLaptop(setup: Setup, target: string | undefined): Device | undefined {
  if (target !== undefined) return setup.devices.find(({ id }) => id === target);
  return (
    setup.devices.find(
      ({ kind, mirrors }) => (kind === "computer" || kind === "tablet") && mirrors.length > 0,
    ) ?? setup.devices.find(({ kind }) => kind === "computer")
  );
}

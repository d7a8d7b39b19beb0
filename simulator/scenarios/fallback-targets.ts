// What a failure strikes when nothing is named: the first thing, device or account in which it would be felt.
import type { Account, Device, PhoneNumber, Setup, Thing } from "../model/setup.ts";

/** The named thing, or the first that is fit for it. */
export function targetThing(
  setup: Setup,
  target: string | undefined,
  isFit: (thing: Thing) => boolean,
): Thing | undefined {
  return target === undefined ? setup.things.find(isFit) : setup.things.find(({ id }) => id === target);
}

/** The named device, or the first that is fit for it. */
export function targetDevice(
  setup: Setup,
  target: string | undefined,
  isFit: (device: Device) => boolean,
): Device | undefined {
  return target === undefined ? setup.devices.find(isFit) : setup.devices.find(({ id }) => id === target);
}

/** The named mobile number, or the first: coverage and roaming are no matter for a landline. */
export function targetMobileNumber(setup: Setup, target: string | undefined): PhoneNumber | undefined {
  return setup.numbers.find(({ id, line }) => line === "mobile" && (target === undefined || id === target));
}

/** The named account alone, or all that are described. */
export function targetAccounts(setup: Setup, target: string | undefined): readonly Account[] {
  return setup.accounts.filter(({ id, modelled }) => (target === undefined ? modelled : id === target));
}

// Which number or device a scenario strikes when none is named: the first that it could strike.
import type { Device, PhoneNumber, Setup } from "../model/setup.ts";

/** The named number, or the first mobile one; undefined if there is none. */
export function targetNumber(setup: Setup, target: string | undefined): PhoneNumber | undefined {
  return target === undefined
    ? setup.numbers.find(({ line }) => line === "mobile")
    : setup.numbers.find(({ id }) => id === target);
}

/** The named device, or the first phone; undefined if there is none. */
export function targetPhone(setup: Setup, target: string | undefined): Device | undefined {
  return target === undefined
    ? setup.devices.find(({ kind }) => kind === "smartphone" || kind === "feature-phone")
    : setup.devices.find(({ id }) => id === target);
}

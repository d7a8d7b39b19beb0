// What goes with a device when it is gone: its SIMs, and the things that are kept with it.
import type { BaseHolding } from "../model/holdings.ts";
import type { Device, Setup } from "../model/setup.ts";

/** The things that are kept with a device, as holdings. */
export function thingsKeptWith(setup: Setup, device: Device): readonly BaseHolding[] {
  return setup.things.flatMap(({ id, keptWith }): BaseHolding[] =>
    keptWith === device.id ? [`thing:${id}`] : [],
  );
}

/** What the owner no longer has once a device is lost or stolen. */
export function goneWithDevice(setup: Setup, device: Device): readonly BaseHolding[] {
  return [
    `device:${device.id}`,
    ...device.sims.map((number): BaseHolding => `number:${number}`),
    ...thingsKeptWith(setup, device),
  ];
}

// The parts of a setup that are well-formed on their own, so that one broken part does not hide what is wrong elsewhere.
import * as v from "valibot";
import type { Account, Device, PhoneNumber, Thing } from "./setup.ts";
import { setupSchema } from "./setup.ts";
import type { Path } from "./problems.ts";
import { isMapping } from "./shape.ts";

/** A part of a setup, and where it stands. */
export interface Placed<Part> {
  readonly part: Part;
  readonly path: Path;
}

/** The well-formed parts of a value that should be a setup. */
export interface Parts {
  readonly numbers: readonly Placed<PhoneNumber>[];
  readonly devices: readonly Placed<Device>[];
  readonly things: readonly Placed<Thing>[];
  readonly accounts: readonly Placed<Account>[];
}

/** Picks the numbers, devices, things and accounts that the schema accepts one by one. */
export function wellFormedParts(value: unknown): Parts {
  const { numbers, devices, things, accounts } = setupSchema.entries;
  return {
    numbers: accepted(value, "numbers", itemOf(numbers)),
    devices: accepted(value, "devices", itemOf(devices)),
    things: accepted(value, "things", itemOf(things)),
    accounts: accepted(value, "accounts", itemOf(accounts)),
  };
}

function itemOf<Item extends v.GenericSchema>(list: { readonly wrapped: { readonly item: Item } }): Item {
  return list.wrapped.item;
}

function accepted<Item extends v.GenericSchema>(
  value: unknown,
  key: string,
  item: Item,
): Placed<v.InferOutput<Item>>[] {
  const list = isMapping(value) && Object.hasOwn(value, key) ? value[key] : undefined;
  if (!Array.isArray(list)) return [];
  return list.flatMap((written: unknown, index) => {
    const read = v.safeParse(item, written, { abortEarly: true });
    return read.success ? [{ part: read.output, path: [key, index] }] : [];
  });
}

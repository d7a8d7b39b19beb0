// What is told of a handset itself: what has become of it, and what of that its owner can see.
import { titleOf } from "../model/find.ts";
import type { Actor, Saying } from "../model/trail.ts";
import type { HandsetContext } from "./handset-context.ts";
import { tell } from "./messages.ts";
import type { Emitted } from "./messages.ts";

/** The entry of the trail for something that happens to a device. */
export function deviceTold(
  { device }: HandsetContext,
  actor: Actor,
  id: string,
  sees?: Saying,
  more: Readonly<Record<string, string | number>> = {},
): Emitted {
  return tell({
    actor,
    channel: actor === "carrier" ? "signalling" : "hand",
    to: `handset:${device.id}`,
    what: { id, params: { device: titleOf(device), ...more } },
    ...(sees === undefined ? {} : { sees }),
  });
}

/** What the owner sees of a device, as a saying that names it. */
export function seenOf({ device }: HandsetContext, id: string): Saying {
  return { id, params: { device: titleOf(device) } };
}

// What goes with a handset when it is lost, taken, given back or broken, and who is told.
import type { HandsetContext } from "./handset-context.ts";
import { deviceTold, seenOf } from "./handset-tellings.ts";
import { send } from "./messages.ts";
import type { Emitted } from "./messages.ts";

/** Nobody has it any more. */
export function lost(context: HandsetContext): readonly Emitted[] {
  return [
    deviceTold(context, "chance", "device-lost", seenOf(context, "device-gone")),
    send("owner", { type: "LOSES", holdings: goesWith(context) }),
  ];
}

/** The attacker takes it. */
export function taken(context: HandsetContext): readonly Emitted[] {
  return [
    deviceTold(context, "attacker", "device-taken", seenOf(context, "device-gone")),
    send("owner", { type: "LOSES", holdings: goesWith(context) }),
    send("attacker", { type: "GAINS", holdings: goesWith(context) }),
  ];
}

/** The attacker gives it back. */
export function givenBack(context: HandsetContext): readonly Emitted[] {
  return [
    deviceTold(context, "attacker", "device-returned", seenOf(context, "device-back")),
    send("attacker", { type: "LOSES", holdings: goesWith(context) }),
    send("owner", { type: "GAINS", holdings: goesWith(context) }),
  ];
}

/** It stops working. Its SIMs go into another phone of the owner's, if there is one. */
export function broken(context: HandsetContext): readonly Emitted[] {
  const { device, service, spares } = context;
  const [first, ...next] = device.kind === "landline-phone" ? [] : spares;
  return [
    deviceTold(context, "chance", "device-broken", seenOf(context, "screen-dark")),
    send("owner", { type: "LOSES", holdings: [`device:${device.id}`] }),
    ...service.flatMap((number) => [
      send(`line:${number}`, { type: "SIM_LEAVES", handset: device.id }),
      ...(first === undefined
        ? []
        : [send(`handset:${first}`, { type: "TAKE_SIM", number, next, orElse: false })]),
    ]),
  ];
}

// The knowledge of its lock stays in its owner's head.
function goesWith({ device, carries }: HandsetContext): readonly string[] {
  return [`device:${device.id}`, ...carries.map((thing) => `thing:${thing}`)];
}

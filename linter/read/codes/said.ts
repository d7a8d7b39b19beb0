// Which of the things that are noted of codes are the same, so that each is noted once for an entry point.
import type { Happening } from "../events.ts";
import { claimsKey } from "../state.ts";
import { claimKey, keyOf } from "../values.ts";
import { placeKey } from "./traces.ts";

/** What tells a happening that is worth one note from others like it; undefined for those that flows are made of. */
export function saidOnce(happening: Happening): string | undefined {
  switch (happening.k) {
    case "aged":
      return `aged ${happening.store}`;
    case "looked":
      return `looked ${happening.store}#${happening.path}`;
    case "bounded":
    case "limited":
      return `${happening.k} ${happening.name}`;
    case "decided":
      return `decided ${happening.answer}`;
    case "accepted":
    case "drifting":
      return `${happening.k} ${placeKey(happening.spot)} ${String(happening.k === "accepted" && happening.guarded)}`;
    case "unfollowed":
      return `unfollowed ${happening.name} ${claimsKey(happening.claims)}`;
    case "removed":
      return `removed ${happening.store} ${happening.path ?? ""} ${placeKey(happening.spot)} ${String(happening.trace.over)} ${happening.trace.missed.join()} ${claimsKey(happening.claims)}`;
    case "held":
      return `held ${claimKey(happening.claim)} ${placeKey(happening.claim.spot)}`;
    case "logged":
      return `logged ${placeKey(happening.spot)} ${String(happening.guarded)} ${happening.sent.join()} ${happening.values.map((one) => keyOf(one)).join()}`;
    default:
      return undefined;
  }
}

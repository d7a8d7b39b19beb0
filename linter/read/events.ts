// What happens on paths, as it is noted while they are followed; linking makes flows of it afterwards.
import type { Channel } from "../providers/provider.ts";
import type { Confidence, EffectKind } from "../flow.ts";
import { atomsOf, type Claim, handedOn, type Spot, type Value } from "./values.ts";

export type Happening =
  /** A value is put into a store. */
  | {
      readonly k: "kept";
      readonly store: string;
      readonly path: string;
      readonly value: Value;
      /** The row that it is a field of, with what the row is found by where it is changed: what it is for stands there. */
      readonly row: Value | null;
      readonly atoms: ReadonlySet<number>;
      readonly spot: Spot;
      readonly claims: readonly Claim[];
    }
  /** Something is sent; `atoms` is null where the provider makes the code. */
  | {
      readonly k: "sent";
      readonly provider: string;
      readonly channels: readonly Channel[];
      readonly atoms: ReadonlySet<number> | null;
      readonly to: Value | null;
      readonly spot: Spot;
      readonly claims: readonly Claim[];
      readonly confidence: Confidence;
    }
  /** A path came to the end of its handler. */
  | { readonly k: "passed"; readonly claims: readonly Claim[] }
  /** Something is given to the caller in the answer; `plain` is what was made here and is itself in it. */
  | { readonly k: "answered"; readonly atoms: ReadonlySet<number>; readonly plain: ReadonlySet<number> }
  /** Something that flows end in. */
  | {
      readonly k: "effect";
      readonly what: EffectKind;
      readonly detail: string;
      readonly spot: Spot;
      readonly claims: readonly Claim[];
      readonly written: Value;
      readonly filter: Value | null;
      readonly confidence: Confidence;
      readonly payload: Readonly<Record<string, string | number | boolean>>;
      /** A service that keeps accounts does it: what it changes is an account's. */
      readonly hosted?: true;
    };

/** That values are given to the caller. */
export function answeredWith(values: readonly Value[]): Happening {
  return {
    k: "answered",
    atoms: new Set(values.flatMap((value) => [...atomsOf(value)])),
    plain: new Set(values.flatMap((value) => [...handedOn(value)])),
  };
}

/** Notes that something is sent, and leaves that on the path for what is sent after it. */
export function noteSent(
  run: { readonly note: (happening: Happening) => void },
  s: { readonly claims: readonly Claim[]; readonly claim: (claim: Claim) => void },
  sent: Omit<Extract<Happening, { k: "sent" }>, "k" | "claims">,
): void {
  run.note({ k: "sent", ...sent, claims: s.claims });
  if (sent.atoms === null || sent.atoms.size > 0)
    s.claim({ k: "sent", channels: sent.channels.join("|"), spot: sent.spot });
}

// What happens on paths, as it is noted while they are followed; linking makes flows of it afterwards.
import type { Channel } from "../providers/provider.ts";
import type { Confidence, EffectKind } from "../flow.ts";
import type { Claim, Spot, Value } from "./values.ts";

export type Happening =
  /** A value is put into a store. */
  | {
      readonly k: "kept";
      readonly store: string;
      readonly path: string;
      readonly value: Value;
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
  /** Something is given to the caller in the answer. */
  | { readonly k: "answered"; readonly atoms: ReadonlySet<number> }
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
    };

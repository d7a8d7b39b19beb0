// What happens on paths, as it is noted while they are followed; linking makes flows of it afterwards.
import type { Channel } from "../providers/provider.ts";
import type { Confidence, EffectKind } from "../flow.ts";
import type { Lifetime } from "./codes/lifetimes.ts";
import type { Trace } from "./codes/traces.ts";
import type { Run } from "./run.ts";
import type { State } from "./state.ts";
import { atomsOf, type Claim, handedOn, keyOf, parts, type Spot, type Value } from "./values.ts";

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
      /** What the store was told of when to forget it. */
      readonly lifetime?: Lifetime;
      readonly guarded: boolean;
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
      /** Whether it goes only to somebody of whom no row was found, as where an account is about to be made. */
      readonly toStranger?: boolean;
      /** What the path had logged before. */
      readonly logged: readonly string[];
    }
  /** A path came to the end of its handler. */
  | { readonly k: "passed"; readonly claims: readonly Claim[] }
  /** Something is given to the caller in the answer; `plain` is what was made here and is itself in it. */
  | {
      readonly k: "answered";
      readonly atoms: ReadonlySet<number>;
      readonly plain: ReadonlySet<number>;
      readonly values: readonly Value[];
      /** Absent for what a handler returns through others. */
      readonly spot?: Spot;
      readonly guarded: boolean;
    }
  | CodeHappening
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
      /** What it changes is an account's for certain: a service that keeps accounts does it, or a row says so itself. */
      readonly ofAccount?: true;
      /** Whether all that the caller sent is written, so that it is what the rows of the store have. */
      readonly whole?: true;
      /** The field of a PIN that is written, which is a password only where somebody signs in with it. */
      readonly pin?: string;
      /** Whether whoever gets in was found as somebody who has yet to confirm a number or an address. */
      readonly unconfirmed?: true;
    };

/** What is of interest only to how codes are kept, checked and shown. */
export type CodeHappening =
  /** Something is written to a log. */
  | {
      readonly k: "logged";
      readonly values: readonly Value[];
      readonly source: string;
      readonly spot: Spot;
      readonly guarded: boolean;
      /** By which channels something was sent before on the path. */
      readonly sent: readonly string[];
    }
  /** Something is taken out of a store: all of an entry, or one field of it; later, where a timer does it. */
  | {
      readonly k: "removed";
      readonly store: string;
      readonly path: string | null;
      readonly spot: Spot;
      readonly claims: readonly Claim[];
      /** What the path had done with codes before. */
      readonly trace: Trace;
      readonly later?: Lifetime;
    }
  /** The age of something in a store is looked at. */
  | { readonly k: "aged"; readonly store: string }
  /** A field of something in a store is looked at. */
  | { readonly k: "looked"; readonly store: string; readonly path: string }
  /** A count is held against a bound. */
  | { readonly k: "bounded"; readonly name: string; readonly spot: Spot }
  /** Attempts are limited by a call; `answer` is what has to be looked at for that. */
  | { readonly k: "limited"; readonly name: string; readonly answer: number | null }
  | { readonly k: "decided"; readonly answer: number }
  /** What the caller gave is held against a text that is written in the code. */
  | { readonly k: "accepted"; readonly given: string; readonly spot: Spot; readonly guarded: boolean }
  /** An authenticator app's code is checked, and that many steps beside the current one pass. */
  | { readonly k: "drifting"; readonly steps: number; readonly spot: Spot }
  /** What the caller gave was right. */
  | { readonly k: "held"; readonly claim: Extract<Claim, { k: "slot" }> }
  /** A call that could not be followed. */
  | { readonly k: "unfollowed"; readonly name: string; readonly claims: readonly Claim[] };

/** That values are given to the caller. */
export function answeredWith(
  values: readonly Value[],
  s: { readonly guarded: boolean },
  spot?: Spot,
): Happening {
  return {
    k: "answered",
    values: spot === undefined ? [] : values,
    guarded: s.guarded,
    ...(spot === undefined ? {} : { spot }),
    atoms: new Set(values.flatMap((value) => [...atomsOf(value)])),
    plain: new Set(values.flatMap((value) => [...handedOn(value)])),
  };
}

/** Whether a call leaves something in the visitor's cookies, which is as good as an answer with it. */
export function setsCookie(name: string, [first]: readonly Value[]): boolean {
  if (/(^|\.)cookie(s|_?store|_?jar)?(\(\))?\.set$|(^|\.)setCookie$/i.test(name)) return true;
  return (
    /(^|\.)headers\.(set|append)$|(^|\.)setHeader$/.test(name) &&
    first?.k === "const" &&
    typeof first.v === "string" &&
    /^set-cookie$/i.test(first.v)
  );
}

/** Notes that something is sent, and leaves that on the path for what is sent after it. */
export function noteSent(
  run: Pick<Run, "note" | "lookedFor">,
  s: Pick<State, "claims" | "claim" | "absent" | "trace">,
  sent: Omit<Extract<Happening, { k: "sent" }>, "k" | "claims" | "logged" | "toStranger">,
): void {
  run.note({
    k: "sent",
    ...sent,
    claims: s.claims,
    logged: s.trace.logged,
    ...(isNobodys(run, s, sent.to) ? { toStranger: true } : {}),
  });
  if (sent.atoms === null || sent.atoms.size > 0)
    s.claim({ k: "sent", channels: sent.channels.join("|"), spot: sent.spot });
}

/** Whether a row was looked for by this number or address on the path, and there was none. */
function isNobodys(run: Pick<Run, "lookedFor">, s: Pick<State, "absent">, to: Value | null): boolean {
  const given =
    to === null ? [] : [...parts(to)].filter((part) => part.k === "input").map((part) => keyOf(part));
  return (
    given.length > 0 &&
    s.absent.some((id) => {
      const filter = run.lookedFor.get(id);
      return filter !== undefined && [...parts(filter)].some((part) => given.includes(keyOf(part)));
    })
  );
}

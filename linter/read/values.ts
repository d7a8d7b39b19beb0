// What is known of a value while a path is followed: where it comes from, not what it is.
import type { Channel } from "../providers/provider.ts";
import type { Origin, Size } from "./codes/origins.ts";
import type { Taken } from "./codes/traces.ts";
import type { At } from "./facts.ts";

/** A place in a file, before it is written out as a `Place`. */
export interface Spot {
  readonly file: string;
  readonly at: At;
  readonly end?: number;
  /** The function around it: `AuthController.reset`. */
  readonly within?: string;
  /** The line in which that function begins. */
  readonly begins?: number;
}

/** The names that are visible in one call of a function, by the cell of the state that holds each. */
export interface Scope {
  readonly file: string;
  readonly fn: number | null;
  readonly cells: Map<string, number>;
  readonly up: Scope | null;
  readonly self: Value | null;
  /** Set where the function was not entered: its own names are then looked up where they are declared in it. */
  readonly unentered?: true;
}

export type Value =
  | {
      readonly k: "const";
      readonly v: string | number | boolean | null | undefined;
      /** Where it is written, for what may be a code, and whether only development comes there. */
      readonly spot?: Spot;
      readonly guarded?: boolean;
    }
  /** Chosen by whoever sends the request: `body.code`, `params.id`. */
  | {
      readonly k: "input";
      readonly path: string;
      /** True once its type was checked or forced. */
      readonly typed?: boolean;
      /** What was sent has only fields in it that were asked for: those of them that are known. */
      readonly picked?: readonly string[];
    }
  /** The request object itself, and the reply. */
  | { readonly k: "request" }
  | { readonly k: "response" }
  /** Who is signed in, as a guard left it: `user.id`. */
  | { readonly k: "session"; readonly path: string }
  /** Something read from a store: a row, a document, a cache entry, the payload of a token. */
  | {
      readonly k: "record";
      readonly store: string;
      readonly filter: Value | null;
      readonly path: string;
      readonly id: number;
      readonly spot: Spot;
      readonly certain: boolean;
      /** Whether it stands in an answer, under `data`, beside an `error`; `one` if it is an error that there is none. */
      readonly answers?: "one" | "any";
    }
  /** A store itself: a module's map, a table, a model, a query being built. */
  | {
      readonly k: "store";
      readonly name: string;
      readonly filter: Value | null;
      readonly memory: boolean;
      /** Where the query got its condition. */
      readonly spot?: Spot;
      /** Whether what it finds stands in an answer, under `data`, beside an `error`. */
      readonly answers?: "one" | "any";
    }
  /** Made here and now: a random code or a token. */
  | { readonly k: "fresh"; readonly id: number; readonly long: boolean; readonly origin?: Origin }
  | { readonly k: "hash"; readonly of: Value }
  | { readonly k: "text"; readonly parts: readonly Value[] }
  | {
      readonly k: "object";
      readonly props: Readonly<Record<string, Value>>;
      readonly rest: readonly Value[];
      readonly model: string | null;
    }
  | { readonly k: "array"; readonly items: readonly Value[] }
  | {
      readonly k: "function";
      readonly file: string;
      readonly fn: number;
      readonly scope: Scope | null;
      readonly self: Value | null;
    }
  | { readonly k: "native"; readonly name: string }
  | { readonly k: "class"; readonly file: string; readonly cls: number }
  | {
      readonly k: "instance";
      readonly file: string;
      readonly cls: number;
      readonly given: readonly Value[] | null;
    }
  | { readonly k: "module"; readonly file: string }
  /** Something of a package: `twilio`, path `().messages`. */
  | {
      readonly k: "package";
      readonly module: string;
      readonly path: string;
      readonly args: readonly Value[];
      readonly id: number;
    }
  /** The answer of a check: it passes if the value is `when`. */
  | {
      readonly k: "answer";
      readonly claim: Claim;
      readonly when: Readonly<Record<string, readonly (string | boolean | number)[]>>;
      readonly path: string;
    }
  | {
      readonly k: "test";
      readonly op: "==" | "!=" | "<" | ">" | "hash";
      readonly l: Value;
      readonly r: Value;
      readonly spot: Spot;
      readonly loose?: boolean;
    }
  | { readonly k: "not"; readonly of: Value }
  | { readonly k: "either"; readonly of: readonly Value[] }
  /** Not known; `name` is the last name it went by, `from` what went into it. */
  | {
      readonly k: "any";
      readonly name: string;
      readonly id: number;
      readonly from: readonly Value[];
      /** How many different values it can have, where it was worked out of something that was made. */
      readonly size?: Size;
    };

/** Something that a path has shown by passing a check, before it is known what it amounts to. */
export type Claim =
  /** What was submitted equals (the hash of) what a store holds. */
  | {
      readonly k: "slot";
      readonly store: string;
      readonly path: string;
      readonly spot: Spot;
      readonly detail: string;
      readonly given: Value | null;
      readonly by: string;
      /** What the row was looked for with. */
      readonly filter: Value | null;
      readonly loose?: boolean;
      /** Whether the number that the row was looked for with was compared with the one on file before. */
      readonly onFile?: boolean;
      /** What was taken out of stores before on the path. */
      readonly taken?: readonly Taken[];
    }
  /** A provider that makes and keeps the code says that it is right. */
  | {
      readonly k: "managed";
      readonly provider: string;
      readonly spot: Spot;
      readonly to: Value | null;
      /** The ways that the code can have come, where the check says so. */
      readonly channels?: readonly Channel[];
    }
  /** A carrier was asked whether the number changed hands lately. Proves nothing by itself. */
  | { readonly k: "carrier"; readonly spot: Spot; readonly detail: string }
  /** The record that was found has this flag set, or has this word in the field, or any but this one. */
  | {
      readonly k: "mark";
      readonly store: string;
      readonly path: string;
      readonly spot: Spot;
      /** What the row was looked for with: what it is for stands there. */
      readonly filter: Value | null;
      readonly word?: { readonly is: boolean; readonly text: string };
    }
  | {
      readonly k: "token";
      readonly store: string;
      readonly spot: Spot;
      readonly bearer: boolean;
      readonly payload: Readonly<Record<string, string | number | boolean>>;
    }
  | { readonly k: "password"; readonly spot: Spot; readonly given: Value }
  | { readonly k: "totp" | "passkey" | "recovery-code"; readonly spot: Spot; readonly detail: string }
  | { readonly k: "session"; readonly spot: Spot; readonly detail: string }
  /** Whose password it is was taken from a store: it counts what it took to put it there. */
  | { readonly k: "carried"; readonly store: string; readonly path: string; readonly spot: Spot }
  /** No proof: on this path something was sent before, by these channels. */
  | { readonly k: "sent"; readonly channels: string; readonly spot: Spot }
  /** No proof: on this path a row was made in a store, so what follows concerns nobody who was there before. */
  | { readonly k: "made"; readonly store: string; readonly spot: Spot }
  | { readonly k: "unknown"; readonly spot: Spot; readonly detail: string };

export const nothing: Value = { k: "const", v: undefined };
export const yes: Value = { k: "const", v: true };
export const no: Value = { k: "const", v: false };

/** An object with one property. */
export function objectWith(key: string, value: Value): Value {
  return { k: "object", props: { [key]: value }, rest: [], model: null };
}

const manyChoices = 16;

/** Values joined: one of them, without saying which. */
export function either(values: readonly Value[]): Value {
  const [one] = values;
  if (one !== undefined && one.k !== "either" && values.every((other) => other === one)) return one;
  const byKey = new Map<string, Value>();
  for (const value of values)
    for (const inner of value.k === "either" ? value.of : [value]) byKey.set(keyOf(inner), inner);
  const all = [...byKey.values()];
  const [only] = all;
  if (only === undefined) return nothing;
  if (all.length === 1) return only;
  // Beyond that it can be anything; leaving the rest out would make the paths that need it look impossible.
  if (all.length > manyChoices)
    return { k: "either", of: [...all.slice(0, manyChoices), { k: "any", name: "", id: 0, from: [] }] };
  return { k: "either", of: all };
}

const keys = new WeakMap<Value, string>();

/** A string that is equal for values that are the same, and different for values that may differ. */
export function keyOf(value: Value): string {
  // What is made of others is spelled out once: it is asked for wherever two paths meet.
  if (value.k !== "object" && value.k !== "array" && value.k !== "text") return spelledOut(value, 0);
  const known = keys.get(value);
  if (known !== undefined) return known;
  const key = spelledOut(value, 0);
  keys.set(value, key);
  return key;
}

function spelledOut(value: Value, depth: number): string {
  if (depth > 6) return "…";
  const inner = (of: Value): string => spelledOut(of, depth + 1);
  switch (value.k) {
    case "const":
      return `c:${typeof value.v}:${String(value.v)}`;
    case "input":
      return `in:${value.path}`;
    case "session":
      return `who:${value.path}`;
    case "request":
    case "response":
      return value.k;
    case "record":
      return `r:${value.id}:${value.path}`;
    case "store":
      return `st:${value.name}:${value.filter === null ? "" : inner(value.filter)}`;
    case "fresh":
      return `f:${value.id}`;
    case "hash":
      return `h(${inner(value.of)})`;
    case "text":
      return `t(${value.parts.map(inner).join("+")})`;
    case "object":
      return `o:${value.model ?? ""}{${Object.entries(value.props)
        .map(([key, of]) => `${key}=${inner(of)}`)
        .join(",")};${value.rest.map(inner).join(",")}}`;
    case "array":
      return `a[${value.items.map(inner).join(",")}]`;
    case "function":
      return `fn:${value.file}:${value.fn}:${scopeNumber(value.scope)}`;
    case "native":
      return `n:${value.name}`;
    case "class":
    case "instance":
      return `${value.k}:${value.file}:${value.cls}`;
    case "module":
      return `m:${value.file}`;
    case "package":
      return `p:${value.module}:${value.path}:${value.id}`;
    case "answer":
      return `an:${claimKey(value.claim)}:${value.path}`;
    case "test":
      return `${value.op}(${inner(value.l)},${inner(value.r)})`;
    case "not":
      return `!${inner(value.of)}`;
    case "either":
      return `|${value.of.map(inner).join("|")}`;
    case "any":
      return `?${value.id}`;
  }
}

const scopeNumbers = new WeakMap<Scope, number>();
let scopes = 0;
function scopeNumber(scope: Scope | null): number {
  if (scope === null) return 0;
  const known = scopeNumbers.get(scope);
  if (known !== undefined) return known;
  scopeNumbers.set(scope, ++scopes);
  return scopes;
}

/** Equal for claims that say the same. */
export function claimKey(claim: Claim): string {
  switch (claim.k) {
    case "mark":
      return `mark:${claim.store}#${claim.path}${claim.word === undefined ? "" : `${claim.word.is ? "=" : "!"}${claim.word.text}`}`;
    case "slot":
    case "carried":
      return `${claim.k}:${claim.store}#${claim.path}`;
    case "made":
      return `made:${claim.store}`;
    case "sent":
      return `sent:${claim.channels}:${claim.spot.file}:${claim.spot.at.join(":")}`;
    case "managed":
      return `managed:${claim.provider}:${claim.channels?.join() ?? ""}`;
    case "token":
      return `token:${claim.store}:${claim.bearer}:${JSON.stringify(claim.payload)}`;
    case "password":
      return `password:${keyOf(claim.given)}`;
    case "unknown":
      return `unknown:${claim.detail}`;
    default:
      return claim.k;
  }
}

/** Values are looked into this far: behind a long chain of calls nothing tells what a value is any more. */
const manyParts = 200;

/** The values inside a value, itself first. Goes through hashes, texts, objects and whatever made it. */
export function parts(value: Value): readonly Value[] {
  if (insideOf(value).length === 0) return [value];
  const waiting: Value[] = [value];
  const seen = new Set<Value>();
  for (let next = waiting.pop(); next !== undefined && seen.size < manyParts; next = waiting.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    const inside = insideOf(next);
    for (let index = inside.length - 1; index >= 0; index--) {
      const inner = inside[index];
      if (inner !== undefined) waiting.push(inner);
    }
  }
  return [...seen];
}

const none: readonly Value[] = [];

/** The values that one is made of, at first sight. */
export function insideOf(value: Value): readonly Value[] {
  switch (value.k) {
    case "hash":
      return [value.of];
    case "text":
      return value.parts;
    case "object":
      return [...Object.values(value.props), ...value.rest];
    case "array":
      return value.items;
    case "either":
      return value.of;
    case "any":
      return value.from;
    case "package":
      return value.args;
    case "instance":
      return value.given ?? [];
    default:
      return none;
  }
}

/**
 * What was made on this path and is handed on inside the value, as it is or wrapped by one call that was not followed. What
 * an unknown call answers to an unknown call is something else than what went into the first.
 */
export function handedOn(value: Value, calls = 0): Set<number> {
  const atoms = new Set<number>();
  const waiting: { readonly of: Value; readonly calls: number }[] = [{ of: value, calls }];
  for (
    let next = waiting.pop(), steps = 0;
    next !== undefined && steps < manyParts;
    next = waiting.pop(), steps++
  ) {
    if (next.of.k === "fresh") atoms.add(next.of.id);
    const isCall = next.of.k === "any" || next.of.k === "package";
    if (isCall && next.calls > 0) continue;
    const deeper = isCall ? next.calls + 1 : next.calls;
    for (const inner of insideOf(next.of)) waiting.push({ of: inner, calls: deeper });
  }
  return atoms;
}

/** The ids of what was made on this path and is inside the value: what links a stored code to the one that is sent. */
export function atomsOf(value: Value): Set<number> {
  const atoms = new Set<number>();
  for (const part of parts(value))
    if (part.k === "fresh" || part.k === "any" || (part.k === "package" && part.path.endsWith("()")))
      atoms.add(part.id);
  return atoms;
}

export function sharesAtom(atoms: ReadonlySet<number>, value: Value): boolean {
  for (const atom of atomsOf(value)) if (atoms.has(atom)) return true;
  return false;
}

/** The first thing in it that the caller chose, if there is one. */
export function inputIn(value: Value): Extract<Value, { k: "input" }> | undefined {
  for (const part of parts(value)) if (part.k === "input") return part;
  return undefined;
}

export function hasSession(value: Value): boolean {
  for (const part of parts(value)) if (part.k === "session") return true;
  return false;
}

/** The value without the hashes around it. */
export function unhashed(value: Value): Value {
  let inner = value;
  while (inner.k === "hash") inner = inner.of;
  return inner;
}

/** The property of an object value, if it is known to have it. */
export function propOf(value: Value | undefined, name: string): Value | undefined {
  if (value?.k === "object") {
    const own = value.props[name];
    if (own !== undefined) return own;
    for (const rest of value.rest) {
      const found = propOf(rest, name);
      if (found !== undefined) return found;
    }
  }
  if (value?.k === "either")
    for (const one of value.of) {
      const found = propOf(one, name);
      if (found !== undefined) return found;
    }
  return undefined;
}

/** The texts that a value can be, as far as they are written in the code. */
export function textsOf(value: Value | undefined): string[] {
  if (value === undefined) return [];
  if (value.k === "const") return typeof value.v === "string" ? [value.v] : [];
  if (value.k === "either") return value.of.flatMap(textsOf);
  return [];
}

/** The text with `*` for what is not known: the shape of a cache key, the start of an address. */
export function shapeOf(value: Value): string {
  if (value.k === "const") return String(value.v);
  if (value.k === "text") return value.parts.map(shapeOf).join("").replaceAll(/\*+/g, "*");
  if (value.k === "either") return shapeOf(value.of[0] ?? nothing);
  return "*";
}

/** One name for each kind of thing that a map or a cache keeps, told by what its keys look like: `codes[reset:*]`. */
export function slotName(store: string, key: Value): string {
  const shape = shapeOf(key);
  // A country code or a hyphen is no kind of thing; a key of two things with a colon between them is another than either.
  return /[a-z]/i.test(shape) || /^\*(:\*)+$/.test(shape) ? `${store}[${shape}]` : store;
}

/** The last name in what a value is called: of `body.phone` it is `phone`. */
export function leafName(value: Value): string {
  switch (value.k) {
    case "input":
    case "session":
    case "record":
      return value.path.slice(value.path.lastIndexOf(".") + 1);
    case "any":
      return value.name;
    case "hash":
      return leafName(value.of);
    case "either":
    case "text": {
      const named = (value.k === "either" ? value.of : value.parts)
        .map(leafName)
        .filter((name) => name !== "");
      return named[0] ?? "";
    }
    default:
      return "";
  }
}

// The slots of stores that codes lie in: one field of one store, whoever fills it.
import type { Entry } from "../entries/index.ts";
import type { Happening } from "../events.ts";
import { isCodeName } from "../names.ts";
import { type Claim, leafName, type Spot, type Value } from "../values.ts";

export type SlotClaim = Extract<Claim, { k: "slot" }>;
/** Something that an entry point put into a store. */
export type Kept = Extract<Happening, { k: "kept" }> & { readonly entry: Entry };

/** Who stored what is checked; `value` is absent where only its numbers are known. */
export interface Writer {
  readonly entry: Entry;
  readonly spot: Spot;
  readonly value?: Value;
}

/**
 * What the trigger of Amazon Cognito that makes a challenge keeps, and the one that checks the answer is given back. No
 * table is called so.
 */
export const cognitoChallenge = "challenge of Amazon Cognito";

/** Whether what is compared is a code by its name: that of its field, or of what the caller gave. */
export function isCodeSlot({ store, path, given }: SlotClaim): boolean {
  if (store === cognitoChallenge) return true;
  const field = lastName(path);
  const name = given === null ? "" : leafName(given);
  if (isCodeName(field) || isCodeName(name)) return true;
  return name === "" && /^(|#key|value|data|val|hash|secret)$/i.test(field);
}

/** Whether a code, by its slot, is among what a path has shown. */
export function shows(claims: readonly Claim[], { store, path }: SlotClaim): boolean {
  return claims.some((one) => one.k === "slot" && one.store === store && one.path === path);
}

/** A field of a table for everything, whose rows have nothing to do with one another. */
export function keepsAnything({ store, path }: SlotClaim): boolean {
  // A key that says what it is for keeps things apart.
  if (/[:[]/.test(store)) return false;
  return /^(value|data|val|payload|content)$/i.test(lastName(path));
}

/** The same store, whichever kind of key it is reached by. */
export function sameStore(a: string, b: string): boolean {
  return a === b || bare(a) === bare(b);
}

function bare(store: string): string {
  return store.replace(/\[[^\]]*\]$/, "");
}

/** The last name of a path: of `reset.code` it is `code`. */
export function lastName(path: string): string {
  return path.slice(path.lastIndexOf(".") + 1);
}

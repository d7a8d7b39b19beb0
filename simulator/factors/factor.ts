// What every factor file declares about its kind of authenticator.
import type { AuthenticatorOf, FactorId } from "../model/authenticators.ts";
import type { Holding } from "../model/holdings.ts";
import type { Account } from "../model/setup.ts";
import type { SourceId } from "../model/sources.ts";

/** Alternatives (any of), each a list of holdings (all of). */
export type Ways = readonly (readonly (Holding | TextReading)[])[];

/** Being able to read the texts that one account sends to one number, by whatever means: `reading:number/account`. */
export type TextReading = `reading:${string}/${string}`;

/** One kind of authenticator. Its words live in the language folders under the same id. */
export interface Factor<Kind extends FactorId = FactorId> {
  readonly id: Kind;
  /** Something known or something had, in NIST's sense. */
  readonly means: "know" | "have";
  /** Which statechart checks it. */
  readonly verifier: "password" | "challenge" | "totp" | "recovery-codes" | "signature";
  /** What somebody needs in order to present it. */
  readonly rests: (authenticator: AuthenticatorOf<Kind>, account: Account) => Ways;
  readonly sources: readonly SourceId[];
}

// What every factor file declares about its kind of authenticator.
import type { AuthenticatorOf, FactorId } from "../model/authenticators.ts";
import type { Holding } from "../model/holdings.ts";
import type { Account } from "../model/setup.ts";
import type { SourceId } from "../model/sources.ts";

/** Alternatives (any of), each a list of holdings (all of). */
export type Ways = readonly (readonly (Holding | Reception)[])[];

/**
 * Being able to read the texts that one account sends to one number, or to hear its calls, by whatever means:
 * `reading:number/account`, `hearing:number/account`.
 */
export type Reception = `reading:${string}/${string}` | `hearing:${string}/${string}`;

/** One kind of authenticator. Its words live in the language folders under the same id. */
export interface Factor<Kind extends FactorId = FactorId> {
  readonly id: Kind;
  /** Something known, had or been, in NIST's sense, or somebody else's word for it. */
  readonly means: "know" | "have" | "are" | "vouched";
  /** Which statechart checks it. */
  readonly verifier:
    | "password"
    | "answers"
    | "challenge"
    | "totp"
    | "hotp"
    | "prompt"
    | "recovery-codes"
    | "signature"
    | "desk";
  /** What somebody needs in order to present it. */
  readonly rests: (authenticator: AuthenticatorOf<Kind>, account: Account) => Ways;
  /** What must reach the person for it: nothing, the phone network, or the Internet. */
  readonly needs: "nothing" | "phone-network" | "internet";
  /** Whether somebody inside the account can put one of their own in its place. */
  readonly replaceable: boolean;
  readonly sources: readonly SourceId[];
}

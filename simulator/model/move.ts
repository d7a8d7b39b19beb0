// Moves: what an actor does in a play. A play is a list of moves, so it can be kept, shared, undone and replayed.
import type { Person } from "./trail.ts";

/** How somebody who is not the owner gets the carrier to move a number to another SIM. */
export type SimSwapApproach = "phone-call" | "insider";

/** Which texts a carrier's filter stops: those of short codes, those of long numbers too, or those of single accounts. */
export type BlockedSenders = "short-codes" | "all-services" | readonly string[];

/** Something that an account asks proofs for. `route` counts from 0 in the account's list of that ceremony. */
export interface CeremonyRef {
  readonly account: string;
  readonly ceremony: Ceremony;
  readonly route: number;
}

/** Signing in, getting back in, or carrying out a protected action once inside. */
export type Ceremony = "sign-in" | "recovery" | "action";

/** What a person does at a service. */
export type PersonDoing =
  | ({ readonly do: "begin" } & CeremonyRef)
  /** Has the service send the code of an authenticator that works by sent codes. */
  | { readonly do: "ask-for-code"; readonly account: string; readonly authenticator: string }
  /** Offers what the person can for this authenticator in the ceremony begun last at this account. */
  | { readonly do: "present"; readonly account: string; readonly authenticator: string }
  /** Reads what lies in an account: mails, kept passwords, synced seeds. */
  | { readonly do: "look-inside"; readonly account: string }
  /** Puts new passwords, numbers and keys in the place of the owner's. */
  | { readonly do: "replace-authenticators"; readonly account: string };

/** What happens to lines and devices. */
export type WorldDoing =
  | {
      readonly actor: "attacker";
      readonly do: "swap-sim";
      readonly number: string;
      readonly approach: SimSwapApproach;
    }
  | { readonly actor: "attacker"; readonly do: "redirect-texts"; readonly number: string }
  | { readonly actor: "attacker"; readonly do: "end-redirect"; readonly number: string }
  | { readonly actor: "attacker"; readonly do: "take-device"; readonly device: string }
  | { readonly actor: "chance"; readonly do: "lose-device"; readonly device: string }
  | {
      readonly actor: "carrier";
      readonly do: "block-texts";
      readonly number: string;
      readonly senders: BlockedSenders;
    }
  | { readonly actor: "chance"; readonly do: "wait" };

/** One move, and the milliseconds that pass before it. */
export type Move = (({ readonly actor: Person } & PersonDoing) | WorldDoing) & { readonly after?: number };

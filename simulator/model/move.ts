// Moves: what an actor does in a play. A play is a list of moves, so it can be kept, shared, undone and replayed.
import type { Person } from "./trail.ts";

/** How somebody who is not the owner asks the carrier for a new SIM. */
export type SimSwapApproach = "phone-call" | "insider";

/** Which texts a carrier's filter stops: those of short codes, or those of single accounts. */
export type BlockedSenders = { readonly senders: "short-codes" } | { readonly senders: "accounts"; readonly accounts: readonly string[] };

/** A ceremony is either a sign-in or a recovery; `route` counts from 0 within the account's list of them. */
export interface CeremonyRef {
  readonly account: string;
  readonly ceremony: "sign-in" | "recovery";
  readonly route: number;
}

type Doing =
  | { readonly actor: "attacker"; readonly do: "swap-sim"; readonly number: string; readonly approach: SimSwapApproach }
  | { readonly actor: "attacker"; readonly do: "redirect-texts"; readonly number: string }
  | { readonly actor: "attacker"; readonly do: "end-redirect"; readonly number: string }
  | { readonly actor: "chance"; readonly do: "lose-device"; readonly device: string }
  | ({ readonly actor: "carrier"; readonly do: "block-texts"; readonly number: string } & BlockedSenders)
  | ({ readonly actor: Person; readonly do: "begin" } & CeremonyRef)
  | { readonly actor: Person; readonly do: "ask-for-code"; readonly account: string; readonly authenticator: string }
  | { readonly actor: Person; readonly do: "read-mail"; readonly account: string }
  | { readonly actor: Person; readonly do: "present"; readonly account: string; readonly authenticator: string }
  | { readonly actor: Person; readonly do: "act"; readonly account: string; readonly action: string }
  | { readonly actor: "attacker"; readonly do: "replace-authenticators"; readonly account: string }
  | { readonly actor: "chance"; readonly do: "wait"; readonly milliseconds: number };

/** One move, and the milliseconds that pass before it. */
export type Move = Doing & { readonly after?: number };

// The trail: what happened in a play, as numbered, typed entries without words.
import type { SourceId } from "./sources.ts";

/** A person who acts in a play. */
export type Person = "owner" | "attacker";

/** Who did what an entry tells: a person, the carrier of a number, the service of an account, or nobody in particular. */
export type Actor = Person | "carrier" | "service" | "chance";

/** How something travelled from its actor. `none`: nothing travelled, something changed. */
export type Channel = "text" | "mail" | "web" | "call" | "signalling" | "hand" | "none";

/** Words by reference: an id of the language folder and what is filled into its text. */
export interface Saying {
  readonly id: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/** One thing that happened. Words are rendered from a language folder, never stored here. */
export interface TrailEntry {
  /** 1 for the first entry of a play. */
  readonly n: number;
  /** Milliseconds since the play began. */
  readonly at: number;
  readonly actor: Actor;
  readonly channel: Channel;
  /** Where it went: an actor's id (`owner`, `attacker`, `line:mobile`, `handset:phone`, `account:mail`). */
  readonly to?: string;
  /** The account it concerns, where it concerns one. */
  readonly account?: string;
  readonly what: Saying;
  /** What the owner can notice of it; absent where there is nothing to notice. */
  readonly sees?: Saying;
  readonly sources?: readonly SourceId[];
}

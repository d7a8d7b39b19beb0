// What the challenge of a sent code keeps in mind, and what it listens to.
import type { Authenticator } from "../model/authenticators.ts";
import type { Account } from "../model/setup.ts";
import type { Person } from "../model/trail.ts";
import type { Arriving } from "./messages.ts";

export interface ChallengeContext {
  readonly account: Account;
  readonly authenticator: Authenticator;
  /** Whose request this is about: a code serves only the person who asked for it. */
  readonly person: Person;
  readonly seed: string;
  /** How many codes have been sent; the next code's counter. */
  readonly counter: number;
  /** The code sent last. */
  readonly code: string | undefined;
  /** What it was sent for. */
  readonly request: string | undefined;
  /** Wrong codes since a right one. Asking for another code does not reset this (NIST SP 800-63B-4, 3.1.3.2). */
  readonly wrong: number;
  /** Whose new number it goes to, after a recovery has changed the number on file. */
  readonly newNumberOf: Person | undefined;
  /** The number that the service texts by mistake. */
  readonly misdirectedTo: string | undefined;
  /** Whether somebody reads along at a company that passes the texts on. */
  readonly isTapped: boolean;
}

export type ChallengeInput = Pick<ChallengeContext, "account" | "authenticator" | "person" | "seed">;

export type ChallengeEvent = Arriving<
  | "ISSUE"
  | "VERIFY"
  | "GUESS"
  | "NEW_NUMBER"
  | "MISDIRECTED"
  | "TAPPED"
  | "STOP_SENDING"
  | "RESUME_SENDING"
  | "REPLACED"
>;

/** A challenge for which nothing has been sent. */
export function unsent(input: ChallengeInput): ChallengeContext {
  return {
    ...input,
    counter: 0,
    code: undefined,
    request: undefined,
    wrong: 0,
    newNumberOf: undefined,
    misdirectedTo: undefined,
    isTapped: false,
  };
}

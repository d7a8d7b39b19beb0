// What a ceremony keeps in mind: what is asked for, what has been proven, and what the service does not accept.
import { durationMilliseconds } from "../model/duration.ts";
import type { Ceremony } from "../model/move.ts";
import type { Account } from "../model/setup.ts";
import type { Person } from "../model/trail.ts";
import type { Arriving } from "./messages.ts";

export interface CeremonyContext {
  readonly account: Account;
  readonly person: Person;
  readonly ceremony: Ceremony;
  readonly route: number;
  readonly needs: readonly string[];
  /** What of it a recovery has removed: it may be offered and need not be. */
  readonly waived: readonly string[];
  readonly proven: readonly string[];
  /** Everything that the service asks nobody for any more, of this route or not. */
  readonly notAskedFor: readonly string[];
  /** Authenticators that the service no longer accepts. */
  readonly withdrawn: readonly string[];
  /** Devices that it no longer trusts. */
  readonly revoked: readonly string[];
  /** The device on which the proof that is being checked was made, where it was made on one. */
  readonly madeOn: string | undefined;
}

export type CeremonyInput = Pick<CeremonyContext, "account" | "person" | "ceremony">;

export type CeremonyEvent = Arriving<
  "START" | "REFUSES" | "CANCEL" | "ASK" | "OFFER" | "TRY_CODES" | "PROVEN" | "REFUSED"
>;

/** The context before anything has begun. */
export function notBegun(input: CeremonyInput): CeremonyContext {
  return {
    ...input,
    route: 0,
    needs: [],
    waived: [],
    proven: [],
    notAskedFor: [],
    withdrawn: [],
    revoked: [],
    madeOn: undefined,
  };
}

/**
 * Everything asked for has been proven or removed. A route that asks for something never opens to somebody who has
 * proven nothing, even if everything it asked for has been removed.
 */
export function isComplete({ needs, waived, proven }: CeremonyContext): boolean {
  const isMet = needs.every((id) => proven.includes(id) || waived.includes(id));
  return isMet && (needs.length === 0 || proven.length > 0);
}

/** Milliseconds for which a recovery that has been proven makes its person wait. */
export function coolingOff({ account, route }: CeremonyContext): number {
  const after = account.recovery[route]?.after;
  return after === undefined ? 0 : durationMilliseconds(after);
}

// The ids of a world's charts, in one place, so that senders and the world cannot disagree.
import { factorOf } from "../factors/index.ts";
import type { Authenticator } from "../model/authenticators.ts";
import type { Ceremony } from "../model/move.ts";
import type { Person } from "../model/trail.ts";
import type { ActorId } from "./messages.ts";

/** Both people of a play. */
export const persons: readonly Person[] = ["owner", "attacker"];

/**
 * The chart that checks an authenticator. Sent codes and prompts have one for each person, since they are bound to the
 * request that they were sent for.
 */
export function verifierOf(account: string, authenticator: Authenticator, person: Person): ActorId {
  const { verifier } = factorOf(authenticator);
  return verifier === "challenge" || verifier === "prompt"
    ? `${verifier}:${account}/${authenticator.id}/${person}`
    : `${verifier}:${account}/${authenticator.id}`;
}

export function ceremonyOf(account: string, ceremony: Ceremony, person: Person): ActorId {
  return `${ceremony}:${account}/${person}`;
}

export function sessionOf(account: string, person: Person): ActorId {
  return `session:${account}/${person}`;
}

// The messages between statecharts, and what a chart hands to the world: something to send, something to tell.
import type { Ceremony, CeremonyRef, PersonDoing, SimSwapApproach } from "../model/move.ts";
import type { Person, TrailEntry } from "../model/trail.ts";

/** The charts of a world, by kind: `line:mobile`, `session:mail/owner`, `totp:mail/app`. */
export type ActorId =
  | Person
  | `line:${string}`
  | `handset:${string}`
  | `account:${string}`
  | `session:${string}`
  | `sign-in:${string}`
  | `action:${string}`
  | `recovery:${string}`
  | `password:${string}`
  | `challenge:${string}`
  | `totp:${string}`
  | `recovery-codes:${string}`
  | `signature:${string}`;

/** A code on its way: which service sent it for which authenticator, and on whose request. */
export interface SentCode {
  readonly account: string;
  readonly accountTitle: string;
  readonly authenticator: string;
  /** Whoever asked the service for it: a code is bound to the request it was sent for. */
  readonly requestedBy: Person;
  readonly code: string;
}

/** What lies in an account for whoever is inside. Keys are `account/authenticator`. */
export interface Contents {
  readonly codes: Readonly<Record<string, SentCode>>;
  readonly passwords: Readonly<Record<string, string>>;
  readonly seeds: Readonly<Record<string, string>>;
  readonly passkeys: Readonly<Record<string, string>>;
  readonly lists: Readonly<Record<string, readonly string[]>>;
}

/** Why a service does not accept what was offered. */
export type Refusal =
  "wrong" | "expired" | "exhausted" | "used-already" | "nothing-sent" | "other-request" | "replaced";

/** A message before the world stamps it with the time. */
export type Message =
  // to a person
  | { readonly type: "DO"; readonly doing: PersonDoing }
  /** `behindLockOf`: the text can be read only by whoever can unlock that device. */
  | { readonly type: "CODE_READ"; readonly sent: SentCode; readonly behindLockOf?: string }
  | { readonly type: "GAINS"; readonly holdings: readonly string[] }
  | {
      readonly type: "APP_SHOWS";
      readonly account: string;
      readonly authenticator: string;
      readonly proof: string;
    }
  | { readonly type: "APP_CLOSED"; readonly account: string; readonly authenticator: string }
  | { readonly type: "FOUND"; readonly account: string; readonly contents: Contents }
  | {
      readonly type: "NEW_PASSWORD";
      readonly account: string;
      readonly authenticators: readonly string[];
      readonly value: string;
    }
  | { readonly type: "LOSES"; readonly holdings: readonly string[] }
  /** A mail with a code that somebody else asked for has come to a mailbox that is still the owner's. */
  | { readonly type: "MAIL_NOTICED"; readonly mailboxTitle: string; readonly sent: SentCode }
  | { readonly type: "NOTICED" }
  | { readonly type: "ENTERED"; readonly account: string }
  // to a line
  | { readonly type: "SIM_CHANGE_ASKED"; readonly approach: SimSwapApproach }
  | { readonly type: "REDIRECT" }
  | { readonly type: "REDIRECT_ENDED" }
  | { readonly type: "BLOCK"; readonly accounts: readonly string[] }
  | { readonly type: "TEXT"; readonly sent: SentCode }
  // to a handset
  | { readonly type: "TEXT_ARRIVES"; readonly sent: SentCode }
  | { readonly type: "SERVICE_LOST"; readonly number: string }
  | { readonly type: "LOST" }
  | { readonly type: "TAKEN" }
  | {
      readonly type: "OPEN_APP";
      readonly by: Person;
      readonly knows: readonly string[];
      readonly account: string;
      readonly authenticator: string;
    }
  // to an account
  | ({ readonly type: "BEGIN"; readonly by: Person } & CeremonyRef)
  | { readonly type: "MAIL"; readonly sent: SentCode }
  | { readonly type: "LOOK"; readonly by: Person }
  | { readonly type: "GRANTED"; readonly by: Person; readonly ceremony: Ceremony; readonly route: number }
  | { readonly type: "REPLACE"; readonly by: Person }
  // to a session
  | { readonly type: "OPEN" }
  | {
      readonly type: "USE";
      readonly use:
        | { readonly do: "look-inside" | "replace-authenticators" }
        | { readonly do: "begin"; readonly route: number };
    }
  // to a ceremony
  | {
      readonly type: "START";
      readonly route: number;
      readonly needs: readonly string[];
      readonly waived: readonly string[];
    }
  | { readonly type: "ASK"; readonly authenticator: string }
  | { readonly type: "OFFER"; readonly authenticator: string; readonly proof: string }
  | { readonly type: "PROVEN"; readonly authenticator: string; readonly proof: string }
  | { readonly type: "REFUSED"; readonly authenticator: string; readonly why: Refusal }
  // to a verifier
  | { readonly type: "ISSUE"; readonly request: string }
  | { readonly type: "VERIFY"; readonly proof: string; readonly request: string; readonly ceremony: ActorId }
  | { readonly type: "SET"; readonly value: string }
  | { readonly type: "REPLACED" };

/** A message as it arrives: with the time of the world, in milliseconds since the play began. */
export type Timed<M> = M extends Message ? M & { readonly now: number } : never;

/** The messages of some types, as they arrive. */
export type Arriving<Type extends Message["type"]> = Timed<Extract<Message, { type: Type }>>;

/** An entry of the trail before the world numbers and dates it. */
export type Told = Omit<TrailEntry, "n" | "at">;

/** What a chart hands to the world. */
export type Emitted =
  | { readonly type: "SEND"; readonly to: ActorId; readonly message: Message }
  | { readonly type: "TRAIL"; readonly told: Told };

export function send(to: ActorId, message: Message): Emitted {
  return { type: "SEND", to, message };
}

export function tell(told: Told): Emitted {
  return { type: "TRAIL", told };
}

// The messages between statecharts, and what a chart hands to the world: something to send, something to tell.
import type { Lure } from "../model/lures.ts";
import type { Ceremony, CeremonyRef, PersonDoing, Reception, SimSwapApproach } from "../model/move.ts";
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
  | `signature:${string}`
  | `answers:${string}`
  | `hotp:${string}`
  | `prompt:${string}`
  | `desk:${string}`;

/** A code on its way: which service sent it for which authenticator, and on whose request. */
export interface SentCode {
  readonly account: string;
  readonly accountTitle: string;
  readonly authenticator: string;
  /** Whoever asked the service for it: a code is bound to the request it was sent for. */
  readonly requestedBy: Person;
  readonly code: string;
  /** Whether it is a link to be opened, so that nobody reads or types a code. */
  readonly isLink?: boolean;
  /** Whether the service takes a landline for a mobile number, so that it goes where no text is shown. */
  readonly isMisdirected?: boolean;
  /** The secret to key in before a call speaks the code. */
  readonly pin?: string;
  /** Set where the text or mail carries no code and only tells of something: the id of a saying. */
  readonly notice?: NoticeId;
}

/** What a service tells the owner of, at the mailbox or the number on file. */
export type NoticeId =
  "notice-recovery-waits" | "notice-recovered" | "notice-replaced" | "notice-password-changed";

/** A request for approval on its way to the devices of an authenticator. */
export interface Prompt {
  readonly account: string;
  readonly accountTitle: string;
  readonly authenticator: string;
  /** Whoever signs in. */
  readonly requestedBy: Person;
  /** What approving it gives; named like a code because every prompt has its own. */
  readonly code: string;
}

/** Somebody who opens an app on a device, and for whose sign-in. */
export interface AppRequest {
  readonly by: Person;
  /** Whose ceremony the answer is for: a deceived owner answers for the attacker. */
  readonly forWhom: Person;
  readonly account: string;
  readonly authenticator: string;
  readonly device: string;
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
  | "wrong"
  | "expired"
  | "exhausted"
  | "used-already"
  | "nothing-sent"
  | "other-request"
  | "replaced"
  | "forgotten"
  | "withdrawn"
  | "revoked";

/** A message before the world stamps it with the time. */
export type Message =
  // to a person
  | { readonly type: "DO"; readonly doing: PersonDoing }
  /** `behindLockOf`: it can be read only by whoever can unlock that device. `via`: how it came to that device. */
  | {
      readonly type: "CODE_READ";
      readonly sent: SentCode;
      readonly behindLockOf?: string;
      readonly via?: "text" | "web";
    }
  | { readonly type: "GAINS"; readonly holdings: readonly string[] }
  | ({ readonly type: "APP_SHOWS"; readonly proof: string } & AppRequest)
  | ({ readonly type: "APP_CLOSED" } & AppRequest)
  /** A prompt stands on the screen of a device in this person's hand. */
  | { readonly type: "PROMPT_SEEN"; readonly prompt: Prompt; readonly device: string }
  /** The prompt that this person had sent has been denied. */
  | { readonly type: "PROMPT_DENIED"; readonly account: string; readonly authenticator: string }
  /** The code was used already: the next one of the token is due. */
  | { readonly type: "TRY_NEXT"; readonly account: string; readonly authenticator: string }
  /** What was made on this device is wrong: perhaps its clock is, and another device's is not. */
  | {
      readonly type: "TRY_ELSEWHERE";
      readonly account: string;
      readonly authenticator: string;
      readonly device: string;
    }
  /** To the owner: from now on they believe the attacker at this account. */
  | { readonly type: "FALLS_FOR"; readonly account: string; readonly lure: Lure }
  | { readonly type: "WATCHED"; readonly account: string }
  /** To the attacker. */
  | { readonly type: "DECEIVES"; readonly account: string; readonly lure: Lure }
  | { readonly type: "STARTS_GUESSING"; readonly account: string }
  | {
      readonly type: "COPIES";
      readonly account: string;
      readonly authenticators: readonly string[];
      readonly how: "database" | "own-copy";
    }
  | { readonly type: "TALKED_ROUND"; readonly account: string; readonly authenticator: string }
  | {
      readonly type: "OVERSEEN";
      readonly account: string;
      readonly authenticator: string;
      readonly proof: string;
    }
  /** The attacker wants the owner to hand over what an authenticator gives, and the owner does or does not. */
  | { readonly type: "COAX"; readonly account: string; readonly authenticator: string }
  | {
      readonly type: "HANDED_OVER";
      readonly account: string;
      readonly authenticator: string;
      readonly proof: string;
    }
  | { readonly type: "KEPT_BACK"; readonly account: string; readonly authenticator: string }
  | { readonly type: "FOUND"; readonly account: string; readonly contents: Contents }
  | {
      readonly type: "NEW_PASSWORD";
      readonly account: string;
      readonly authenticators: readonly string[];
      readonly value: string;
    }
  /** To the attacker: seeds read off a device. */
  | { readonly type: "SEEDS_READ"; readonly seeds: Readonly<Record<string, string>> }
  | { readonly type: "LOSES"; readonly holdings: readonly string[] }
  /** A mail with a code that somebody else asked for has come to a mailbox that is still the owner's. */
  | { readonly type: "MAIL_NOTICED"; readonly mailboxTitle: string; readonly sent: SentCode }
  | { readonly type: "NOTICED" }
  | { readonly type: "ENTERED"; readonly account: string }
  // to a line
  | { readonly type: "SIM_CHANGE_ASKED"; readonly approach: SimSwapApproach }
  | { readonly type: "REDIRECT" }
  | { readonly type: "REDIRECT_ENDED" }
  | { readonly type: "PORT_ASKED" }
  | { readonly type: "REROUTE_ASKED" }
  | { readonly type: "FORWARD_ASKED" }
  | { readonly type: "VOICEMAIL_TRIED" }
  | { readonly type: "BLOCK"; readonly accounts: readonly string[] }
  | { readonly type: "UNBLOCK" }
  | { readonly type: "RECEPTION"; readonly reception: Reception }
  /** From now on texts take this many milliseconds. */
  | { readonly type: "DELAY"; readonly by: number }
  | { readonly type: "NUMBER_ENDED"; readonly recycled: boolean }
  | { readonly type: "NUMBER_RETURNED" }
  /** `checksChange`: the sender first asks the carrier whether the number has just been moved. */
  | {
      readonly type: "TEXT";
      readonly sent: SentCode;
      readonly sender?: "short-code" | "long-number";
      readonly checksChange?: boolean;
    }
  /** `keyPress`: the code is spoken only after somebody has pressed a key. */
  | {
      readonly type: "CALL";
      readonly sent: SentCode;
      readonly keyPress: boolean;
      readonly checksChange: boolean;
    }
  /** It rang and nobody answered. */
  | { readonly type: "UNANSWERED"; readonly sent: SentCode; readonly keyPress: boolean }
  /** The SIM is in this device now; it was in that one. */
  | { readonly type: "SIM_ENTERS"; readonly handset: string }
  | { readonly type: "SIM_LEAVES"; readonly handset: string }
  /** The owner has the SIM in a phone that is not described here. */
  | { readonly type: "SIM_IN_HAND" }
  | { readonly type: "SIM_STOLEN"; readonly handset: string }
  // to a handset
  | { readonly type: "TEXT_ARRIVES"; readonly sent: SentCode; readonly number?: string }
  /** A copy of a text, shown on a device that shows another one's texts too. */
  | { readonly type: "TEXT_MIRRORED"; readonly sent: SentCode }
  | {
      readonly type: "CALL_ARRIVES";
      readonly sent: SentCode;
      readonly number: string;
      readonly keyPress: boolean;
    }
  /** A code for the service's own app on this device. */
  | { readonly type: "APP_MESSAGE"; readonly sent: SentCode }
  | { readonly type: "SERVICE_LOST"; readonly number: string }
  /** The SIM in it is dead; nobody looks at its screen. */
  | { readonly type: "SIM_DEAD"; readonly number: string }
  /** A SIM looks for a phone of the owner's: this one, or the next, or with `orElse` one that is not described. */
  | {
      readonly type: "TAKE_SIM";
      readonly number: string;
      readonly next: readonly string[];
      readonly orElse: boolean;
    }
  | { readonly type: "LOST" }
  | { readonly type: "TAKEN" }
  | { readonly type: "RETURNED" }
  | { readonly type: "SIMS_MOVED" }
  | { readonly type: "PASSCODE_SEEN" }
  /** It is open, and whoever takes it now need not know its code. */
  | { readonly type: "LEFT_OPEN" }
  | { readonly type: "INFECTED"; readonly reads: "texts" | "everything" }
  | { readonly type: "BROKEN" }
  /** A new device stands in its place, with everything but the codes bound to the old one, or with nothing. */
  | { readonly type: "RENEWED"; readonly carriedOver: boolean }
  | { readonly type: "WIPED" }
  | { readonly type: "CLOCK_SET"; readonly seconds: number }
  | { readonly type: "INTERNET_CUT" }
  | { readonly type: "INTERNET_RESTORED" }
  /** Somebody wants to open an account that may have stayed signed in on it. */
  | {
      readonly type: "OPEN_DEVICE";
      readonly by: Person;
      readonly knows: readonly string[];
      readonly account: string;
      readonly accountTitle: string;
    }
  | ({ readonly type: "OPEN_APP"; readonly knows: readonly string[] } & AppRequest)
  | { readonly type: "PROMPT_ARRIVES"; readonly prompt: Prompt }
  // to an account
  | ({ readonly type: "BEGIN"; readonly by: Person } & CeremonyRef)
  | { readonly type: "MAIL"; readonly sent: SentCode }
  | { readonly type: "LOOK"; readonly by: Person }
  | { readonly type: "GRANTED"; readonly by: Person; readonly ceremony: Ceremony; readonly route: number }
  | { readonly type: "REPLACE"; readonly by: Person }
  /** Somebody has passed the lock of a device that may have stayed signed in. */
  | { readonly type: "DEVICE_OPENED"; readonly by: Person; readonly device: string }
  /** A session has begun. */
  | { readonly type: "INSIDE"; readonly by: Person }
  | { readonly type: "REVOKE"; readonly by: Person; readonly device: string }
  | { readonly type: "CHANGE_PASSWORD"; readonly by: Person }
  /** A recovery has been proven and now makes its person wait. */
  | { readonly type: "RECOVERY_WAITS"; readonly by: Person }
  | { readonly type: "OBJECT"; readonly by: Person }
  | { readonly type: "WAIVE"; readonly authenticators: readonly string[] }
  | { readonly type: "WITHDRAW"; readonly authenticators: readonly string[] }
  | { readonly type: "CLOSE_ACCOUNT" }
  // to a session
  /** `limited`: for looking only. `isTold`: how the person came in has been told already. */
  | { readonly type: "OPEN"; readonly limited?: boolean; readonly isTold?: boolean }
  | { readonly type: "END" }
  | {
      readonly type: "USE";
      readonly use:
        | { readonly do: "look-inside" | "replace-authenticators" | "change-password" }
        | { readonly do: "revoke-device"; readonly device: string }
        | { readonly do: "begin"; readonly route: number };
    }
  // to a ceremony
  | {
      readonly type: "START";
      readonly route: number;
      readonly needs: readonly string[];
      readonly waived: readonly string[];
      /** Everything that the service asks nobody for any more, of this route or not. */
      readonly notAskedFor: readonly string[];
    }
  /** What the service no longer accepts, and devices that it no longer trusts. */
  | { readonly type: "REFUSES"; readonly withdrawn: readonly string[]; readonly revoked: readonly string[] }
  | { readonly type: "CANCEL" }
  | { readonly type: "ASK"; readonly authenticator: string }
  /** `device`: where it was made. `madeFor`: whose request a code answered that is now offered again. */
  | {
      readonly type: "OFFER";
      readonly authenticator: string;
      readonly proof: string;
      readonly device?: string;
      readonly madeFor?: Person;
    }
  /** Tries codes until one is right. */
  | { readonly type: "TRY_CODES"; readonly authenticator: string }
  | { readonly type: "PROVEN"; readonly authenticator: string; readonly proof: string }
  | { readonly type: "REFUSED"; readonly authenticator: string; readonly why: Refusal }
  // to a verifier
  /** `unenrolled`: authenticators waived or withdrawn by now. `revoked`: devices that get nothing any more. */
  | {
      readonly type: "ISSUE";
      readonly by: Person;
      readonly request: string;
      readonly unenrolled: readonly string[];
      readonly revoked: readonly string[];
    }
  | { readonly type: "VERIFY"; readonly proof: string; readonly request: string; readonly ceremony: ActorId }
  /** Tries code after code, as fast as the service lets it. */
  | { readonly type: "GUESS"; readonly request: string; readonly ceremony: ActorId }
  /** Somebody reads along wherever this is texted from. */
  | { readonly type: "TAPPED" }
  | { readonly type: "MISDIRECTED"; readonly number: string }
  | { readonly type: "SET"; readonly value: string }
  /** From now on codes go to a number of this person's. */
  | { readonly type: "NEW_NUMBER"; readonly of: Person }
  /** The browser no longer has what the service knew it by. */
  | { readonly type: "FORGOTTEN" }
  /** The service has an outage, and it is over. */
  | { readonly type: "STOP_SENDING" }
  | { readonly type: "RESUME_SENDING" }
  /** Every code of a list has been used. */
  | { readonly type: "SPENT" }
  | { readonly type: "DENY"; readonly person: Person }
  | { readonly type: "TALK_ROUND" }
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

// Moves: what an actor does in a play. A play is a list of moves, so it can be kept, shared, undone and replayed.
import type { Lure } from "./lures.ts";
import type { Person } from "./trail.ts";

/** How somebody who is not the owner gets the carrier to move a number to another SIM. */
export type SimSwapApproach = "phone-call" | "insider" | "bribed-store";

/** Which texts a carrier's filter stops: those of short codes, those of long numbers too, or those of single accounts. */
export type BlockedSenders = "short-codes" | "all-services" | readonly string[];

/** What still reaches a phone: nothing, calls only, texts from long numbers and calls, or everything. */
export type Reception = "nothing" | "calls-only" | "no-short-codes" | "everything";

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
  /** Has the service send the code of an authenticator that works by sent codes, or show its prompt. */
  | { readonly do: "ask-for-code"; readonly account: string; readonly authenticator: string }
  /** Offers what the person can for this authenticator in the ceremony begun last at this account. */
  | { readonly do: "present"; readonly account: string; readonly authenticator: string }
  /** Opens the account on a device that has stayed signed in. */
  | { readonly do: "use-device"; readonly account: string; readonly device: string }
  /** Reads what lies in an account: mails, kept passwords, synced seeds. */
  | { readonly do: "look-inside"; readonly account: string }
  /** Puts new passwords, numbers and keys in the place of the owner's. */
  | { readonly do: "replace-authenticators"; readonly account: string }
  /** Answers a notice: stops what somebody else has asked for and what is still being held back. */
  | { readonly do: "object"; readonly account: string }
  /** Takes a device off the list of those that the account trusts and sends prompts and codes to. */
  | { readonly do: "revoke-device"; readonly account: string; readonly device: string }
  /** Chooses a new password while inside, and ends the sessions of everybody else. */
  | { readonly do: "change-password"; readonly account: string };

interface OnNumber<What extends string> {
  readonly do: What;
  readonly number: string;
}
interface OnDevice<What extends string> {
  readonly do: What;
  readonly device: string;
}
interface OnAuthenticator<What extends string> {
  readonly do: What;
  readonly account: string;
  readonly authenticator: string;
}
interface OnAccount<What extends string> {
  readonly do: What;
  readonly account: string;
}

/** What the attacker does to lines, devices and people, before going to services. */
export type AttackerDoing =
  | (OnNumber<"swap-sim"> & { readonly approach: SimSwapApproach })
  /** Has another carrier take the number over. */
  | OnNumber<"port-out">
  /** Has a text service for businesses take the number's texts over; calls stay as they are. */
  | OnNumber<"reroute-texts">
  /** Takes the number's texts and calls over from inside the phone network, and lets go again. */
  | OnNumber<"redirect-texts">
  | OnNumber<"end-redirect">
  | OnNumber<"forward-calls">
  | OnNumber<"open-voicemail">
  /** Reads along what a service texts, at a company that passes the texts on. */
  | OnAccount<"tap-sender">
  | OnDevice<"take-device">
  | OnDevice<"return-device">
  /** Puts the SIMs of a device in hand into another phone. */
  | OnDevice<"move-sims">
  /** Sees the owner type the code of the screen lock, which also confirms passkeys. */
  | OnDevice<"learn-passcode">
  /** Comes upon the device while it is open. */
  | OnDevice<"find-unlocked">
  | (OnDevice<"infect-device"> & { readonly reads: "texts" | "everything" })
  | { readonly do: "take-thing"; readonly thing: string }
  | (OnAccount<"deceive-owner"> & { readonly lure: Lure })
  /** Talks somebody at a desk round, or a person who vouches. */
  | OnAuthenticator<"talk-round">
  | OnAccount<"start-guessing">
  /** Copies the seeds of all codes that a service checks, out of its database. */
  | OnAccount<"copy-seeds">
  /** Gets hold of a copy that the owner made of a seed. */
  | OnAuthenticator<"take-copy">
  /** Reads the codes that the owner types at this account from now on. */
  | OnAccount<"look-over-shoulder">
  /** Is in an account that its owner was deceived into opening before the play began. */
  | OnAccount<"come-in">;

/** What happens without anybody who means harm, and what undoes it. */
export type ChanceDoing =
  | OnDevice<"lose-device">
  | OnDevice<"break-device">
  /** The owner has a new device; number and SIM are in it. What else was carried over: nothing, where it is not said. */
  | (OnDevice<"replace-device"> & { readonly carriedOver?: "all-but-device-codes" })
  | OnDevice<"wipe-device">
  | (OnDevice<"set-clock"> & { readonly seconds: number })
  | OnDevice<"cut-internet">
  | OnDevice<"restore-internet">
  | { readonly do: "lose-thing"; readonly thing: string }
  | OnAuthenticator<"forget-browser">
  | OnAuthenticator<"spend-codes">
  /** The owner no longer knows a secret: `secret` is the part after `secret:` of the holding. */
  | { readonly do: "forget-secret"; readonly secret: string }
  /** Somebody who would vouch cannot be reached. */
  | { readonly do: "lose-contact"; readonly contact: string }
  | { readonly do: "wait" };

/** What carriers do. */
export type CarrierDoing =
  | (OnNumber<"block-texts"> & { readonly senders: BlockedSenders })
  | OnNumber<"unblock-texts">
  | (OnNumber<"set-reception"> & { readonly reception: Reception })
  | (OnNumber<"delay-texts"> & { readonly by: number })
  /** The owner has given the number up; `recycled`: it belongs to a stranger now. */
  | (OnNumber<"end-number"> & { readonly recycled: boolean })
  /** The number goes to a SIM in the owner's hand, and nothing of it goes anywhere else. */
  | OnNumber<"return-number">;

/** What services do to everybody. */
export type ServiceDoing =
  /** Codes by text and call only, or everything that the service sends: codes, links and prompts. */
  | (OnAccount<"stop-sending"> & { readonly only?: "texts-and-calls" })
  | OnAccount<"resume-sending">
  | OnAccount<"close-account">
  /** The service texts another number of the owner's than it should. */
  | (OnAuthenticator<"misdirect-texts"> & { readonly number: string })
  /** The service no longer asks for these. */
  | (OnAccount<"waive"> & { readonly authenticators: readonly string[] })
  /** The service no longer accepts these. */
  | (OnAccount<"withdraw"> & { readonly authenticators: readonly string[] });

/** One move, and the milliseconds that pass before it. */
export type Move = (
  | ({ readonly actor: Person } & PersonDoing)
  | ({ readonly actor: "attacker" } & AttackerDoing)
  | ({ readonly actor: "chance" } & ChanceDoing)
  | ({ readonly actor: "carrier" } & CarrierDoing)
  | ({ readonly actor: "service" } & ServiceDoing)
) & { readonly after?: number };

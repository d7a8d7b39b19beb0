// A flow: what one path through one entry point asks for before it changes something, as plain data with places.
// Rules and inference see flows only; nothing here knows syntax.

/** A place in a scanned file. `file` is relative to the scanned root, with `/`; line and column count from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine?: number;
}

/** How sure the reading is: both ends were read; one depends on a name or on configuration; only names speak for it. */
export type Confidence = "high" | "medium" | "low";

/** What proves who you are on a path. `unknown-code`: a code whose channel could not be traced. */
export type ProofKind =
  | "password"
  | "sms-code"
  | "voice-code"
  | "whatsapp-code"
  | "email-code"
  | "email-link"
  | "totp"
  | "passkey"
  | "recovery-code"
  | "session"
  | "unknown-code";

/** What a flow ends in. `changes-phone`: the number on file is another one, or none, afterwards. */
export type EffectKind =
  "writes-password" | "opens-session" | "changes-phone" | "changes-email" | "removes-factor";

/** One link of the chain that a finding shows. */
export interface FlowStep {
  readonly what: "sends-code" | "checks-code" | "checks-proof" | "hands-over-token" | EffectKind;
  readonly place: Place;
  /** A few words of detail, for example the provider (`Twilio Verify`) or the function's name. Untrusted text. */
  readonly detail: string;
}

/** What a flow ends in, with its place. */
export interface FlowEffect extends FlowStep {
  readonly what: EffectKind;
}

/** Whether a proof of this kind is a code that comes to a phone number. */
export function isPhoneCode(kind: ProofKind): boolean {
  return kind === "sms-code" || kind === "voice-code" || kind === "whatsapp-code";
}

/** Something that a path asks for. */
export interface Proof {
  readonly kind: ProofKind;
  readonly confidence: Confidence;
  /** Where it is checked. */
  readonly checked: FlowStep;
  /** Where its code is sent, if that was found. */
  readonly sent?: FlowStep;
  /** Whether its code goes to the number on file or to one that the caller names; absent where that was not read. */
  readonly to?: "on-file" | "given";
  /** The other ways on which the very same code goes out in the same request: either of them is enough. */
  readonly also?: readonly ProofKind[];
  /** How the code is made, kept, checked and shown, as far as that was read. Absent for what is no code. */
  readonly code?: CodeFacts;
}

/** What was read of a code that is sent or kept, each part with its place. An empty list: nothing was read of it. */
export interface CodeFacts {
  readonly made: readonly CodeMade[];
  readonly kept: readonly CodeKept[];
  readonly checked: readonly CodeChecked[];
  readonly shown: readonly CodeShown[];
  /** Fixed codes that pass as well, such as a master code. */
  readonly accepted: readonly {
    readonly place: Place;
    /** Whether only development or tests come here. */
    readonly guarded: boolean;
  }[];
}

/** A code is made. */
export interface CodeMade {
  readonly place: Place;
  /** `guessable`: from a source that can be predicted; `fixed`: written in the code. */
  readonly how: "guessable" | "random" | "fixed" | "by-provider";
  /** The source as it is called in the code: `Math.random`. Untrusted text. */
  readonly source: string;
  /** How many different codes can come out at most, where that was read. */
  readonly choices?: number;
  /** Whether only development or tests come here. */
  readonly guarded: boolean;
}

/** A code is put somewhere until it is asked for. */
export interface CodeKept {
  readonly place: Place;
  /** Where, as the reading calls it. Untrusted text. */
  readonly store: string;
  readonly hashed: boolean;
  /** Whether it ends by itself. */
  readonly ends: "yes" | "no" | "unknown";
  /** After how many milliseconds, where that was read. */
  readonly lifetime?: number;
}

/** What the caller gave is held against the code. */
export interface CodeChecked {
  readonly place: Place;
  /** Whether `==` or a type that the caller chooses decides. */
  readonly loose: boolean;
  /** Whether wrong codes are counted or limited. */
  readonly limited: "yes" | "no" | "by-provider" | "unknown";
  /** Whether the code is gone after it was right once. */
  readonly consumed: "yes" | "no" | "by-provider" | "unknown";
  /** Whether codes that were sent for something else pass here, too; names of the others. Untrusted text. */
  readonly alsoFor: readonly string[];
}

/** A code, or a message that has it, goes where somebody else may read it. */
export interface CodeShown {
  readonly place: Place;
  readonly where: "log" | "answer" | "link";
  /** Whether only development or tests come here. */
  readonly guarded: boolean;
}

/**
 * What hands requests to an entry point. `other`: no framework was recognised; the function is followed by itself because
 * nobody was seen to call it.
 */
export type Framework =
  | "express"
  | "fastify"
  | "koa"
  | "egg"
  | "hono"
  | "h3"
  | "next"
  | "remix"
  | "sveltekit"
  | "nest"
  | "midway"
  | "trpc"
  | "graphql"
  | "meteor"
  | "lambda"
  | "firebase"
  | "cloudflare"
  | "cloud-object"
  | "parse"
  | "feathers"
  | "passport"
  | "next-auth"
  | "other";

/** How a path can be entered. */
export interface EntryPoint {
  readonly framework: Framework;
  /** For people: `POST /password/reset (resetPassword)`. Untrusted text. */
  readonly name: string;
  /** The symbol path of the handler, stable under moved lines: `src/auth.ts#AuthController.reset`. */
  readonly symbol: string;
  readonly place: Place;
  /** The last line of the handler, in the handler's file; absent where it was not read. */
  readonly handler?: { readonly file: string; readonly from: number; readonly to: number };
}

/** One path from an entry point to an effect. Alternatives (a phone branch, a mail branch) are separate flows. */
export interface Flow {
  readonly entry: EntryPoint;
  /** All of these are asked for on this path; the requests before it count where they hand something over. */
  readonly proofs: readonly Proof[];
  readonly effect: FlowEffect;
  /** What other ways to the same effect ask for and this one goes round: the password step of a sign-in, for example. */
  readonly skips: readonly Proof[];
  /** Whether the account itself is made on this path, so that nobody else's can be opened by it. */
  readonly makesAccount: boolean;
  /** Whose account it is: `named` by the caller, `signed-in`, or `found` by something else that the path asked for. */
  readonly whose: "named" | "signed-in" | "found" | "unknown";
  /** Whether what is written comes from the caller, as a new password does that was typed. */
  readonly chosen: boolean;
  /** Whether the carrier is asked on the way whether the number has changed hands. */
  readonly asksCarrier: boolean;
  /** Whether somebody is sent something other than a code on the way, such as a notice that this happened. */
  readonly notifies: boolean;
  /** `elsewhere`: another request checks a code to a phone number and leaves nothing behind that this one could ask for. */
  readonly bound?: "elsewhere";
  /** The chain in the order in which it happens. */
  readonly steps: readonly FlowStep[];
  readonly confidence: Confidence;
  /** What the reading could not decide, as short English phrases. Untrusted text may be quoted in them. */
  readonly unknowns: readonly string[];
}

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
  /** How sure it is that this happens; absent where that was read. */
  readonly confidence?: Confidence;
  /** Whether nothing stands there afterwards, as where a number is taken off an account. */
  readonly clears?: boolean;
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

/** A place where something is done with a code, and the function around it, which stays the same under moved lines. */
export interface CodePlace {
  readonly place: Place;
  /** `AuthController.reset`; empty for what stands in no named function. Untrusted text. */
  readonly within: string;
  /** The line in which the function around it begins, named or not; absent outside of all functions. */
  readonly begins?: number;
}

/** What was read of a code that is sent or kept, each part with its place. An empty list: nothing was read of it. */
export interface CodeFacts {
  readonly made: readonly CodeMade[];
  readonly kept: readonly CodeKept[];
  readonly checked: readonly CodeChecked[];
  readonly shown: readonly CodeShown[];
  /** Fixed codes that pass as well, such as a master code. */
  readonly accepted: readonly CodeAccepted[];
  /** Where the code is asked for, to be sent. */
  readonly asked: readonly CodeAsked[];
  /** Whether it stands in a text that is kept beside it, as a message does that something else will send. */
  readonly inMessage?: true;
}

/** A fixed code that passes as well as the right one. */
export interface CodeAccepted extends CodePlace {
  /** Whether only development or tests come here. */
  readonly guarded: boolean;
}

/** An entry point that sends the code to whoever asks for it. */
export interface CodeAsked extends CodePlace {
  /** For people: `POST /login/code`. Untrusted text. */
  readonly entry: string;
  /** Whether it takes a proof of anything to have one sent. */
  readonly open: boolean;
  /** Whether there is a limit on how many are sent, or something that only people can do. */
  readonly limited: boolean;
  /** Whether it goes only to who has no account yet, as far as such codes are sent to anybody. */
  readonly newcomers?: true;
  /** Where the answer says that there is no such account, if it does. */
  readonly tells?: Place;
}

/** A code is made. */
export interface CodeMade extends CodePlace {
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
export interface CodeKept extends CodePlace {
  /** Where, as the reading calls it. Untrusted text. */
  readonly store: string;
  readonly hashed: boolean;
  /** Whether it ends by itself. */
  readonly ends: "yes" | "no" | "unknown";
  /** After how many milliseconds, where that was read. */
  readonly lifetime?: number;
}

/** What the caller gave is held against the code. */
export interface CodeChecked extends CodePlace {
  /** Whether `==` decides, or a filter into which the caller may put an operator. */
  readonly loose: "no" | "compared" | "filtered";
  /** Whether wrong codes are counted or limited. `loosely`: only requests of one address are counted, by the hundred. */
  readonly limited: "yes" | "loosely" | "no" | "by-provider" | "unknown";
  /** Whether the code is gone after it was right once. */
  readonly consumed: "yes" | "no" | "by-provider" | "unknown";
  /** Whether codes that were sent for something else pass here, too; names of the others. Untrusted text. */
  readonly alsoFor: readonly string[];
  /** Whether all of what happens around the check was read. */
  readonly complete: boolean;
  /** Whether another entry point than the flow's own checks it, and only says whether it is right. */
  readonly elsewhere?: true;
  /** How many steps of an authenticator app pass beside the current one, where that is written. */
  readonly drift?: number;
}

/** A code, or a message that has it, goes where somebody else may read it. */
export interface CodeShown extends CodePlace {
  /** `code`: the one that is waited for; `given`: what the caller sent, which is right as a rule. */
  readonly what: "code" | "given";
  /** As it is called: `console.log`. Untrusted text. */
  readonly source: string;
  readonly where: "log" | "answer" | "link";
  /** By which channels codes go out on the paths that come there; absent where they go out at another entry point. */
  readonly beside?: readonly string[];
  /** Whether only development or tests come here. */
  readonly guarded: boolean;
}

/**
 * What hands requests to an entry point. `other`: no framework was recognised; the function is followed by itself because
 * nobody was seen to call it.
 */
export type Framework =
  | "astro"
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
  | "tsoa"
  | "trpc"
  | "graphql"
  | "meteor"
  | "lambda"
  | "firebase"
  | "cloudflare"
  | "served"
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
  /** How the new password was made, where the program makes it. */
  readonly writes?: readonly CodeMade[];
  /** What other ways to the same effect ask for and this one goes round: the password step of a sign-in, for example. */
  readonly skips: readonly Proof[];
  /** Whether the account itself is made on this path, so that nobody else's can be opened by it. */
  readonly makesAccount: boolean;
  /** Whether the account was read before, and not as one that still waits for its number or address to be confirmed. */
  readonly isThere?: true;
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

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

/** One link of the chain that a finding shows. */
export interface FlowStep {
  readonly what:
    "sends-code" | "checks-code" | "checks-proof" | "hands-over-token" | "writes-password" | "opens-session";
  readonly place: Place;
  /** A few words of detail, for example the provider (`Twilio Verify`) or the function's name. Untrusted text. */
  readonly detail: string;
}

/** Something that a path asks for. */
export interface Proof {
  readonly kind: ProofKind;
  readonly confidence: Confidence;
  /** Where it is checked. */
  readonly checked: FlowStep;
  /** Where its code is sent, if that was found. */
  readonly sent?: FlowStep;
}

/** How a path can be entered. */
export interface EntryPoint {
  /** `other`: no framework was recognised; the function is followed by itself because nobody was seen to call it. */
  readonly framework: "express" | "fastify" | "next" | "nest" | "other";
  /** For people: `POST /password/reset (resetPassword)`. Untrusted text. */
  readonly name: string;
  /** The symbol path of the handler, stable under moved lines: `src/auth.ts#AuthController.reset`. */
  readonly symbol: string;
  readonly place: Place;
}

/** One path from an entry point to an effect. Alternatives (a phone branch, a mail branch) are separate flows. */
export interface Flow {
  readonly entry: EntryPoint;
  /** All of these are asked for on this path; the requests before it count where they hand something over. */
  readonly proofs: readonly Proof[];
  readonly effect: FlowStep;
  /** The chain in the order in which it happens. */
  readonly steps: readonly FlowStep[];
  readonly confidence: Confidence;
  /** What the reading could not decide, as short English phrases. Untrusted text may be quoted in them. */
  readonly unknowns: readonly string[];
}

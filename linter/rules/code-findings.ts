// What rules about codes share: which codes they judge, how sure they can be, and the finding at the place of a fault.
import type { Finding, RuleMeta, Severity } from "../finding.ts";
import { fingerprint } from "../fingerprint.ts";
import type { CodeFacts, CodePlace, CodeShown, Confidence, Flow, Proof, ProofKind } from "../flow.ts";
import { chainPlace } from "./channel-words.ts";

/** A code that a flow asks for, with what was read of it. */
export interface JudgedCode {
  readonly proof: Proof;
  readonly code: CodeFacts;
  /** How sure it is that this is a code, and that it comes the way it seems to. */
  readonly sure: Confidence;
}

const sent: ReadonlySet<ProofKind> = new Set<ProofKind>([
  "sms-code",
  "voice-code",
  "whatsapp-code",
  "email-code",
  "email-link",
  "unknown-code",
]);

/** Codes that let nobody into an account. */
const otherMatters = /invoice|newsletter|unsubscribe|coupon|delivery|checkout|contact_?form|booking|order\b/i;

/** The codes of a flow that are sent to somebody, or that may be. */
export function sentCodes(flow: Flow): readonly JudgedCode[] {
  if (otherMatters.test(flow.entry.name)) return [];
  return flow.proofs.flatMap((proof) =>
    proof.code === undefined || !sent.has(proof.kind)
      ? []
      : [{ proof, code: proof.code, sure: sureness(flow, proof) }],
  );
}

/** Those of them that somebody types: a link has too many signs to be guessed. */
export function typedCodes(flow: Flow): readonly JudgedCode[] {
  return sentCodes(flow).filter(({ proof }) => proof.kind !== "email-link");
}

function sureness(flow: Flow, proof: Proof): Confidence {
  const known = proof.kind !== "unknown-code" && proof.confidence !== "low";
  const own: Confidence = known
    ? proof.confidence
    : goesSomewhere(proof) || isOnlyKey(flow, proof)
      ? "medium"
      : "low";
  // A token that is made and goes nowhere may be another matter than a sign-in.
  const sure = lower(own, flow.effect.confidence ?? "high");
  return flow.entry.framework === "other" ? lower(sure, "medium") : sure;
}

/** Whether more than its name says that it is a code for somebody: it is kept, and sent or put into a message. */
function goesSomewhere({ sent: sending, code }: Proof): boolean {
  if (code === undefined || code.kept.length === 0) return false;
  return sending !== undefined || code.inMessage === true;
}

/** So few codes that somebody types one: tokens that are handed over have far more. */
const fewEnoughToType = 1e9;

/** Whether a short code that the program makes and keeps is all that is asked for, however it comes to whoever types it. */
function isOnlyKey({ proofs }: Flow, { code }: Proof): boolean {
  if (proofs.length !== 1 || code === undefined || code.kept.length === 0) return false;
  return code.made.some(
    ({ how, choices }) => how !== "fixed" && choices !== undefined && choices < fewEnoughToType,
  );
}

/** The lower of two. */
export function lower(one: Confidence, other: Confidence): Confidence {
  if (one === "low" || other === "low") return "low";
  return one === "medium" || other === "medium" ? "medium" : "high";
}

/** A fault in how a code is made, kept, checked or shown. */
export interface Fault {
  readonly at: CodePlace;
  /** What tells it from other faults of the rule in the same function. */
  readonly evidence: string;
  readonly severity?: Severity;
  readonly confidence: Confidence;
  readonly message: string;
  readonly attack: string;
  readonly fix: string;
  readonly notes?: readonly string[];
}

/** The finding at the place of the fault, with the flow that it belongs to. */
export function findingAt(meta: RuleMeta, flow: Flow, fault: Fault): Finding {
  const { at, evidence, severity, confidence, message, attack, fix, notes } = fault;
  return {
    rule: meta.id,
    severity: severity ?? meta.severity,
    confidence,
    message,
    attack,
    fix,
    ...at.place,
    related: flow.steps.map(chainPlace),
    fingerprint: fingerprint(meta.id, at.place.file, at.within, evidence),
    clauses: meta.clauses.map(({ id }) => id),
    notes: notes ?? [],
    consequences: [],
    trail: [],
  };
}

/** How a code reaches its reader, for messages; of one that was not seen to be sent, only its name would say so. */
export function codeWords({ kind, sent: sending }: Proof): string {
  if (sending === undefined) return "the code";
  switch (kind) {
    case "sms-code":
      return "the texted code";
    case "voice-code":
      return "the code spoken in a call";
    case "whatsapp-code":
      return "the code sent by WhatsApp";
    case "email-code":
      return "the mailed code";
    case "email-link":
      return "the mailed token";
    default:
      return "the code";
  }
}

/** The same for a place on whose paths codes may go out by another channel than that of the flow, or not at all. */
export function wordsAt(proof: Proof, { beside }: CodeShown): string {
  const [way = ""] = proof.kind.split("-", 1);
  return beside === undefined || beside.includes(way) ? codeWords(proof) : "the code";
}

/** Whether the new password is made by the program, so that whoever has the code does not know it by that. */
export function makesPassword({ effect, chosen, writes = [] }: Flow): boolean {
  return effect.what === "writes-password" && !chosen && writes.length > 0;
}

/**
 * What a code proves that was sent to a number or an address which its owner, who is signed in, wants on file: that this
 * one is theirs, and nothing of the account. Undefined for all other codes.
 */
export function claimedBy({ effect, whose }: Flow, { to }: Proof): "number" | "address" | undefined {
  if (whose !== "signed-in" || to === "on-file") return undefined;
  if (effect.what === "changes-phone") return "number";
  return effect.what === "changes-email" ? "address" : undefined;
}

/** What having the code gives somebody, for messages. */
export function gainOf(flow: Flow): string {
  const { effect, makesAccount } = flow;
  if (makesAccount) return "makes an account in somebody else's name";
  switch (effect.what) {
    case "writes-password":
      return makesPassword(flow) ? "has the password replaced by another one" : "sets a new password";
    case "opens-session":
      return "is in";
    case "changes-phone":
      return "puts another number on file";
    case "changes-email":
      return "puts another address on file";
    default:
      return "takes a second factor off the account";
  }
}

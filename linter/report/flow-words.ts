// Words for what was read of a flow: what is asked for, what happens at a step, what is known of a code.
import type { CodeFacts, CodeShown, Flow, FlowStep, Framework, Place, ProofKind } from "../flow.ts";
import { visible } from "./escape.ts";
import { withCommas } from "./words.ts";

/** What a path asks for. */
export const proofWords: Readonly<Record<ProofKind, string>> = {
  password: "the current password",
  "sms-code": "a code by text",
  "voice-code": "a code by phone call",
  "whatsapp-code": "a code by WhatsApp",
  "email-code": "a code by e-mail",
  "email-link": "a link by e-mail",
  totp: "a code of an authenticator app",
  passkey: "a passkey",
  "recovery-code": "a recovery code",
  session: "a session: whoever comes here is signed in",
  "unknown-code": "a code, and how it is sent was not found",
};

/** All that a flow asks for, in one phrase. */
export function askedWords({ proofs }: Flow): string {
  return proofs.length === 0
    ? "nothing that was recognised"
    : proofs.map(({ kind }) => proofWords[kind]).join(" and ");
}

const steps: Readonly<Record<FlowStep["what"], string>> = {
  "sends-code": "sends a code",
  "checks-code": "checks a code",
  "checks-proof": "checks a proof",
  "hands-over-token": "hands over to the next request",
  "writes-password": "writes the password",
  "opens-session": "opens a session",
  "changes-phone": "changes the phone number",
  "changes-email": "changes the mail address",
  "removes-factor": "removes a factor",
};

/** What happens at a step, with its detail in brackets. */
export function stepWords({ what, detail }: FlowStep): string {
  return `${steps[what]}${detail === "" ? "" : ` (${visible(detail)})`}`;
}

const frameworks: Readonly<Partial<Record<Framework, string>>> = {
  other: "no framework recognised; followed by itself, because nobody was seen to call it",
};

/** Who hands requests to the entry point. */
export function frameworkWords({ entry }: Flow): string {
  return frameworks[entry.framework] ?? entry.framework;
}

/** Something that was read of a code, and where. */
export interface CodeWord {
  readonly text: string;
  readonly place: Place;
}

const comparisons = {
  no: "strictly",
  compared: "loosely, with ==",
  filtered: "loosely, in a filter into which the caller may put an operator",
} as const;

/** What was read of a code, in the order of its life. */
export function codeWords({ made, kept, checked, shown, accepted }: CodeFacts): readonly CodeWord[] {
  return [
    ...made.map(({ place, how, source, choices, guarded }) => ({
      place,
      text: `made: ${makings[how]}${source === "" ? "" : ` (${visible(source)})`}${choices === undefined ? "" : `, ${withCommas(choices)} can come out`}${onlyGuarded(guarded)}`,
    })),
    ...kept.map(({ place, store, hashed, ends, lifetime }) => ({
      place,
      text: `kept: in ${visible(store)}, ${hashed ? "hashed" : "as it is"}, ${endings[ends]}${lifetime === undefined ? "" : `, ${withCommas(Math.round(lifetime / 1_000))} seconds`}`,
    })),
    ...checked.map(({ place, loose, limited, consumed, alsoFor }) => ({
      place,
      text: [
        `checked: ${comparisons[loose]}`,
        `wrong codes limited: ${limited === "loosely" ? "only by the hundred for one address" : answers[limited]}`,
        `gone once it was right: ${answers[consumed]}`,
        ...(alsoFor.length === 0 ? [] : [`good for ${visible(alsoFor.join(", "))}, too`]),
      ].join("; "),
    })),
    ...shown.map(({ place, where, guarded }) => ({
      place,
      text: `shown: in ${places[where]}${onlyGuarded(guarded)}`,
    })),
    ...accepted.map(({ place, guarded }) => ({
      place,
      text: `a code written in the source passes, too${onlyGuarded(guarded)}`,
    })),
  ];
}

const makings = {
  guessable: "from a source that can be predicted",
  random: "at random",
  fixed: "fixed in the source",
  "by-provider": "by the provider",
} as const;
const endings = {
  yes: "ends by itself",
  no: "does not end",
  unknown: "whether it ends is not known",
} as const;
const answers = { yes: "yes", no: "no", "by-provider": "by the provider", unknown: "not known" } as const;
const places: Readonly<Record<CodeShown["where"], string>> = {
  log: "a log",
  answer: "the answer to the caller",
  link: "a link",
};

function onlyGuarded(guarded: boolean): string {
  return guarded ? ", in development or tests only" : "";
}

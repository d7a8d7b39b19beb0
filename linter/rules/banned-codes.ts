// What a standard does not accept even beside another proof: told under the rule that is nearest to it.
import { type Authenticator, type CeremonyRef, containersOf, type Setup } from "../../simulator/index.ts";
import type { Finding, Severity } from "../finding.ts";
import { fingerprint } from "../fingerprint.ts";
import { chainPlace } from "./channel-words.ts";
import type { Evidence, JudgedSetup, Judgement } from "./rule.ts";

/** How a standard says it: what is found, under which clause, and what it asks for instead. */
interface Measure {
  readonly severity: Severity;
  readonly clause: string;
  readonly because: string;
  readonly fix: string;
}

const phoneCodes: Measure = {
  severity: "error",
  clause: "ASVS 5.0 6.6.1",
  because:
    "The code goes to whoever has the number. Level 3 of the standard allows no codes by phone at all.",
  fix: "Offer a passkey, a security key or an authenticator app in place of the code by phone, and recovery codes for the day on which it is lost.",
};

// The draft counts kinds of recovery code (saved, issued, from a contact); a text and a mail are both issued.
const issuedCodes: Measure = {
  severity: "warning",
  clause: "NIST SP 800-63B-4 4.2.2.2",
  because:
    "Both codes are sent out, and often one phone shows both. At AAL2 the standard asks for two recovery codes by different methods; read strictly, two that are sent are of one.",
  fix: "Replace one of the codes by a saved recovery code, or by an authenticator that is bound to the account already.",
};

/** Ways in that ask for a code sent to a phone number, beside whatever else. */
export function judgePhoneCodes(judged: JudgedSetup): readonly Judgement[] {
  return routesOf(judged.setup).flatMap(({ ref, asked, isRecovery }) => {
    if (!asked.some((one) => goesToPhone(one, judged.setup))) return [];
    const evidence = judged.evidenceOf(ref);
    if (evidence === undefined) return [];
    const message = `${evidence.subject} accepts a code sent to a phone number ${isRecovery ? "in a recovery" : "as a factor"}`;
    return [judgement(isRecovery ? "sms-only-reset" : "sms-only-mfa", message, evidence, phoneCodes)];
  });
}

/** Recoveries that ask for a code sent to a phone number and for other codes that are sent, and for nothing else. */
export function judgeIssuedCodes(judged: JudgedSetup): readonly Judgement[] {
  return routesOf(judged.setup).flatMap(({ ref, asked, isRecovery }) => {
    if (!isRecovery || asked.length < 2) return [];
    if (!asked.some((one) => goesToPhone(one, judged.setup))) return [];
    if (!asked.every((one) => goesToPhone(one, judged.setup) || isMailed(one))) return [];
    const evidence = judged.evidenceOf(ref);
    if (evidence === undefined) return [];
    const message = `${evidence.subject} asks for codes that are all sent out, by phone and by e-mail`;
    return [judgement("sms-only-reset", message, evidence, issuedCodes)];
  });
}

interface AskedRoute {
  readonly ref: CeremonyRef;
  readonly asked: readonly Authenticator[];
  readonly isRecovery: boolean;
}

function routesOf({ accounts }: Setup): readonly AskedRoute[] {
  return accounts.flatMap((account) => {
    const asked = (ids: readonly string[]) => account.authenticators.filter(({ id }) => ids.includes(id));
    return [
      ...account.signIn.map((route, index) => ({
        ref: { account: account.id, ceremony: "sign-in", route: index } as const,
        asked: asked(route.with),
        isRecovery: false,
      })),
      ...account.recovery.flatMap((route, index) =>
        // Taking a factor away or putting another number in its place is another rule's matter.
        route.gives === "factor-removal" || route.gives === "new-number"
          ? []
          : [
              {
                ref: { account: account.id, ceremony: "recovery", route: index } as const,
                asked: asked(route.with),
                isRecovery: true,
              },
            ],
      ),
    ];
  });
}

function goesToPhone(authenticator: Authenticator, { accounts }: Setup): boolean {
  switch (authenticator.kind) {
    case "sms-code":
    case "voice-code":
      return true;
    case "support-desk":
      return authenticator.asks === "call-back";
    case "messenger-code":
      return accounts.some(
        ({ id, authenticators }) =>
          containersOf(authenticator).includes(id) && authenticators.some(({ kind }) => kind === "sms-code"),
      );
    default:
      return false;
  }
}

function isMailed({ kind }: Authenticator): boolean {
  return kind === "email-code" || kind === "email-link";
}

function judgement(
  rule: string,
  message: string,
  { place, identity, flow }: Evidence,
  { severity, clause, because, fix }: Measure,
): Judgement {
  const finding: Finding = {
    rule,
    severity,
    confidence: flow?.confidence ?? "high",
    message,
    attack: because,
    fix,
    ...place,
    related: flow === undefined ? [] : flow.steps.map(chainPlace),
    fingerprint: fingerprint(rule, ...identity),
    clauses: [clause],
    notes: flow?.unknowns ?? [],
    consequences: [],
    trail: [],
  };
  return { finding };
}

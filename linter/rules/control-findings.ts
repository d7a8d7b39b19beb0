// Findings about controls that are written in a setup: one for each account, at its first way in.
import type { Account } from "../../simulator/index.ts";
import type { RuleMeta } from "../finding.ts";
import { fingerprint } from "../fingerprint.ts";
import type { Evidence, JudgedSetup, Judgement } from "./rule.ts";

/** What is wrong with the controls of an account. */
export interface ControlFault {
  /** What the account does, after its name: `sends codes of 4 digits`. */
  readonly says: string;
  readonly attack: string;
  readonly fix: string;
}

/** The accounts of a setup written by hand whose controls are at fault. Inferred setups have the controls we gave them. */
export function controlJudgements(
  judged: JudgedSetup,
  meta: RuleMeta,
  faultOf: (account: Account) => ControlFault | undefined,
): readonly Judgement[] {
  return judged.setup.accounts.flatMap((account) => {
    const evidence = firstWay(judged, account);
    if (evidence === undefined || evidence.flow !== undefined || evidence.configured !== undefined) return [];
    const fault = faultOf(account);
    return fault === undefined ? [] : [judgementOf(account, evidence, meta, fault)];
  });
}

function firstWay(judged: JudgedSetup, { id, signIn, recovery }: Account): Evidence | undefined {
  if (signIn.length > 0) return judged.evidenceOf({ account: id, ceremony: "sign-in", route: 0 });
  return recovery.length > 0 ? judged.evidenceOf({ account: id, ceremony: "recovery", route: 0 }) : undefined;
}

function judgementOf(
  account: Account,
  { place, subject, identity }: Evidence,
  meta: RuleMeta,
  fault: ControlFault,
): Judgement {
  return {
    finding: {
      rule: meta.id,
      severity: meta.severity,
      confidence: "high",
      message: `${subject} ${fault.says}`,
      attack: fault.attack,
      fix: fault.fix,
      ...place,
      related: [],
      fingerprint: fingerprint(meta.id, identity[0] ?? "", account.id),
      clauses: meta.clauses.map(({ id }) => id),
      notes: [],
      consequences: [],
      trail: [],
    },
  };
}

/** Whether the account has a way in that rests on a code of one of these kinds. */
export function usesKind(
  { authenticators }: Account,
  kinds: ReadonlySet<Account["authenticators"][number]["kind"]>,
): boolean {
  return authenticators.some(({ kind }) => kinds.has(kind));
}

/** The kinds of code that a service makes and sends. */
export const sentKinds: ReadonlySet<Account["authenticators"][number]["kind"]> = new Set([
  "sms-code",
  "voice-code",
  "messenger-code",
  "email-code",
] as const);

// The rule `otp-no-expiry`: a code that is good for ever, or for too long.
import type { Finding, RuleMeta } from "../finding.ts";
import type { CodeKept, Flow, Proof } from "../flow.ts";
import { durationMilliseconds } from "../../simulator/index.ts";
import { asvsLifetime, nistCodes } from "./clauses.ts";
import { codeWords, findingAt, gainOf, type JudgedCode, lower, sentCodes } from "./code-findings.ts";
import { controlJudgements, sentKinds, usesKind } from "./control-findings.ts";
import type { CodeRule, PolicyRule } from "./rule.ts";

const meta: RuleMeta = {
  id: "otp-no-expiry",
  group: "code",
  severity: "warning",
  title: "A code that is good for too long",
  why:
    "A code that never ends is a second password that its owner did not choose, cannot see and cannot change. It lies in " +
    "the list of texts, in the backup of the phone and in the store of the service, and whoever finds it there later can " +
    "use it. The longer it lives, the more guesses it meets, too.",
  mend: [
    "Let the store forget it: `EX 600` in Redis, `expireAfterSeconds` in MongoDB, or a time beside the code that is looked at before the code is.",
    "Ten minutes are enough for a text. A mailed code or link may live for a day at most.",
  ],
  fine: [
    "A table that another program clears, which the linter cannot see.",
    "A letter by post, which takes days.",
  ],
  clauses: [
    nistCodes,
    {
      id: "NIST SP 800-63B-4 4.2.1.2",
      asks: "a recovery code is good for ten minutes by text or call and for 24 hours by e-mail",
    },
    asvsLifetime,
    { id: "CWE-613", asks: "insufficient session expiration" },
  ],
  sources: ["nist-800-63b-4", "asvs-5"],
};

const minute = 60_000;
const day = 24 * 60 * minute;

/** Finds codes that are kept without an end or for too long, in code. */
export const otpNoExpiry: CodeRule = { meta, judge };

/** Finds them in setups written by hand. */
export const otpNoExpirySetups: PolicyRule = {
  meta,
  judge: (judged) =>
    controlJudgements(judged, meta, (account) =>
      durationMilliseconds(account.controls.codeLifetime) > 10 * minute && usesKind(account, sentKinds)
        ? {
            says: `keeps codes good for ${account.controls.codeLifetime}`,
            attack: "Somebody finds a code long after it was sent, and it still passes.",
            fix: "Let codes end after ten minutes.",
          }
        : undefined,
    ),
};

function judge(flow: Flow): readonly Finding[] {
  return sentCodes(flow).flatMap((judged) => {
    const most = longest(judged.proof);
    // A store that forgets nothing is one fault, however many places fill it.
    const [endlessly] = inOrder(judged.code.kept.filter(({ ends }) => ends === "no"));
    if (endlessly !== undefined) return [endless(flow, endlessly, judged)];
    const [long] = inOrder(
      judged.code.kept.filter(({ lifetime }) => lifetime !== undefined && lifetime > most),
    );
    return long?.lifetime === undefined ? [] : [tooLong(flow, long, long.lifetime, judged)];
  });
}

function inOrder(all: readonly CodeKept[]): readonly CodeKept[] {
  return all.toSorted(
    ({ place: a }, { place: b }) =>
      (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) || a.line - b.line || a.column - b.column,
  );
}

function endless(flow: Flow, kept: CodeKept, { proof, code, sure }: JudgedCode): Finding {
  const complete = code.checked.every((check) => check.complete);
  return findingAt(meta, flow, {
    at: kept,
    evidence: `${kept.store} endless`,
    confidence: complete ? sure : lower(sure, proof.kind === "unknown-code" ? "low" : "medium"),
    message: `${codeWords(proof)} is kept without a time after which it is no longer good`,
    attack: `Somebody finds an old code, in a list of texts or in a backup, enters it and ${gainOf(flow)}.`,
    fix: "Let the store forget it after ten minutes, or keep a time beside it and look at that first.",
  });
}

function tooLong(flow: Flow, kept: CodeKept, lifetime: number, { proof, sure }: JudgedCode): Finding {
  return findingAt(meta, flow, {
    at: kept,
    evidence: `${kept.store} long`,
    confidence: sure,
    message: `${codeWords(proof)} is good for ${spoken(lifetime)}`,
    attack: `Somebody finds the code long after it was sent, or guesses all that time, enters it and ${gainOf(flow)}.`,
    fix: `Let it end after ${spoken(longest(proof))}.`,
  });
}

function longest({ kind }: Proof): number {
  return kind === "email-code" || kind === "email-link" || kind === "unknown-code" ? day : 10 * minute;
}

function spoken(milliseconds: number): string {
  const [unit, name] =
    milliseconds >= 2 * day
      ? [day, "days"]
      : milliseconds >= 120 * minute
        ? [60 * minute, "hours"]
        : [minute, "minutes"];
  return `${Math.round(milliseconds / unit)} ${name}`;
}

// The rule `lockout-risk`: every way in and every way back hangs on one phone number.
import type { Account } from "../../simulator/index.ts";
import type { RuleMeta } from "../finding.ts";
import { clausesOf } from "./clauses.ts";
import type { Evidence, JudgedSetup, Judgement, PolicyRule } from "./rule.ts";
import { findingOf } from "./finding-of.ts";
import { commonNumber, lockedOutWithout } from "./settings.ts";

const meta: RuleMeta = {
  id: "lockout-risk",
  group: "configuration",
  severity: "warning",
  title: "An account that is lost with its phone number",
  why:
    "Numbers are lost without anybody's fault: a contract ends, a SIM breaks abroad, a carrier blocks texts. Where the same " +
    "number is asked for to sign in and to get back in, there is no way left for the owner, and the owner is the one who " +
    "then calls the support desk. Whoever talks a desk round gets in by the same door.",
  mend: [
    "Give every account one way back that does not hang on the number: a confirmed mailbox, printed recovery codes, or a passkey on another device.",
    "Ask for it when the second factor is switched on, not when it is needed.",
    "Where nobody has one yet, decide before the first call what the support desk may do, and how it knows who is calling.",
  ],
  fine: [
    "Accounts that can be opened anew without loss.",
    "A way back at a counter or by post that is not part of the code. Write it down where the next reader looks.",
  ],
  clauses: clausesOf(
    "NIST SP 800-63B-4 4.1.2.1",
    "NIST SP 800-63B-4 3.1.3.3",
    "ASVS 5.0 6.4.4",
    "ASVS 5.0 6.5.6",
    "ASVS 5.0 6.6.1",
    "CWE-640",
  ),
  sources: ["nist-800-63b-4", "asvs-5", "google-2019", "calypso-12639"],
};

/** Finds accounts that nobody gets into any more once the number is gone, the owner included. */
export const lockoutRisk: PolicyRule = { meta, judge };

function judge(judged: JudgedSetup): readonly Judgement[] {
  return judged.setup.accounts.flatMap((account) => judgeAccount(judged, account));
}

/** Where an account is described; undefined for a flow, which is one way of many, and for settings not read in full. */
function evidenceFor(judged: JudgedSetup, account: Account): Evidence | undefined {
  const whole = judged.evidenceOfAccount?.(account.id);
  if (whole !== undefined) return whole;
  const written = judged.evidenceOf({ account: account.id, ceremony: "sign-in", route: 0 });
  return written?.flow === undefined && written?.configured === undefined ? written : undefined;
}

function judgeAccount(judged: JudgedSetup, account: Account): readonly Judgement[] {
  const evidence = evidenceFor(judged, account);
  if (evidence === undefined || account.signIn.length === 0 || account.signedInOn.length > 0) return [];
  // A setup in which no way back is written may be unfinished; settings say what there is.
  if (evidence.configured === undefined && account.recovery.length === 0) return [];
  const number = commonNumber(account, [...account.signIn, ...account.recovery]);
  if (number === undefined) return [];
  const played = lockedOutWithout(judged.setup, number, account.id);
  if (played === undefined) return [];
  const setting = evidence.configured === undefined ? "" : ` (${evidence.configured.setting})`;
  return [
    findingOf(meta, evidence, {
      severity: meta.severity,
      message: `${evidence.subject} is lost with its phone number: every way in and every way back needs it${setting}`,
      attack:
        "Nobody attacks. The number is given up, blocked or taken, and its owner has no way in any more.",
      fix: "Add a way back that does not hang on the number: a confirmed mailbox, printed recovery codes or a passkey on another device.",
      notes: [
        "The risk meant is a lock-out. That strangers stay outside as well is no comfort to the owner.",
      ],
      played,
    }),
  ];
}

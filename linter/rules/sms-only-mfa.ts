// The rule `sms-only-mfa`: the only second factor that there is comes by text.
import type { Account } from "../../simulator/index.ts";
import type { RuleMeta } from "../finding.ts";
import { clausesOf } from "./clauses.ts";
import type { JudgedSetup, Judgement, PolicyRule } from "./rule.ts";
import { findingOf } from "./finding-of.ts";
import { besidePassword, commonNumber, lockedOutWithout, numberOf } from "./settings.ts";

const meta: RuleMeta = {
  id: "sms-only-mfa",
  group: "configuration",
  severity: "warning",
  title: "A second factor that comes by text and by nothing else",
  why:
    "A text as second factor is better than none. As the only one it ties everybody to the phone network: a moved number " +
    "hands it to somebody else, and a blocked text, a journey or a lost phone shuts the owner out. Both are mended by the " +
    "same thing, another second factor to choose.",
  mend: [
    "Offer an authenticator app or a passkey beside texts, and let people enrol it without a text.",
    "Tell people what a text can and cannot do, where they choose.",
    "Give out recovery codes for the day on which the phone is gone.",
  ],
  fine: [
    "A passkey or an app that is offered by another service in front of this one, which the linter cannot see.",
    "A step on the way: texts today, an app planned, and a date for it.",
  ],
  clauses: clausesOf("NIST SP 800-63B-4 3.2.9", "NIST SP 800-63B-4 3.1.3.3", "ASVS 5.0 6.6.1", "CWE-308"),
  sources: ["nist-800-63b-4", "asvs-5", "princeton-2020"],
};

/** Finds accounts whose every second factor is a code over the telephone network. */
export const smsOnlyMfa: PolicyRule = { meta, judge };

function judge(judged: JudgedSetup): readonly Judgement[] {
  return judged.setup.accounts.flatMap((account) => judgeAccount(judged, account));
}

function judgeAccount(judged: JudgedSetup, account: Account): readonly Judgement[] {
  const guarded = account.signIn
    .map((route, index) => ({ route, index, second: besidePassword(account, route) }))
    .filter(({ second }) => second.length > 0);
  const [first] = guarded;
  if (first === undefined) return [];
  if (!guarded.every(({ second }) => second.every((id) => numberOf(account, id) !== undefined))) return [];
  // A passkey or a key that lets in by itself is the stronger way that is asked for.
  if (account.signIn.some((route) => route.with.some((id) => isStrong(account, id)))) return [];
  const evidence = judged.evidenceOf({ account: account.id, ceremony: "sign-in", route: first.index });
  // One flow is one path; what others offer is not known from it.
  if (evidence === undefined || evidence.flow !== undefined) return [];
  const number = commonNumber(
    account,
    guarded.map(({ route }) => route),
  );
  const played = number === undefined ? undefined : lockedOutWithout(judged.setup, number, account.id);
  const setting = evidence.configured === undefined ? "" : ` (${evidence.configured.setting})`;
  return [
    findingOf(meta, evidence, {
      severity: meta.severity,
      message: `${evidence.subject} has texts as its only second factor${setting}`,
      attack:
        "Whoever has the password and gets the carrier to move the number to another SIM is in; whoever loses the number is out.",
      fix: "Offer an authenticator app or a passkey beside texts.",
      ...(played === undefined ? {} : { played }),
    }),
  ];
}

function isStrong(account: Account, id: string): boolean {
  const kind = account.authenticators.find((authenticator) => authenticator.id === id)?.kind;
  return kind === "passkey" || kind === "security-key";
}

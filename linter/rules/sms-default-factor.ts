// The rule `sms-default-factor`: texts are the second factor that is asked for first although something better is offered.
import type { Account } from "../../simulator/index.ts";
import type { RuleMeta } from "../finding.ts";
import { clausesOf } from "./clauses.ts";
import type { JudgedSetup, Judgement, PolicyRule } from "./rule.ts";
import { findingOf } from "./finding-of.ts";
import { besidePassword, numberOf } from "./settings.ts";

const meta: RuleMeta = {
  id: "sms-default-factor",
  group: "configuration",
  severity: "info",
  strict: true,
  title: "Texts as the second factor that is asked for first",
  why:
    "What is offered first is what most people use. Where an app or a key is there as well, it should be the one that is " +
    "asked for, with the text as the way out for those who cannot. In a setup written by hand the first route counts as the " +
    "one that is offered first. That is a convention, so the rule is left out by the default profile.",
  mend: [
    "Prefer the app or the key of whoever has enrolled one, and keep the text as the second choice.",
    "In a setup, write the route that the service offers first before the others.",
  ],
  fine: [
    "People who chose texts themselves, after they were told the difference.",
    "A list in which the order means nothing.",
  ],
  clauses: clausesOf("NIST SP 800-63B-4 3.2.9", "ASVS 5.0 6.6.1", "CWE-308"),
  sources: ["nist-800-63b-4", "asvs-5"],
};

/** Finds accounts in which the text stands before the app. */
export const smsDefaultFactor: PolicyRule = { meta, judge };

function judge(judged: JudgedSetup): readonly Judgement[] {
  return judged.setup.accounts.flatMap((account) => {
    const first = textFirst(account);
    if (first === undefined) return [];
    const evidence = judged.evidenceOf({ account: account.id, ceremony: "sign-in", route: first });
    if (evidence === undefined || evidence.flow !== undefined) return [];
    // Most products ask their users; only one that was told an order has one.
    if (evidence.configured !== undefined && !evidence.configured.ordered) return [];
    const setting = evidence.configured === undefined ? "" : ` (${evidence.configured.setting})`;
    return [
      findingOf(meta, evidence, {
        severity: meta.severity,
        message: `${evidence.subject} asks for a text before the stronger factor that is offered as well${setting}`,
        attack: "Whoever has the password and the phone number is never asked for the app.",
        fix: "Ask for the app or the key first, and keep the text for those who cannot use it.",
      }),
    ];
  });
}

/** The index of the first route with a second factor, if that is a text and a later one is not. */
function textFirst(account: Account): number | undefined {
  const guarded = account.signIn
    .map((route, index) => ({ index, second: besidePassword(account, route) }))
    .filter(({ second }) => second.length > 0);
  const [first, ...later] = guarded;
  if (first === undefined || !first.second.every((id) => numberOf(account, id) !== undefined))
    return undefined;
  return later.some(({ second }) => second.some((id) => isStronger(account, id))) ? first.index : undefined;
}

/** Whether an authenticator owes nothing to the phone network or to a mailbox. */
export function isStronger(account: Account, id: string): boolean {
  const kind = account.authenticators.find((authenticator) => authenticator.id === id)?.kind;
  return (
    kind === "totp" ||
    kind === "hotp" ||
    kind === "device-code" ||
    kind === "otp-token" ||
    kind === "push" ||
    kind === "passkey" ||
    kind === "security-key"
  );
}

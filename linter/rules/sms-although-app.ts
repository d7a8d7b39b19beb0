// The rule `sms-although-app`: a text is sent on request to those who have an app, so that the app guards nothing.
import { type Account, type ScenarioRef, simulate } from "../../simulator/index.ts";
import type { RuleMeta } from "../finding.ts";
import { clausesOf } from "./clauses.ts";
import type { JudgedSetup, Judgement, PolicyRule } from "./rule.ts";
import { findingOf } from "./finding-of.ts";
import { besidePassword, numberOf, numbersIn } from "./settings.ts";
import { isStronger } from "./sms-default-factor.ts";

const meta: RuleMeta = {
  id: "sms-although-app",
  group: "configuration",
  severity: "warning",
  title: "A text on request, although an app is enrolled",
  why:
    "An app protects only if nothing weaker opens the same door. Where the sign-in page sends a text to everybody who asks " +
    "for another way, whoever holds the number asks for it, and the app is decoration. The owner, who did what was " +
    "recommended, cannot tell.",
  mend: [
    "Send no text to whoever has enrolled something better; offer recovery codes instead.",
    "Or let the owner switch texts off, and take the number off the account when an app is enrolled.",
    "Where a text has to stay as a way out, tell the owner of each one and let it wait.",
  ],
  fine: [
    "An owner who has been told and chose to keep the text.",
    "A text that opens a limited view only, in which nothing can be changed.",
  ],
  clauses: clausesOf("ASVS 5.0 6.3.4", "ASVS 5.0 6.6.1", "NIST SP 800-63B-4 3.2.9", "CWE-308"),
  sources: ["asvs-5", "nist-800-63b-4", "authy"],
};

/** Finds accounts with an app beside which a text opens the same door. */
export const smsAlthoughApp: PolicyRule = { meta, judge };

function judge(judged: JudgedSetup): readonly Judgement[] {
  return judged.setup.accounts.flatMap((account) => judgeAccount(judged, account));
}

function judgeAccount(judged: JudgedSetup, account: Account): readonly Judgement[] {
  // A control that nobody wrote has its default, which is no statement of anybody.
  if (!account.controls.textsDespiteApp || judged.writes?.(account.id, "textsDespiteApp") !== true) return [];
  const guarded = account.signIn
    .map((route, index) => ({ route, index, second: besidePassword(account, route) }))
    .filter(({ route, second }) => second.length > 0 && !route.limited);
  const byText = guarded.find(({ second }) => second.every((id) => numberOf(account, id) !== undefined));
  if (byText === undefined || !guarded.some(({ second }) => second.every((id) => isStronger(account, id))))
    return [];
  const evidence = judged.evidenceOf({ account: account.id, ceremony: "sign-in", route: byText.index });
  if (evidence === undefined || evidence.flow !== undefined) return [];
  const number = numbersIn(account, byText.route)[0];
  const scenario: ScenarioRef | undefined =
    number === undefined ? undefined : { id: "sim-swap", target: number };
  const trail =
    scenario === undefined
      ? []
      : (simulate(judged.setup, scenario, { account: account.id }).accounts[0]?.trail ?? []);
  const setting = evidence.configured === undefined ? "" : ` (${evidence.configured.setting})`;
  return [
    findingOf(meta, evidence, {
      severity: meta.severity,
      message: `${evidence.subject} has a text sent on request although an app is enrolled${setting}`,
      attack:
        "Whoever has the password and gets the carrier to move the number asks for a text and is in, past the app.",
      fix: "Send no text to whoever has enrolled an app or a key; give out recovery codes for the day on which it is lost.",
      ...(scenario === undefined ? {} : { played: { scenario, trail } }),
    }),
  ];
}

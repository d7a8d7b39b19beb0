// The rule `enrolment-needs-sms`: an authenticator app can be enrolled only after a texted code.
import { type Account, type ScenarioRef, simulate } from "../../simulator/index.ts";
import type { RuleMeta } from "../finding.ts";
import { clausesOf } from "./clauses.ts";
import type { JudgedSetup, Judgement, PolicyRule } from "./rule.ts";
import { findingOf } from "./finding-of.ts";
import { numbersIn } from "./settings.ts";

const meta: RuleMeta = {
  id: "enrolment-needs-sms",
  group: "configuration",
  severity: "warning",
  title: "An authenticator app that can be enrolled only after a text",
  why:
    "Whoever does not get texts, or does not want to hang on them, is told to use an app, and cannot. The number is on file " +
    "before there is anything better, often stays a way in, and those whom the carrier or a journey keeps from texts never " +
    "reach the app at all.",
  mend: [
    "Let a signed-in user enrol an app or a key after the password and a code from the app itself.",
    "Where one more proof is wanted, offer a link by mail beside the text.",
    "Do not ask for a phone number of those who enrol something better.",
  ],
  fine: [
    "A service that is reached by phone only, in which the number is the account.",
    "A first enrolment at a counter, for which the text is a second check.",
  ],
  clauses: clausesOf("NIST SP 800-63B-4 3.2.9", "ASVS 5.0 6.6.1", "CWE-654"),
  sources: ["nist-800-63b-4", "asvs-5", "tidbits"],
};

/** Finds accounts that let an app be enrolled by text only. */
export const enrolmentNeedsSms: PolicyRule = { meta, judge };

function judge(judged: JudgedSetup): readonly Judgement[] {
  return judged.setup.accounts.flatMap((account) => judgeAccount(judged, account));
}

function judgeAccount(judged: JudgedSetup, account: Account): readonly Judgement[] {
  const enrolments = account.protectedActions
    .map((action, index) => ({ action, index, number: numbersIn(account, action)[0] }))
    .filter(({ action }) => action.covers === "app-enrolment");
  const [first] = enrolments;
  if (first?.number === undefined || enrolments.some(({ number }) => number === undefined)) return [];
  const evidence = judged.evidenceOf({ account: account.id, ceremony: "action", route: first.index });
  if (evidence === undefined) return [];
  const played = refused(judged, account, first.number);
  return [
    findingOf(meta, evidence, {
      severity: meta.severity,
      message: `${evidence.subject} lets an authenticator app be enrolled only after a code over the phone network`,
      attack:
        "Nobody attacks. The text does not come, and the app that would do without texts cannot be switched on.",
      fix: "Let a signed-in user enrol an app after the password and a code from the app itself.",
      ...(played === undefined ? {} : { played }),
    }),
  ];
}

/** The play in which the text does not come; undefined where it stops nobody. */
function refused(judged: JudgedSetup, account: Account, number: string) {
  const scenario: ScenarioRef = { id: "app-enrolment", target: number };
  const [outcome] = simulate(judged.setup, scenario, { account: account.id }).accounts;
  return outcome === undefined ? undefined : { scenario, trail: outcome.trail };
}

// The rule `no-sim-swap-check`: codes go to a number, and nobody asks the carrier whether it was moved just now.
import type { Account, CeremonyRef } from "../../simulator/index.ts";
import type { RuleMeta } from "../finding.ts";
import { attacksOn, play } from "./attack-play.ts";
import { findingOf, lessSure } from "./finding-of.ts";
import type { Evidence, JudgedSetup, Judgement, PolicyRule } from "./rule.ts";

const meta: RuleMeta = {
  id: "no-sim-swap-check",
  group: "single-factor",
  severity: "info",
  strict: true,
  title: "Codes go to a number without a look at whether it was just moved",
  why:
    "After a SIM swap the number answers as before, and only the carrier knows that it has sat in another SIM for an hour. " +
    "A service that asks the carrier before it sends a code, and holds the code back where the answer is “just now”, " +
    "closes the hours before the owner has noticed and has called.",
  mend: [
    "Ask the carrier about a recent change of SIM or carrier before a code is sent, and hold it back for some days where there was one.",
    "Say what happens then: offer another proof, so that an owner with a new phone is not shut out.",
  ],
  fine: [
    "The service that sends the texts asks the carrier itself.",
    "The carriers of your country do not answer such questions.",
    "Nothing of worth opens for the code.",
  ],
  clauses: [
    {
      id: "NIST SP 800-63B-4 3.1.3.3",
      asks: "signs of a changed SIM or of a number that moved to another carrier should be looked for before a code is sent",
    },
    { id: "CWE-287", asks: "improper authentication" },
  ],
  sources: ["nist-800-63b-4", "princeton-2020"],
};

/**
 * Finds accounts that trust codes to a number and do not ask the carrier. Of code and settings it is less sure: that
 * nothing there asks the carrier cannot be told from not having read it.
 */
export const noSimSwapCheck: PolicyRule = { meta, judge };

function judge(judged: JudgedSetup): readonly Judgement[] {
  return judged.setup.accounts.flatMap((account) => {
    if (account.controls.carrierChangeCheck) return [];
    const numbers = numbersAsked(account);
    const [first] = numbers;
    if (first === undefined) return [];
    const evidence = judged.evidenceOf(first.ref);
    if (evidence === undefined || evidence.flows?.some(({ asksCarrier }) => asksCarrier) === true) return [];
    return [judgementOf(judged, account, evidence, first.number)];
  });
}

/** Where codes to a number are asked for: the ways back in first. */
function numbersAsked(account: Account): readonly { readonly ref: CeremonyRef; readonly number: string }[] {
  const asked = (ids: readonly string[], ref: CeremonyRef) =>
    account.authenticators.flatMap((one) =>
      (one.kind === "sms-code" || one.kind === "voice-code") && ids.includes(one.id)
        ? [{ ref, number: one.number }]
        : [],
    );
  return [
    ...account.recovery.flatMap((route, index) =>
      route.gives === "factor-removal" || route.gives === "new-number"
        ? []
        : asked(route.with, { account: account.id, ceremony: "recovery", route: index }),
    ),
    ...account.signIn.flatMap((route, index) =>
      asked(route.with, { account: account.id, ceremony: "sign-in", route: index }),
    ),
  ];
}

function judgementOf(judged: JudgedSetup, account: Account, evidence: Evidence, number: string): Judgement {
  const played = play(judged.setup, account.id, attacksOn(number));
  const read = evidence.flow ?? evidence.configured;
  return findingOf(meta, evidence, {
    severity: meta.severity,
    ...(read === undefined ? {} : { confidence: lessSure(read.confidence, "medium") }),
    message: `${evidence.subject} trusts codes to a phone number and does not ask the carrier whether it was moved`,
    attack:
      "Somebody has the number moved to another SIM and asks for the code before its owner has noticed.",
    fix: "Ask the carrier about a recent change of SIM before a code is sent (in a setup: controls.carrierChangeCheck).",
    played,
  });
}

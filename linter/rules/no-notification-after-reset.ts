// The rule `no-notification-after-reset`: a new password is set, and its owner is told nothing.
import type { RuleMeta } from "../finding.ts";
import type { Flow } from "../flow.ts";
import { findingOf } from "./finding-of.ts";
import { namesSignUp } from "./project.ts";
import type { Evidence, JudgedSetup, Judgement, PolicyRule } from "./rule.ts";

const meta: RuleMeta = {
  id: "no-notification-after-reset",
  group: "single-factor",
  severity: "info",
  strict: true,
  title: "A password reset that its owner is not told of",
  why:
    "A reset is the moment at which an account changes hands unseen. A notice to every address on file is often the only " +
    "sign that its owner gets, and hours count: while the attacker is busy, sessions can still be ended and the carrier " +
    "called.",
  mend: [
    "Tell the owner at every address on file that the password was reset, when, and what to do if it was not them.",
    "Do not send the notice only to the number that the code went to: whoever took the number over reads it and the owner does not.",
  ],
  fine: [
    "Another part of the system sends the notice, for example on an event or from the database.",
    "An administrator sets the password and hands it over in person.",
  ],
  clauses: [
    {
      id: "ASVS 5.0 6.3.7",
      asks: "people are told of changes of their credentials, such as a reset (level 3)",
    },
    { id: "NIST SP 800-63B-4 4.6", asks: "the account's owner is told of recoveries and changes" },
    { id: "CWE-778", asks: "insufficient logging, as the nearest named weakness" },
  ],
  sources: ["nist-800-63b-4", "asvs-5", "owasp-forgot-password"],
};

/** Finds resets after which nobody is sent a notice, in flows and in setups written by hand. */
export const noNotificationAfterReset: PolicyRule = { meta, judge };

function judge(judged: JudgedSetup): readonly Judgement[] {
  return judged.setup.accounts.flatMap((account) => {
    const route = account.recovery.findIndex(({ gives }) => gives === "new-password");
    const evidence =
      route < 0 ? undefined : judged.evidenceOf({ account: account.id, ceremony: "recovery", route });
    // Whether a product tells the owner does not stand in its settings.
    if (evidence === undefined || evidence.configured !== undefined) return [];
    const isTold = evidence.flow === undefined ? account.notifies.length > 0 : isToldOf(evidence.flow);
    return isTold ? [] : [judgementOf(evidence)];
  });
}

/** Whether somebody is told, or there is nobody to tell yet; a password that was made and sent tells of itself. */
function isToldOf(flow: Flow): boolean {
  return flow.notifies || flow.makesAccount || namesSignUp(flow) || !flow.chosen;
}

function judgementOf(evidence: Evidence): Judgement {
  return findingOf(meta, evidence, {
    severity: meta.severity,
    message: `${evidence.subject} sets a new password and tells nobody`,
    attack:
      "Somebody who has come through the reset has the account for as long as its owner does not happen to sign in.",
    fix:
      evidence.flow === undefined
        ? "Tell the owner at every address on file (in a setup: notifies)."
        : "Once the password is written, send a notice to every address on file.",
  });
}

// The rule `sms-only-login`: an ordinary sign-in that opens to whoever holds the phone number, and to nothing else.
import type { RuleMeta, Severity } from "../finding.ts";
import type { Confidence, Flow } from "../flow.ts";
import { attacksOn, play } from "./attack-play.ts";
import { attackLine, channelOf, fixLine } from "./channel-words.ts";
import { fallenWith } from "./fallen-with.ts";
import { findingOf, lessSure, withstandsAll } from "./finding-of.ts";
import { namesReset, onlySignsUp } from "./project.ts";
import type { Evidence, JudgedSetup, Judgement, PolicyRule } from "./rule.ts";
import { directWays, type WeakRoute, weakSignIns, weakWays } from "./weak-routes.ts";

const meta: RuleMeta = {
  id: "sms-only-login",
  group: "single-factor",
  severity: "warning",
  title: "A sign-in that a code sent to a phone number opens alone",
  why:
    "The number is the whole key. It can be moved to another SIM or listened in on, it goes to somebody else after it is " +
    "given up, and its owner is shut out while it is gone. Many services choose this for its ease, which is why it is a " +
    "warning and no error: whether it is too little depends on what the account holds.",
  mend: [
    "Offer a passkey at the first sign-in by text, and from then on let the text open only what does no harm.",
    "Ask for a second proof that does not hang on the number before money, personal data or settings are touched.",
    "Ask the carrier about a recent change of SIM before a code counts, and wait where there was one.",
    "Give people another way in than the number, so that losing it is not losing the account.",
  ],
  fine: [
    "The account holds nothing that somebody else would want, such as a cart that is not paid yet.",
    "The code is the second step, and the first one, a password or a passkey, is bound to the same sign-in.",
    "It makes a new account, and an existing one is refused.",
  ],
  clauses: [
    {
      id: "NIST SP 800-63B-4 2.2",
      asks: "AAL2 takes two different factors, or one authenticator that joins two",
    },
    {
      id: "NIST SP 800-63B-4 3.2.9",
      asks: "where a restricted authenticator such as a texted code is offered, another one is offered, too, and the risk is told",
    },
    { id: "ASVS 5.0 6.3.3", asks: "sign-in takes several factors, or one that joins several (level 2)" },
    {
      id: "ASVS 5.0 6.6.1",
      asks: "codes by phone or SMS only beside stronger methods and with their risk told (level 2), not at all at level 3",
    },
    { id: "CWE-308", asks: "use of single-factor authentication" },
  ],
  sources: ["nist-800-63b-4", "asvs-5", "princeton-2020"],
};

/** Finds sign-ins that a phone number alone opens. */
export const smsOnlyLogin: PolicyRule = { meta, judge };

function judge(judged: JudgedSetup): readonly Judgement[] {
  const all = weakWays(judged.setup);
  return directWays(weakSignIns(judged.setup), all).flatMap((weak) => {
    const evidence = judged.evidenceOf(weak.ref);
    // What a product is told to do has a rule of its own.
    if (evidence === undefined || evidence.configured !== undefined) return [];
    if (evidence.flow !== undefined && !opensExisting(evidence.flow)) return [];
    return [judgementOf(weak, evidence, judged)];
  });
}

/** Whether the session is that of an account which was there before, and not the last step of a reset. */
function opensExisting(flow: Flow): boolean {
  return !flow.makesAccount && !namesReset(flow);
}

function judgementOf(weak: WeakRoute, evidence: Evidence, judged: JudgedSetup): Judgement {
  const channel = channelOf(weak, evidence.flow);
  const played = play(judged.setup, weak.account.id, attacksOn(weak.number));
  const { flow } = evidence;
  return findingOf(meta, evidence, {
    severity: oneLess(channel.severity),
    confidence: flow === undefined ? "high" : confidenceOf(flow),
    message: `${evidence.subject} signs in for ${channel.code} alone`,
    attack: attackLine(played, channel, weak),
    fix: fixLine(weak),
    played,
    notes: played === undefined ? [withstandsAll] : [],
    consequences: played === undefined ? [] : fallenWith(weak, judged),
  });
}

/** What confirms a number while somebody registers also opens a session, but of an account that is only being made. */
function confidenceOf(flow: Flow): Confidence {
  return onlySignsUp(flow) ? lessSure(flow.confidence, "low") : flow.confidence;
}

function oneLess(severity: Severity): Severity {
  return severity === "error" ? "warning" : "info";
}

// The rule `same-code-two-channels`: one code that goes out by text and by mail, so that either of the two is enough.
import type { RuleMeta } from "../finding.ts";
import { type Flow, isPhoneCode, type Proof, type ProofKind } from "../flow.ts";
import { attacksOn, play } from "./attack-play.ts";
import { findingOf } from "./finding-of.ts";
import type { Evidence, JudgedSetup, Judgement, PolicyRule } from "./rule.ts";

const meta: RuleMeta = {
  id: "same-code-two-channels",
  group: "single-factor",
  severity: "warning",
  title: "The same code goes out by text and by mail",
  why:
    "Two messages with one code look like two proofs and are less than one: whoever reads either of them has the code, so " +
    "that both the number and the mailbox have to be safe. People who see both messages arrive believe that both were " +
    "asked for.",
  mend: [
    "Let the owner choose one way, and send the code there alone.",
    "If both the number and the mailbox are to be shown, send two different codes and ask for both.",
  ],
  fine: [
    "The second message has no code and only tells that one was sent.",
    "Both messages go to the same number, such as a text and a call for those who cannot read it: that is one way, and other rules tell what it is worth.",
  ],
  clauses: [
    { id: "ASVS 5.0 6.3.4", asks: "all ways in are equally strong, and none is undocumented (level 2)" },
    {
      id: "ASVS 5.0 6.6.1",
      asks: "codes by phone or SMS only beside stronger methods and with their risk told (level 2), not at all at level 3",
    },
    {
      id: "NIST SP 800-63B-4 4.2.2.2",
      asks: "recovery at AAL2 takes two recovery codes sent by different methods, or one code and an authenticator already bound to the account, or identity proofing again (our reading of the draft; the final keeps the clause number)",
    },
    { id: "CWE-308", asks: "use of single-factor authentication" },
  ],
  sources: ["nist-800-63b-4", "asvs-5"],
};

/** Finds flows in which a code sent to a phone number is mailed as well. A setup has no words for that. */
export const sameCodeTwoChannels: PolicyRule = { meta, judge };

function judge(judged: JudgedSetup): readonly Judgement[] {
  return judged.setup.accounts.flatMap((account) =>
    (["sign-in", "recovery"] as const).flatMap((ceremony) => {
      const evidence = judged.evidenceOf({ account: account.id, ceremony, route: 0 });
      const sent = twofold(evidence?.flow);
      return evidence === undefined || sent === undefined
        ? []
        : [judgementOf(judged, account.id, evidence, sent)];
    }),
  );
}

/** The flow that reads the code from the mail is the same request: it is told once, by the text. */
function twofold(flow: Flow | undefined): Proof | undefined {
  if (flow === undefined || flow.makesAccount) return undefined;
  return flow.proofs.find(({ kind, also = [] }) => isPhoneCode(kind) && also.some(isMailed));
}

function isMailed(kind: ProofKind): boolean {
  return kind === "email-code" || kind === "email-link";
}

function judgementOf(judged: JudgedSetup, account: string, evidence: Evidence, sent: Proof): Judgement {
  const played = play(judged.setup, account, attacksOn("mobile"));
  const way = sent.kind === "voice-code" ? "by a call" : sent.kind === "sms-code" ? "by text" : "by WhatsApp";
  return findingOf(meta, evidence, {
    severity: meta.severity,
    message: `${evidence.subject} takes one code that goes out ${way} and by mail, so that either is enough`,
    attack:
      "Somebody who has either the number or the mailbox reads the code there, and never needs the other one.",
    fix: "Send the code by one way only, or two different codes and ask for both.",
    played,
  });
}

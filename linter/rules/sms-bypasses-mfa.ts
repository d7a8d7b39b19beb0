// The rule `sms-bypasses-mfa`: a texted code that goes round what the ordinary sign-in asks for besides.
import type { RuleMeta } from "../finding.ts";
import type { Confidence } from "../flow.ts";
import { attacksOn, play } from "./attack-play.ts";
import { attackLine, channelOf } from "./channel-words.ts";
import { findingOf, lessSure, withstandsAll } from "./finding-of.ts";
import { namesReset, onlySignsUp } from "./project.ts";
import type { Evidence, JudgedSetup, Judgement, PolicyRule } from "./rule.ts";
import { appLeftOut, factorLeftOut, nameOfProof } from "./second-factor.ts";
import { directWays, type WeakRoute, weakSignIns, weakRoutes, weakWays } from "./weak-routes.ts";

const meta: RuleMeta = {
  id: "sms-bypasses-mfa",
  group: "single-factor",
  severity: "error",
  title: "A texted code that goes round a factor the sign-in asks for",
  why:
    "A second factor protects an account only if every way in asks for it. Where a code by text opens the account and " +
    "the password or the app that the sign-in asks for is not looked at, an attacker takes that way, and whoever " +
    "trusted the other one is deceived. It often happens by accident: two steps of a sign-in that are not bound to each " +
    "other, or one store of codes that serves several purposes.",
  mend: [
    "Bind the steps of a sign-in together: the second one takes a secret that only the first one hands out, for one user and one attempt.",
    "Keep codes apart by what they were asked for, and refuse a code that was sent for something else.",
    "Ask for the enrolled second factor on every path that ends in a session or a new password.",
  ],
  fine: [
    "The first step was bound to this one where the linter cannot see it, for example by a signed cookie that a gateway checks.",
    "What opens without the second factor allows looking only, and asks again before anything is changed.",
  ],
  clauses: [
    { id: "ASVS 5.0 6.3.4", asks: "all ways in are equally strong, and none is undocumented (level 2)" },
    {
      id: "ASVS 5.0 6.4.3",
      asks: "a reset does not bypass multi-factor authentication that is switched on (level 2)",
    },
    {
      id: "NIST SP 800-63B-4 4.2.2.2",
      asks: "recovery at AAL2 takes two recovery codes sent by different methods, or one code and an authenticator already bound to the account, or identity proofing again (our reading of the draft; the final keeps the clause number)",
    },
    { id: "CWE-288", asks: "authentication bypass using an alternate path or channel" },
    { id: "CWE-308", asks: "use of single-factor authentication" },
  ],
  sources: ["nist-800-63b-4", "asvs-5", "owasp-forgot-password"],
};

/** Finds ways in by a number alone that go round what another way in asks for. */
export const smsBypassesMfa: PolicyRule = { meta, judge };

function judge(judged: JudgedSetup): readonly Judgement[] {
  const all = weakWays(judged.setup);
  return directWays([...weakSignIns(judged.setup), ...weakRoutes(judged.setup)], all).flatMap((weak) => {
    const evidence = judged.evidenceOf(weak.ref);
    const round = evidence === undefined ? undefined : gonePast(weak, evidence);
    return evidence === undefined || round === undefined ? [] : [judgementOf(weak, evidence, judged, round)];
  });
}

/** What the route goes round, in words, and how sure that is. */
interface Round {
  readonly words: string;
  readonly confidence: Confidence;
}

/** Undefined if there is nothing that the route goes round. */
function gonePast(weak: WeakRoute, { flow, flows = [] }: Evidence): Round | undefined {
  if (flow === undefined) return inSetup(weak);
  // A reset is there to go round the password, and a registration has none to go round.
  if (onlySignsUp(flow) || flow.effect.what !== "opens-session") return undefined;
  const skipped = flow.skips.map(({ kind }) => nameOfProof(kind)).find((word) => word !== undefined);
  if (skipped !== undefined) return { words: skipped, confidence: flow.confidence };
  // Another handler asks for an app; it may serve other people, such as those who work there.
  const elsewhere = namesReset(flow) ? undefined : appLeftOut(flow.proofs, flows);
  return elsewhere === undefined
    ? undefined
    : { words: `${elsewhere} of the other sign-in`, confidence: lessSure(flow.confidence, "medium") };
}

function inSetup({ account, gives, route, ref }: WeakRoute): Round | undefined {
  const opens =
    ref.ceremony === "sign-in" ||
    gives === "session" ||
    account.controls.resetOpensSession ||
    !account.controls.resetKeepsSecondFactor;
  const words = opens ? factorLeftOut(account, route.with) : undefined;
  return words === undefined ? undefined : { words, confidence: "high" };
}

function judgementOf(
  weak: WeakRoute,
  evidence: Evidence,
  judged: JudgedSetup,
  { words, confidence }: Round,
): Judgement {
  const channel = channelOf(weak, evidence.flow);
  const played = play(judged.setup, weak.account.id, attacksOn(weak.number));
  return findingOf(meta, evidence, {
    severity: played?.end === "taken-over" ? channel.severity : "warning",
    confidence,
    message: `${evidence.subject} opens for ${channel.code} alone and goes round ${words}`,
    attack: attackLine(played, channel, weak),
    fix: "Bind this step to the one before it, and ask for the same factors on every way to a session.",
    played,
    notes: played === undefined ? [withstandsAll] : [],
  });
}

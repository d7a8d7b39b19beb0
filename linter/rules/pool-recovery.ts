// What the recovery setting of an Amazon Cognito user pool opens, or bars: shared by the rules about it.
import type { RuleMeta, Severity } from "../finding.ts";
import { attacksOn, play, type Played } from "./attack-play.ts";
import { attackLine, channelOf } from "./channel-words.ts";
import type { Configured, Evidence, JudgedSetup, Judgement } from "./rule.ts";
import { findingOf } from "./finding-of.ts";
import { commonNumber, lockedOutWithout } from "./settings.ts";
import { type WeakRoute, weakRoutes } from "./weak-routes.ts";

/** The setting of a pool that a rule is about. */
export interface PoolRule {
  readonly meta: RuleMeta;
  readonly isMeant: (configured: Configured) => boolean;
  /** How grave it is if a play ends in a takeover. */
  readonly severity: (configured: Configured) => Severity;
  readonly fix: string;
}

/** One finding for a pool: that strangers get in comes before that owners do not. */
export function judgePool(rule: PoolRule, judged: JudgedSetup): readonly Judgement[] {
  for (const weak of weakRoutes(judged.setup)) {
    const evidence = judged.evidenceOf(weak.ref);
    if (isMeant(rule, evidence)) return [bypass(rule, judged, weak, evidence)];
  }
  for (const account of judged.setup.accounts) {
    const evidence = judged.evidenceOfAccount?.(account.id);
    if (!isMeant(rule, evidence) || !evidence.configured.phoneBarred) continue;
    const number = commonNumber(account, [...account.signIn, ...account.recovery]);
    const played = number === undefined ? undefined : lockedOutWithout(judged.setup, number, account.id);
    if (played !== undefined) return [lockOut(rule, evidence, played)];
  }
  return [];
}

type Told = Evidence & { readonly configured: Configured };

function isMeant(rule: PoolRule, evidence: Evidence | undefined): evidence is Told {
  const configured = evidence?.configured;
  return (
    configured !== undefined &&
    (configured.product === "cognito" || configured.product === "amplify") &&
    rule.isMeant(configured)
  );
}

function bypass(rule: PoolRule, judged: JudgedSetup, weak: WeakRoute, evidence: Told): Judgement {
  const { configured } = evidence;
  const played = play(judged.setup, weak.account.id, attacksOn(weak.number));
  return findingOf(rule.meta, evidence, {
    severity: played?.end === "taken-over" ? rule.severity(configured) : "warning",
    message: `${evidence.subject} lets a texted code alone set a new password (${configured.setting})`,
    attack: attackLine(played, channelOf(weak, undefined), weak),
    fix: rule.fix,
    notes: [riskOf(played?.end, configured)],
    ...(played === undefined ? {} : { played }),
  });
}

/** Which risk is meant: the settings that are good against the one are often bad against the other. */
function riskOf(end: Played["end"] | undefined, { phoneRefusedBesideTexts }: Configured): string {
  if (end !== "taken-over")
    return "The risk meant is that strangers set a new password: the second factor keeps them out, and the owner as well until the password is set anew.";
  return phoneRefusedBesideTexts
    ? "The risk meant is a takeover. Whoever has texts as second factor is refused the phone here: that guards them against it, and leaves them with less if they are locked out."
    : "The risk meant is a takeover. The phone is accepted even from whoever has texts as second factor, so that one number then stands for both.";
}

function lockOut(
  rule: PoolRule,
  evidence: Told,
  played: NonNullable<ReturnType<typeof lockedOutWithout>>,
): Judgement {
  return findingOf(rule.meta, evidence, {
    severity: "warning",
    message: `${evidence.subject} leaves whoever has texts as second factor no way back (${evidence.configured.setting})`,
    attack:
      "Nobody gets in by this. Whoever forgets the password is refused a code by text because texts are the second factor, and there is nothing else; whoever loses the number is outside as well.",
    fix: "Offer a second factor that is no text, such as an authenticator app, and let mail recover the password (`verified_email` alone; `EMAIL_ONLY` in the CDK).",
    notes: [
      "The risk meant is a lock-out, not a takeover: to refuse the phone beside texts is right, as long as something else is there.",
    ],
    played,
  });
}

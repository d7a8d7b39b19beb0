// The rule `mfa-removable-by-sms`: a second factor that a texted code takes off the account, in a session or without one.
import type { RuleMeta } from "../finding.ts";
import { play } from "./attack-play.ts";
import { attackLine, channelOf, fixLine } from "./channel-words.ts";
import { findingOf, withstandsAll } from "./finding-of.ts";
import { groundOf } from "./ground.ts";
import type { Evidence, JudgedSetup, Judgement, PolicyRule } from "./rule.ts";
import { type WeakRoute, weakRecoveries } from "./weak-routes.ts";

const meta: RuleMeta = {
  id: "mfa-removable-by-sms",
  group: "single-factor",
  severity: "error",
  title: "A second factor that a code sent to a phone number removes",
  why:
    "A factor is as strong as the way to remove it. If a texted code is enough to switch the authenticator app off, " +
    "whoever holds the number switches it off first and then needs the password alone, which lists of stolen passwords " +
    "often give. Inside a session it is a little better, because somebody has to have come in first.",
  mend: [
    "Ask for the factor itself, or for a recovery code, before it is removed.",
    "Where people have lost the factor, let the removal take effect only after some days, and tell the owner at every address on file at once.",
    "Ask for the password and a fresh sign-in as well.",
  ],
  fine: [
    "The removal waits for days, and the owner is told and can object.",
    "An administrator removes it, behind the administrator's own sign-in.",
  ],
  clauses: [
    {
      id: "ASVS 5.0 6.4.4",
      asks: "after a factor is lost, identity is shown as strongly as at enrolment (level 2)",
    },
    {
      id: "ASVS 5.0 7.5.1",
      asks: "full authentication again before sensitive attributes of the account are changed (level 2)",
    },
    {
      id: "NIST SP 800-63B-4 4.2.2.2",
      asks: "recovery at AAL2 takes two recovery codes sent by different methods, or one code and an authenticator already bound to the account, or identity proofing again (our reading of the draft; the final keeps the clause number)",
    },
    { id: "CWE-308", asks: "use of single-factor authentication" },
    { id: "CWE-306", asks: "missing authentication for critical function" },
  ],
  sources: ["nist-800-63b-4", "asvs-5", "reddit-2018"],
};

/** Finds removals of a factor that a number brings about, alone or from inside a session. */
export const mfaRemovableBySms: PolicyRule = { meta, judge };

function judge(judged: JudgedSetup): readonly Judgement[] {
  const weak = weakRecoveries(judged.setup, ["factor-removal"]);
  return judged.setup.accounts.flatMap((account) =>
    account.recovery.flatMap((route, index) => {
      if (route.gives !== "factor-removal") return [];
      const evidence = judged.evidenceOf({ account: account.id, ceremony: "recovery", route: index });
      if (evidence === undefined) return [];
      const alone = weak.find((other) => other.route === route);
      if (alone !== undefined) return [byTextAlone(alone, evidence, judged)];
      return groundOf(account, route.with) === "text" ? [inSession(evidence)] : [];
    }),
  );
}

function byTextAlone(weak: WeakRoute, evidence: Evidence, { setup }: JudgedSetup): Judgement {
  const channel = channelOf(weak, evidence.flow);
  const played = play(setup, weak.account.id, [
    { id: "factor-removal-by-text", target: weak.number },
    { id: "factor-removal-by-text", variant: "interception", target: weak.number },
  ]);
  return findingOf(meta, evidence, {
    severity: played?.end === "taken-over" ? channel.severity : "warning",
    message: `${evidence.subject} removes a second factor for ${channel.code} alone`,
    attack: attackLine(played, channel, weak),
    fix: fixLine(weak),
    played,
    notes: played === undefined ? [withstandsAll] : [],
  });
}

/** Nobody comes in by it, but whoever is in and has the number stays: no play ends in a takeover. */
function inSession(evidence: Evidence): Judgement {
  return findingOf(meta, evidence, {
    severity: "warning",
    message: `${evidence.subject} removes a second factor for a session and a texted code`,
    attack:
      "Somebody who finds a session open and has the number takes the second factor off the account, and from then on needs the password alone.",
    fix: fixLine({ gives: "factor-removal" }),
  });
}

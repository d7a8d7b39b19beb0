// The rule `session-after-reset`: a reset by text that also signs in, so that nothing is asked for afterwards either.
import type { RuleMeta } from "../finding.ts";
import { attacksOn, play } from "./attack-play.ts";
import { attackLine, channelOf } from "./channel-words.ts";
import { findingOf } from "./finding-of.ts";
import type { Evidence, JudgedSetup, Judgement, PolicyRule } from "./rule.ts";
import { directWays, type WeakRoute, weakRoutes, weakWays } from "./weak-routes.ts";

const meta: RuleMeta = {
  id: "session-after-reset",
  group: "single-factor",
  severity: "warning",
  title: "A reset by text that opens a session at once",
  why:
    "After a reset the ordinary sign-in is the last place where a second factor is asked for. A reset that opens a " +
    "session itself leaves that out: whoever reset the password is in, whatever else is enrolled.",
  mend: [
    "End all sessions after a reset, and send the user through the ordinary sign-in.",
    "If the reset is to sign in, ask in it for the same factors as at the sign-in.",
  ],
  fine: ["The reset asked for every factor of the sign-in before."],
  clauses: [
    { id: "ASVS 5.0 7.4.3", asks: "other sessions can be ended after a change of a factor (level 2)" },
    {
      id: "ASVS 5.0 6.4.3",
      asks: "a reset does not bypass multi-factor authentication that is switched on (level 2)",
    },
    { id: "CWE-613", asks: "insufficient session expiration" },
    { id: "CWE-308", asks: "use of single-factor authentication" },
  ],
  sources: ["asvs-5", "nist-800-63b-4"],
};

/** Finds resets that a number alone opens and that sign in at once. */
export const sessionAfterReset: PolicyRule = { meta, judge };

function judge(judged: JudgedSetup): readonly Judgement[] {
  return directWays(weakRoutes(judged.setup), weakWays(judged.setup)).flatMap((weak) => {
    const evidence = judged.evidenceOf(weak.ref);
    return evidence === undefined || !signsIn(weak, evidence) ? [] : [judgementOf(weak, evidence, judged)];
  });
}

function signsIn(weak: WeakRoute, { flow, flows = [] }: Evidence): boolean {
  if (weak.gives !== "new-password") return false;
  if (flow === undefined) return weak.account.controls.resetOpensSession;
  return flows.some(
    ({ entry, effect }) =>
      effect.what === "opens-session" &&
      entry.symbol === flow.entry.symbol &&
      entry.place.line === flow.entry.place.line,
  );
}

function judgementOf(weak: WeakRoute, evidence: Evidence, judged: JudgedSetup): Judgement {
  const channel = channelOf(weak, evidence.flow);
  const played = play(judged.setup, weak.account.id, attacksOn(weak.number));
  return findingOf(meta, evidence, {
    severity: meta.severity,
    message: `${evidence.subject} also opens a session, for ${channel.code} alone`,
    attack: attackLine(played, channel, { gives: "session" }),
    fix: "Open no session in the reset; end those that are open, and let the ordinary sign-in ask for what it asks for.",
    played,
  });
}

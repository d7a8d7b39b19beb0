// The rule `session-after-reset`: a reset by text that also signs in, so that nothing is asked for afterwards either.
import type { Account } from "../../simulator/index.ts";
import type { RuleMeta } from "../finding.ts";
import { isPhoneCode } from "../flow.ts";
import { attacksOn, play } from "./attack-play.ts";
import { attackLine, channelOf } from "./channel-words.ts";
import { findingOf } from "./finding-of.ts";
import type { Evidence, JudgedSetup, Judgement, PolicyRule } from "./rule.ts";
import { appLeftOut, factorLeftOut } from "./second-factor.ts";
import { directWays, type WeakRoute, weakRoutes, weakWays } from "./weak-routes.ts";

const meta: RuleMeta = {
  id: "session-after-reset",
  group: "single-factor",
  severity: "warning",
  title: "A reset by text that opens a session at once",
  why:
    "After a reset the ordinary sign-in is the last place where a second factor is asked for. A reset that opens a " +
    "session itself is a sign-in that asks for less: whoever reset the password is in, whatever else is enrolled.",
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

/** Finds resets that take a texted code and sign in at once, past what the sign-in itself asks for. */
export const sessionAfterReset: PolicyRule = { meta, judge };

function judge(judged: JudgedSetup): readonly Judgement[] {
  const { setup } = judged;
  const direct = directWays(weakRoutes(setup), weakWays(setup));
  return setup.accounts.flatMap((account) =>
    account.recovery.flatMap((route, index) => {
      if (route.gives !== "new-password") return [];
      const evidence = judged.evidenceOf({ account: account.id, ceremony: "recovery", route: index });
      if (evidence === undefined || !signsIn(account, evidence)) return [];
      const weak = direct.find(({ route: other }) => other === route);
      if (weak !== undefined) return [byTextAlone(weak, evidence, judged)];
      const left = leftOut(account, route.with, evidence);
      return left === undefined ? [] : [pastFactor(left, evidence)];
    }),
  );
}

function signsIn({ controls }: Account, { flow, flows = [] }: Evidence): boolean {
  if (flow === undefined) return controls.resetOpensSession;
  return flows.some(
    ({ entry, effect }) =>
      effect.what === "opens-session" &&
      entry.symbol === flow.entry.symbol &&
      entry.place.line === flow.entry.place.line,
  );
}

/** What the sign-in asks for and the reset does not, where the reset takes a code sent to a number at all. */
function leftOut(
  account: Account,
  asked: readonly string[],
  { flow, flows = [] }: Evidence,
): string | undefined {
  if (flow !== undefined)
    return flow.proofs.some(({ kind }) => isPhoneCode(kind)) ? appLeftOut(flow.proofs, flows) : undefined;
  const takesText = account.authenticators.some(
    ({ id, kind }) => asked.includes(id) && (kind === "sms-code" || kind === "voice-code"),
  );
  return takesText ? factorLeftOut(account, asked) : undefined;
}

const fix =
  "Open no session in the reset; end those that are open, and let the ordinary sign-in ask for what it asks for.";

function byTextAlone(weak: WeakRoute, evidence: Evidence, judged: JudgedSetup): Judgement {
  const channel = channelOf(weak, evidence.flow);
  const played = play(judged.setup, weak.account.id, attacksOn(weak.number));
  return findingOf(meta, evidence, {
    severity: meta.severity,
    message: `${evidence.subject} also opens a session, for ${channel.code} alone`,
    attack: attackLine(played, channel, { gives: "session" }),
    fix,
    played,
  });
}

function pastFactor(left: string, evidence: Evidence): Judgement {
  return findingOf(meta, evidence, {
    severity: meta.severity,
    message: `${evidence.subject} resets the password and opens a session without ${left} that the sign-in asks for`,
    attack: `Somebody who has what this reset asks for, a code to the phone number among it, is in and never meets ${left}.`,
    fix,
  });
}

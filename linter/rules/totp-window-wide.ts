// The rule `totp-window-wide`: an authenticator app's code that is good for minutes.
import type { Finding, RuleMeta } from "../finding.ts";
import type { Flow } from "../flow.ts";
import { asvsLifetime } from "./clauses.ts";
import { findingAt, gainOf } from "./code-findings.ts";
import { controlJudgements, usesKind } from "./control-findings.ts";
import type { CodeRule, PolicyRule } from "./rule.ts";

const meta: RuleMeta = {
  id: "totp-window-wide",
  group: "code",
  severity: "warning",
  title: "An authenticator app's code that is good for minutes",
  why:
    "A window of two steps either way means five codes at a time that are right, and each of them for two and a half " +
    "minutes. Guessing is five times as easy, and whoever has looked over a shoulder has time to walk away and use what " +
    "they saw. Clocks of phones are set by the network; one step either way is enough for all of them.",
  mend: [
    "Let one step pass on either side: `window: 1` in speakeasy, otplib up to 12 and otpauth, `epochTolerance: 30` in otplib 13.",
    "Remember the last step that was used, so that no code passes twice.",
  ],
  fine: ["A hardware token without a network, whose clock is known to drift and is put right by the server."],
  clauses: [
    asvsLifetime,
    {
      id: "NIST SP 800-63B-4 3.1.4",
      asks: "a one-time code changes at least every two minutes and is accepted once",
    },
    { id: "CWE-307", asks: "improper restriction of excessive authentication attempts" },
  ],
  sources: ["asvs-5", "nist-800-63b-4", "rfc-6238"],
};

/** Finds checks of authenticator apps that let more than one step pass on either side, in code. */
export const totpWindowWide: CodeRule = { meta, judge };

/** Finds them in setups written by hand. */
export const totpWindowWideSetups: PolicyRule = {
  meta,
  judge: (judged) =>
    controlJudgements(judged, meta, (account) =>
      account.controls.driftSteps > 1 && usesKind(account, new Set(["totp"]))
        ? {
            says: `lets an app's clock be off by ${account.controls.driftSteps} steps`,
            attack: "Somebody who has seen a code over a shoulder has minutes to use it.",
            fix: "Let one step pass on either side.",
          }
        : undefined,
    ),
};

function judge(flow: Flow): readonly Finding[] {
  return flow.proofs.flatMap(({ kind, code }) =>
    kind !== "totp"
      ? []
      : (code?.checked ?? []).flatMap((check) =>
          check.drift === undefined || check.drift <= 1
            ? []
            : [
                findingAt(meta, flow, {
                  at: check,
                  evidence: "window",
                  confidence: "high",
                  message: `${2 * check.drift + 1} codes of the authenticator app are right at any time`,
                  attack: `Somebody who has seen a code over a shoulder uses it minutes later and ${gainOf(flow)}.`,
                  fix: "Let one step pass on either side.",
                }),
              ],
        ),
  );
}

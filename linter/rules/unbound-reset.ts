// The rule `unbound-reset`: a new password for whoever asks, because nothing that was checked is bound to the asking.
import type { Account } from "../../simulator/index.ts";
import type { RuleMeta } from "../finding.ts";
import type { Confidence, Flow } from "../flow.ts";
import { play } from "./attack-play.ts";
import { findingOf } from "./finding-of.ts";
import { namesReset, namesSignUp } from "./project.ts";
import type { Evidence, JudgedSetup, Judgement, PolicyRule } from "./rule.ts";

const meta: RuleMeta = {
  id: "unbound-reset",
  group: "single-factor",
  severity: "error",
  title: "A password reset that nothing binds to a proof",
  why:
    "The page shows a code that is texted and asked for, and the handler that writes the new password never looks at it: " +
    "the check answered another request and left nothing behind, or it ran in the browser only. Whoever calls that " +
    "handler directly chooses a new password for any account. That is less than one factor: it is none.",
  mend: [
    "Let the check hand out a random token that is good once, for one user and for this reset, and let the reset take the user from that token.",
    "Check a code on the server, in the request that writes the password or in one whose result it consumes.",
    "Never take the user from a field that the caller fills in, after the check has gone.",
  ],
  fine: [
    "The handler stands behind a session or an administrator's guard that the linter did not see, for example in a gateway.",
    "It sets the first password of an account that is only being made.",
  ],
  clauses: [
    {
      id: "ASVS 5.0 6.4.3",
      asks: "a reset does not bypass multi-factor authentication that is switched on (level 2)",
    },
    {
      id: "ASVS 5.0 6.6.2",
      asks: "an out-of-band code is bound to the request that it was made for (level 2)",
    },
    { id: "CWE-640", asks: "weak password recovery mechanism for forgotten password" },
    { id: "CWE-287", asks: "improper authentication" },
    { id: "CWE-841", asks: "improper enforcement of behavioral workflow" },
  ],
  sources: ["asvs-5", "owasp-forgot-password"],
};

/** Finds resets that ask for nothing, in setups inferred from code and in those written by hand. */
export const unboundReset: PolicyRule = { meta, judge };

function judge(judged: JudgedSetup): readonly Judgement[] {
  return judged.setup.accounts.flatMap((account) =>
    account.recovery.flatMap((route, index) => {
      if (route.gives !== "new-password" || route.with.length > 0) return [];
      const evidence = judged.evidenceOf({ account: account.id, ceremony: "recovery", route: index });
      if (evidence === undefined || (evidence.flow !== undefined && !isReset(evidence.flow))) return [];
      return [judgementOf(judged, account, evidence)];
    }),
  );
}

/** Whether somebody who named an account chose its new password, in a handler that serves a reset. */
function isReset(flow: Flow): boolean {
  return (
    flow.whose === "named" &&
    flow.chosen &&
    !flow.makesAccount &&
    flow.entry.framework !== "other" &&
    // A code that the caller was shown is asked for, too: that it was shown is another fault.
    !flow.steps.some(({ what }) => what === "checks-code") &&
    !namesSignUp(flow) &&
    !/admin|seed|import|migrat/i.test(`${flow.entry.name} ${flow.entry.symbol}`)
  );
}

function judgementOf({ setup }: JudgedSetup, account: Account, evidence: Evidence): Judgement {
  const played = play(setup, account.id, [{ id: "password-breach" }]);
  return findingOf(meta, evidence, {
    severity: meta.severity,
    confidence: evidence.flow === undefined ? "high" : confidenceOf(evidence.flow),
    message: `${evidence.subject} sets a new password and asks for nothing`,
    attack:
      evidence.flow === undefined
        ? "Somebody who knows that the account exists asks for a new password and chooses it."
        : "Somebody who knows the name of an account calls this handler and chooses its new password.",
    fix:
      evidence.flow === undefined
        ? "Ask for something that only the owner has before a new password is set."
        : "Take the user from a token that the check of the code handed out, good once and for this reset, and refuse without it.",
    played,
  });
}

/** A handler that is not called after a reset may serve something else that was not understood. */
function confidenceOf(flow: Flow): Confidence {
  if (!namesReset(flow) && !/passw|pwd/i.test(flow.entry.name)) return "low";
  return flow.bound === "elsewhere" ? flow.confidence : flow.confidence === "low" ? "low" : "medium";
}

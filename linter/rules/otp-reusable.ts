// The rule `otp-reusable`: a code that is still good after it was used.
import type { Finding, RuleMeta } from "../finding.ts";
import type { Flow } from "../flow.ts";
import { asvsOnce, nistCodes } from "./clauses.ts";
import { codeWords, findingAt, gainOf, lower, sentCodes } from "./code-findings.ts";
import { controlJudgements, sentKinds, usesKind } from "./control-findings.ts";
import type { CodeRule, PolicyRule } from "./rule.ts";

const meta: RuleMeta = {
  id: "otp-reusable",
  group: "code",
  severity: "warning",
  title: "A code that is good more than once",
  why:
    "A code is seen by more eyes than its owner's: over the shoulder, in a notice on a locked screen, on a page that asks " +
    "for it in somebody else's name. If it dies with its first use, whoever comes second has nothing. If it lives on, they " +
    "have until its end.",
  mend: [
    "Take the code out of its store as soon as it was right, and before anything is done for it.",
    "Where two requests can come at once, let one statement do both: `findOneAndDelete`, `GETDEL`, `DELETE … RETURNING`.",
  ],
  fine: [
    "A code that an earlier step has already exchanged for a token that is used once.",
    "A service that keeps the codes itself, such as Twilio Verify.",
  ],
  clauses: [asvsOnce, nistCodes, { id: "CWE-294", asks: "authentication bypass by capture-replay" }],
  sources: ["asvs-5", "nist-800-63b-4"],
};

/** Finds codes that stay where they are after they were right, in code. */
export const otpReusable: CodeRule = { meta, judge };

/** Finds them in setups written by hand. */
export const otpReusableSetups: PolicyRule = {
  meta,
  judge: (judged) =>
    controlJudgements(judged, meta, (account) =>
      !account.controls.oneTimeUse && usesKind(account, sentKinds)
        ? {
            says: "takes the same code more than once",
            attack: "Somebody who has seen a code being typed uses it again.",
            fix: "Let a code be good once.",
          }
        : undefined,
    ),
};

function judge(flow: Flow): readonly Finding[] {
  return sentCodes(flow).flatMap(({ proof, code, sure }) =>
    code.checked
      .filter(({ consumed }) => consumed === "no")
      .map((check) =>
        findingAt(meta, flow, {
          at: check,
          evidence: "reusable",
          confidence: check.complete ? sure : lower(sure, proof.kind === "unknown-code" ? "low" : "medium"),
          message: `${codeWords(proof)} is still good after it was used`,
          attack: `Somebody who has seen the code being typed enters it again and ${gainOf(flow)}.`,
          fix: "Take it out of its store as soon as it was right.",
        }),
      ),
  );
}

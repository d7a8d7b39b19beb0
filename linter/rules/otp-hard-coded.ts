// The rule `otp-hard-coded`: a code that is written in the program.
import type { Finding, RuleMeta } from "../finding.ts";
import type { Flow } from "../flow.ts";
import { codeWords, findingAt, gainOf, sentCodes } from "./code-findings.ts";
import type { CodeRule } from "./rule.ts";

const meta: RuleMeta = {
  id: "otp-hard-coded",
  group: "code",
  severity: "error",
  title: "A code that is written in the program",
  why:
    "A master code for the tests, a code that stands in where none could be made, one for the number of the shop's " +
    "reviewers: each of them opens every account that it is accepted for, and everybody who has seen the program knows it. " +
    "Programs are copied, shared and leaked; such codes stay in them for years.",
  mend: [
    "Take it out. If no code can be made or sent, let the request fail.",
    "For tests, put another sender in the place of the real one, where the program starts.",
    "For reviewers, give them an account of their own that has nothing in it.",
  ],
  fine: [
    "A fixed code where only development comes. It is told as info, because a wrong setting is enough to make it real.",
    "Test numbers in the settings of a provider, which only work with its test keys.",
  ],
  clauses: [
    { id: "ASVS 5.0 6.3.2", asks: "no default accounts are there, or they are switched off (level 1)" },
    { id: "CWE-798", asks: "use of hard-coded credentials" },
    { id: "CWE-1392", asks: "use of default credentials" },
  ],
  sources: ["asvs-5"],
};

/** Finds codes written in the program that are kept as the right one, or pass beside it. */
export const otpHardCoded: CodeRule = { meta, judge };

function judge(flow: Flow): readonly Finding[] {
  return sentCodes(flow).flatMap(({ proof, code, sure }) => [
    ...code.made
      .filter(({ how }) => how === "fixed")
      .map((made) =>
        findingAt(meta, flow, {
          at: made,
          evidence: "kept",
          severity: made.guarded ? "info" : meta.severity,
          confidence: sure,
          message: `${codeWords(proof)} can be one that is written in the program`,
          attack: `Somebody who has seen the program enters that code for somebody else's account and ${gainOf(flow)}.`,
          fix: "Take it out, and let the request fail where no code can be made.",
          notes: made.guarded ? ["only development or tests seem to come here"] : [],
        }),
      ),
    ...code.accepted.map((accepted) =>
      findingAt(meta, flow, {
        at: accepted,
        evidence: "accepted",
        severity: accepted.guarded ? "info" : meta.severity,
        confidence: sure,
        message: `a code that is written in the program passes for ${codeWords(proof)}`,
        attack: `Somebody who has seen the program enters that code for somebody else's account and ${gainOf(flow)}.`,
        fix: "Take it out; for tests, put another sender in the place of the real one.",
        notes: accepted.guarded ? ["only development or tests seem to come here"] : [],
      }),
    ),
  ]);
}

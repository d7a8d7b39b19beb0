// The rule `otp-in-response`: a code that is given to whoever asks for it.
import type { Finding, RuleMeta } from "../finding.ts";
import type { Flow } from "../flow.ts";
import { asvsBound } from "./clauses.ts";
import { codeWords, findingAt, gainOf, sentCodes } from "./code-findings.ts";
import type { CodeRule } from "./rule.ts";

const meta: RuleMeta = {
  id: "otp-in-response",
  group: "code",
  severity: "error",
  title: "A code in the answer to the request that asks for it",
  why:
    "A code is sent to a phone to see who has the phone. If it stands in the answer as well, nobody needs the phone: " +
    "whoever asks for the code has it. A signed token is no envelope. Its content is only spelled in another alphabet, " +
    "and everybody can read it.",
  mend: [
    "Answer that a code was sent, and nothing of the code.",
    "Keep the code, or its hash, on the server; hand out a random number for the request where the next step needs one.",
    "For tests, let them read the code where the test's own transport put it.",
  ],
  fine: [
    "The secret of an authenticator app while it is enrolled, and recovery codes when they are made: they are meant to be shown once.",
    "An answer that only development gives. It is told as info, because a wrong setting is enough to make it real.",
  ],
  clauses: [
    asvsBound,
    { id: "CWE-200", asks: "exposure of sensitive information to somebody who is not meant to have it" },
    { id: "CWE-201", asks: "insertion of sensitive information into sent data" },
  ],
  sources: ["asvs-5"],
};

/** Finds answers, addresses and readable tokens that hold a code. */
export const otpInResponse: CodeRule = { meta, judge };

function judge(flow: Flow): readonly Finding[] {
  return sentCodes(flow).flatMap(({ proof, code, sure }) =>
    code.shown
      .filter(({ where, what }) => where !== "log" && what === "code")
      .map((shown) =>
        findingAt(meta, flow, {
          at: shown,
          evidence: shown.where,
          severity: shown.guarded ? "info" : meta.severity,
          confidence: sure,
          message: `${codeWords(proof)} is given to the caller${shown.where === "link" ? " in an address" : ""}`,
          attack: `Somebody asks for a code for somebody else's account, finds it in the answer and ${gainOf(flow)}.`,
          fix: "Answer that a code was sent, and keep the code on the server.",
          notes: shown.guarded ? ["only development or tests seem to come here"] : [],
        }),
      ),
  );
}

// The rule `otp-purpose-confusion`: a code for one thing that is good for another.
import type { Finding, RuleMeta } from "../finding.ts";
import type { Flow } from "../flow.ts";
import { asvsBound, nistCodes } from "./clauses.ts";
import { codeWords, findingAt, gainOf, lower, sentCodes } from "./code-findings.ts";
import type { CodeRule } from "./rule.ts";

const meta: RuleMeta = {
  id: "otp-purpose-confusion",
  group: "code",
  severity: "warning",
  title: "A code for one thing that is good for another",
  why:
    "People tell a code to somebody on the phone if they believe that little hangs on it: to confirm a delivery, to change a " +
    "setting. If all codes of a service lie in one place, the harmless one also sets a new password. It goes round what the " +
    "other way asks for as well, such as the password before the code of a sign-in.",
  mend: [
    "Keep what a code is for beside it or in its key, and ask for codes of that kind only: `reset:${phone}`.",
    "Bind the code to the request that it was sent for, by a number of the request that the server made.",
    "Say in the message what the code is for.",
  ],
  fine: [
    "Two ways that ask for the same and end in the same, such as a sign-in and a sign-up with one number.",
    "A purpose that is kept where the linter cannot see it, for example in another service.",
  ],
  clauses: [
    asvsBound,
    nistCodes,
    { id: "CWE-841", asks: "improper enforcement of behavioural workflow" },
    { id: "CWE-288", asks: "authentication bypass using an alternate path or channel" },
  ],
  sources: ["asvs-5", "nist-800-63b-4"],
};

/** Finds checks that take codes which were sent for something else. */
export const otpPurposeConfusion: CodeRule = { meta, judge };

function judge(flow: Flow): readonly Finding[] {
  return sentCodes(flow).flatMap(({ proof, code, sure }) =>
    code.checked
      .filter(({ alsoFor }) => alsoFor.length > 0)
      .map((check) =>
        findingAt(meta, flow, {
          at: check,
          evidence: "confused",
          confidence: check.complete ? sure : lower(sure, "medium"),
          message: `codes for ${check.alsoFor.slice(0, 2).join(" and ")} pass here, too`,
          attack: `Somebody talks the owner into reading out ${codeWords(proof).replace(/^the /, "a ")} that seems to be for something else, enters it here and ${gainOf(flow)}.`,
          fix: "Keep what a code is for in its key or beside it, and ask for codes of that kind only.",
        }),
      ),
  );
}

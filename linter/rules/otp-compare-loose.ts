// The rule `otp-compare-loose`: a check whose outcome the caller can choose by the type of what is sent.
import type { Finding, RuleMeta } from "../finding.ts";
import type { Flow } from "../flow.ts";
import { codeWords, findingAt, gainOf, lower, sentCodes } from "./code-findings.ts";
import type { CodeRule } from "./rule.ts";

const meta: RuleMeta = {
  id: "otp-compare-loose",
  group: "code",
  severity: "warning",
  title: "A check that converts what it compares",
  why:
    "What comes in as JSON is not always a text. A code that goes into a filter of MongoDB as it came can be an object, and " +
    '`{ "$ne": null }` matches every code. `==` converts: a code that is missing on both sides passes, because ' +
    "`undefined == null`, and lists and numbers turn into texts.",
  mend: [
    'Look at the type first: `if (typeof code !== "string") return res.sendStatus(400)`, or a schema that does.',
    "Compare with `===`, or better with `crypto.timingSafeEqual` after a look at the lengths.",
  ],
  fine: [
    "A framework that has checked the types before the handler is called.",
    "A code that was refused before where it was missing: then nothing is compared with nothing.",
  ],
  clauses: [
    { id: "CWE-697", asks: "incorrect comparison" },
    { id: "CWE-943", asks: "improper neutralisation of special elements in data query logic" },
  ],
  sources: [],
};

/** Finds codes that are compared with `==`, or go into a filter as they came. */
export const otpCompareLoose: CodeRule = { meta, judge };

function judge(flow: Flow): readonly Finding[] {
  return sentCodes(flow).flatMap(({ proof, code, sure }) =>
    code.checked
      .filter(({ loose }) => loose !== "no")
      .map((check) =>
        findingAt(meta, flow, {
          at: check,
          evidence: check.loose,
          confidence: check.loose === "filtered" ? lower(sure, "medium") : sure,
          message:
            check.loose === "filtered"
              ? `${codeWords(proof)} goes into a filter as it came, and may be an operator`
              : `${codeWords(proof)} is compared with ==, which converts`,
          attack:
            check.loose === "filtered"
              ? `Somebody sends { "$ne": null } in the place of a code, which matches every code, and ${gainOf(flow)}.`
              : `Somebody sends no code for an account that waits for none, both sides are missing and so equal, and ${gainOf(flow)}.`,
          fix:
            check.loose === "filtered"
              ? "Refuse whatever is not a text before it goes into the filter."
              : "Refuse whatever is not a text, and compare with ===.",
        }),
      ),
  );
}

// The rule `otp-low-entropy`: a code of which there are so few that it can be guessed.
import type { Finding, RuleMeta } from "../finding.ts";
import type { Flow } from "../flow.ts";
import { asvsEntropy, nistCodes } from "./clauses.ts";
import { codeWords, findingAt, gainOf, lower, typedCodes } from "./code-findings.ts";
import { controlJudgements } from "./control-findings.ts";
import type { CodeRule, PolicyRule } from "./rule.ts";

const meta: RuleMeta = {
  id: "otp-low-entropy",
  group: "code",
  severity: "warning",
  title: "A code of which there are too few",
  why:
    "With four digits there are 10,000 codes, and five tries at each of a thousand accounts are enough to be in some of " +
    "them, however well each account counts its wrong tries. Six digits make that a hundred times harder. A digit that is " +
    "made with `randomInt(0, 9)` is never a nine, because the second bound is left out: six of them are 531,441 codes, " +
    "not a million.",
  mend: [
    'Use six digits, all of them: `String(randomInt(0, 1_000_000)).padStart(6, "0")`.',
    "Where a code is made sign by sign, draw each index from the whole alphabet: `randomInt(0, digits.length)`.",
  ],
  fine: [
    "A short code that only confirms something already proven, on the same screen and in the same visit.",
    "A number that people compare rather than type, as in number matching.",
  ],
  clauses: [nistCodes, asvsEntropy, { id: "CWE-331", asks: "insufficient entropy" }],
  sources: ["nist-800-63b-4", "asvs-5"],
};

/** A six-digit number without a leading nought is one of 900,000, and counts as six digits. */
const enough = 800_000;

/** Finds codes of which there are too few, in code. */
export const otpLowEntropy: CodeRule = { meta, judge };

/** Finds them in setups written by hand. */
export const otpLowEntropySetups: PolicyRule = {
  meta,
  judge: (judged) =>
    controlJudgements(judged, meta, ({ controls }) =>
      controls.codeLength < 6
        ? {
            says: `sends codes of ${controls.codeLength} digits`,
            attack: "Somebody tries a few codes at each of many accounts and is in some of them.",
            fix: "Send six digits.",
          }
        : undefined,
    ),
};

function judge(flow: Flow): readonly Finding[] {
  return typedCodes(flow).flatMap(({ proof, code, sure }) =>
    code.made.flatMap((made) => {
      const { choices, how } = made;
      if (
        choices === undefined ||
        choices >= enough ||
        how === "fixed" ||
        how === "by-provider" ||
        made.guarded
      )
        return [];
      return [
        findingAt(meta, flow, {
          at: made,
          evidence: `${made.source} ${choices}`,
          confidence: lower(sure, "high"),
          message: `there are only ${choices.toLocaleString("en")} of ${codeWords(proof).replace(/^the (.*)code(.*)$/, "these $1codes$2")}`,
          attack: `Somebody tries a few codes at each of many accounts, hits some of them and ${gainOf(flow)}.`,
          fix: "Use six digits, drawn with crypto.randomInt(0, 1_000_000).",
        }),
      ];
    }),
  );
}

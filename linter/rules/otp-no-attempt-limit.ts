// The rule `otp-no-attempt-limit`: a code that may be guessed at for as long as it lives.
import type { Finding, RuleMeta } from "../finding.ts";
import type { CodeChecked, Flow, Proof } from "../flow.ts";
import { asvsLimit, nistGuesses } from "./clauses.ts";
import {
  claimedBy,
  codeWords,
  findingAt,
  gainOf,
  lower,
  makesPassword,
  typedCodes,
} from "./code-findings.ts";
import { controlJudgements, sentKinds, usesKind } from "./control-findings.ts";
import type { CodeRule, PolicyRule } from "./rule.ts";

const meta: RuleMeta = {
  id: "otp-no-attempt-limit",
  group: "code",
  severity: "error",
  title: "A code that can be guessed at without an end",
  why:
    "Six digits are a million codes. A program that tries a thousand a second has tried them all in seventeen minutes, and " +
    "half of them in the time that a code is good for. Only counting wrong tries keeps the code a secret; a pause between " +
    "two texts does not, because guessing needs no text.",
  mend: [
    "Count wrong tries beside the code, and throw the code away after five of them.",
    "Put a limiter before the handler as well, by account and not only by address: addresses are cheap.",
    "Do not let a new code start the count anew.",
  ],
  fine: [
    "A service that keeps the codes itself and counts, such as Twilio Verify.",
    "A limit on the requests of one address, as long as it is tight; one of hundreds, one that begins anew every second, and one that counts by the address in a header are told as info, because addresses are cheap.",
    "A limit in a gateway or a proxy, which the linter cannot see. Write down where it is.",
    "A code that is taken out of its store before it is compared: it is gone after the first wrong try.",
  ],
  clauses: [
    asvsLimit,
    nistGuesses,
    {
      id: "ASVS 5.0 6.3.1",
      asks: "attempts at guessing and at trying stolen credentials are held up (level 1)",
    },
    { id: "CWE-307", asks: "improper restriction of excessive authentication attempts" },
  ],
  sources: ["asvs-5", "nist-800-63b-4", "wstg-athn-11"],
};

/** Finds checks of codes that nothing limits, in code. */
export const otpNoAttemptLimit: CodeRule = { meta, judge };

/** Finds them in setups written by hand. */
export const otpNoAttemptLimitSetups: PolicyRule = {
  meta,
  judge: (judged) =>
    controlJudgements(judged, meta, (account) =>
      account.controls.attempts === "unlimited" && usesKind(account, sentKinds)
        ? {
            says: "lets codes be guessed at without an end",
            attack: "Somebody has a program try codes until one is right.",
            fix: "Stop listening after five wrong codes.",
          }
        : undefined,
    ),
};

function judge(flow: Flow): readonly Finding[] {
  return typedCodes(flow).flatMap(({ proof, code, sure }) =>
    code.checked
      .filter(({ limited }) => limited === "no" || limited === "loosely")
      .map((check) =>
        findingAt(meta, flow, {
          at: check,
          evidence: "unlimited",
          severity: check.limited === "loosely" ? "info" : opensAccount(flow) ? "error" : "warning",
          // What is missing can be said for sure only where everything was read.
          confidence: check.complete ? sure : lower(sure, proof.kind === "unknown-code" ? "low" : "medium"),
          message:
            check.limited === "loosely"
              ? `only a limit on the requests of one address stands before guessing at ${codeWords(proof)}`
              : `nothing limits how often ${codeWords(proof)} can be guessed at`,
          attack: attackAt(check, flow, proof),
          fix: "Count wrong tries beside the code and throw it away after five.",
          notes: ["a limit in a gateway or in another service would not be seen"],
        }),
      ),
  );
}

function attackAt({ elsewhere }: CodeChecked, flow: Flow, proof: Proof): string {
  const claimed = claimedBy(flow, proof);
  if (claimed !== undefined)
    return `A program tries one code after the other until one is right, and somebody has another person's ${claimed} on file.`;
  const program =
    flow.whose === "signed-in"
      ? "Somebody at a session that was left open has a program try one code after the other"
      : "A program tries one code after the other";
  return elsewhere === true
    ? `${program} here until one is right, enters it where it counts and ${gainOf(flow)}.`
    : `${program} until one is right, and ${gainOf(flow)}.`;
}

/** Whether guessing opens somebody else's account: where it is that of who is signed in, that took a sign-in before. */
function opensAccount(flow: Flow): boolean {
  const { effect, makesAccount, proofs, whose } = flow;
  if (whose === "signed-in" || makesPassword(flow)) return false;
  const alone = proofs.every(({ kind }) => kind !== "session" && kind !== "password");
  return !makesAccount && alone && (effect.what === "writes-password" || effect.what === "opens-session");
}

// The rule `otp-weak-random`: a code from a source whose next value can be worked out.
import type { Finding, RuleMeta } from "../finding.ts";
import type { CodeMade, Flow, Proof } from "../flow.ts";
import { asvsRandom, nistCodes } from "./clauses.ts";
import {
  claimedBy,
  codeWords,
  findingAt,
  gainOf,
  type JudgedCode,
  lower,
  sentCodes,
} from "./code-findings.ts";
import type { CodeRule } from "./rule.ts";

const meta: RuleMeta = {
  id: "otp-weak-random",
  group: "code",
  severity: "error",
  title: "A code from a source that can be predicted",
  why:
    "`Math.random` is made for games and pictures. Whoever sees a few of its values can work out the state behind them " +
    "and with it the next ones; asking for codes for an account of one's own shows such values. Then the code for " +
    "somebody else's account need not be received at all: it is known before it is sent. The clock is worse: it is " +
    "known to everybody.",
  mend: [
    'Take codes from `crypto.randomInt`, with leading noughts: `String(randomInt(0, 1_000_000)).padStart(6, "0")`.',
    "Take tokens and passwords that are made for somebody from `crypto.randomBytes`.",
  ],
  fine: [
    "Values that nobody has to keep secret: colours, pauses before a retry, names of files.",
    "A code that only tests see, made where only tests come.",
  ],
  clauses: [
    nistCodes,
    asvsRandom,
    { id: "CWE-338", asks: "use of a pseudo-random number generator that is not cryptographically strong" },
  ],
  sources: ["nist-800-63b-4", "asvs-5"],
};

/** Finds codes, and passwords made for somebody, that come from a source which can be predicted. */
export const otpWeakRandom: CodeRule = { meta, judge };

function judge(flow: Flow): readonly Finding[] {
  const codes = sentCodes(flow).flatMap((judged) =>
    oneEach(judged.code.made).map((made) => findingOf(flow, made, judged)),
  );
  const passwords = oneEach(flow.writes ?? []).map((made) =>
    findingAt(meta, flow, {
      at: made,
      evidence: made.source,
      confidence: flow.entry.framework === "other" ? "medium" : "high",
      message: `the new password comes from ${made.source}, which can be predicted`,
      attack:
        "Somebody who has seen a few values of the same source works out the password that was made for somebody else.",
      fix: "Make it with crypto.randomBytes, or let people choose it themselves.",
    }),
  );
  return [...codes, ...passwords];
}

/** The first place in each function: a function that draws its signs in several lines is mended at once. */
function oneEach(all: readonly CodeMade[]): readonly CodeMade[] {
  const guessable = all.filter(({ how }) => how === "guessable");
  const byFunction = new Map<string, CodeMade>();
  for (const made of guessable) {
    const key = `${made.place.file} ${made.within === "" ? made.place.line : made.within}`;
    const known = byFunction.get(key);
    if (known === undefined || made.place.line < known.place.line) byFunction.set(key, made);
  }
  return [...byFunction.values()];
}

function findingOf(flow: Flow, made: CodeMade, { proof, sure }: JudgedCode): Finding {
  return findingAt(meta, flow, {
    at: made,
    evidence: made.source,
    severity: made.guarded ? "info" : meta.severity,
    confidence: lower(sure, proof.kind === "unknown-code" ? "medium" : "high"),
    message: `${codeWords(proof)} comes from ${made.source}, which can be predicted`,
    attack: attackBy(flow, proof),
    fix: "Make it with crypto.randomInt(0, 1_000_000) and pad it to six digits.",
  });
}

function attackBy(flow: Flow, proof: Proof): string {
  const claimed = claimedBy(flow, proof);
  if (claimed !== undefined)
    return `Somebody who has codes sent to themselves works out the one that went to somebody else's ${claimed}, and has that ${claimed} on file as their own.`;
  if (flow.whose === "signed-in")
    return `Somebody at a session that was left open works out the code that was sent and ${gainOf(flow)}.`;
  const who =
    proof.sent === undefined
      ? "Somebody who has seen a few values of the same source"
      : "Somebody who has codes sent to themselves";
  return `${who} works out the next one, enters it for somebody else's account and ${gainOf(flow)}.`;
}

// The rule `otp-logged`: a code that is written to a log.
import type { Finding, RuleMeta } from "../finding.ts";
import type { CodeFacts, CodeShown, Flow, Proof } from "../flow.ts";
import { claimedBy, findingAt, gainOf, lower, sentCodes, wordsAt } from "./code-findings.ts";
import type { CodeRule } from "./rule.ts";

const meta: RuleMeta = {
  id: "otp-logged",
  group: "code",
  severity: "error",
  title: "A code that is written to a log",
  why:
    "Logs are read by more people than texts: by whoever is on duty, by the service that collects them, by whoever finds " +
    "them later. A code that stands there proves nothing any more about who has the phone. Asking for a code and reading it " +
    "in the log is all that it takes. The message that has the code in it is the code.",
  mend: [
    "Log that a code was sent, with a number for the request, and neither the code nor the message.",
    "For development, let a transport of its own show the message, chosen where the program starts.",
  ],
  fine: [
    "A line that only development reaches. It is told as info, because a wrong setting is enough to make it real.",
    "Codes that are no secrets: error codes, status codes, postal codes.",
  ],
  clauses: [
    {
      id: "ASVS 5.0 16.2.5",
      asks: "what is logged of sensitive data follows how well that data has to be protected (level 2)",
    },
    { id: "CWE-532", asks: "insertion of sensitive information into a log file" },
  ],
  sources: ["asvs-5"],
};

/** Finds log lines that show a code, or the message that has it. */
export const otpLogged: CodeRule = { meta, judge };

function judge(flow: Flow): readonly Finding[] {
  return sentCodes(flow).flatMap(({ proof, code, sure }) => {
    const logged = code.shown.filter(
      ({ where, what }) => where === "log" && !(what === "given" && isGoneAtOnce(code)),
    );
    return oneEach(logged).map(([shown, ...others]) =>
      findingAt(meta, flow, {
        at: shown,
        evidence: shown.source,
        severity: shown.guarded ? "info" : shown.what === "given" ? "warning" : meta.severity,
        confidence: lower(sure, shown.what === "given" ? "medium" : "high"),
        message:
          shown.what === "given"
            ? `what was entered as ${wordsAt(proof, shown)} is written to a log`
            : `${wordsAt(proof, shown)} is written to a log`,
        attack: attackBy(flow, proof),
        fix: "Log that a code was sent, not which.",
        notes: [
          ...(others.length === 0 ? [] : [`written to a log again in ${linesOf(others)}`]),
          ...(shown.guarded ? ["only development or tests seem to come here"] : []),
        ],
      }),
    );
  });
}

/** The first line of each function with those after it that do the same: whoever mends one has the others before them. */
function oneEach(logged: readonly CodeShown[]): readonly (readonly [CodeShown, ...CodeShown[]])[] {
  const inOrder = logged.toSorted((a, b) => a.place.line - b.place.line || a.place.column - b.place.column);
  const byFunction = Map.groupBy(inOrder, ({ place, begins, what, guarded, beside }) => {
    const own = begins ?? `${place.line}:${place.column}`;
    return [place.file, own, what, guarded, beside?.join()].join(" ");
  });
  return [...byFunction.values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : [[first, ...others] as const],
  );
}

function linesOf(places: readonly CodeShown[]): string {
  const lines = [...new Set(places.map(({ place }) => place.line))];
  return lines.length === 1
    ? `line ${lines[0]}`
    : `lines ${lines.slice(0, -1).join(", ")} and ${lines.at(-1)}`;
}

/** Whether a right code is gone with the request that brought it: then the line in the log shows one that is of no more use. */
function isGoneAtOnce({ checked }: CodeFacts): boolean {
  const own = checked.filter(({ elsewhere }) => elsewhere !== true);
  return own.length > 0 && own.every(({ consumed }) => consumed === "yes");
}

function attackBy(flow: Flow, proof: Proof): string {
  const claimed = claimedBy(flow, proof);
  if (claimed !== undefined)
    return `Somebody who can read the log has a code sent to somebody else's ${claimed}, reads it there and has that ${claimed} on file as their own.`;
  const [who, whose] =
    flow.whose === "signed-in"
      ? ["Somebody at a session that was left open", ""]
      : ["Somebody", " for somebody else's account"];
  return `${who} who can read the log asks for a code${whose}, reads it there and ${gainOf(flow)}.`;
}

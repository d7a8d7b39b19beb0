// The rule `recovery-enumeration`: a recovery that tells who has an account.
import type { Finding, RuleMeta } from "../finding.ts";
import type { Flow } from "../flow.ts";
import { findingAt, sentCodes } from "./code-findings.ts";
import type { CodeRule } from "./rule.ts";

const meta: RuleMeta = {
  id: "recovery-enumeration",
  group: "code",
  severity: "info",
  strict: true,
  title: "A recovery that tells who has an account",
  why:
    'A form that answers "no account with this number" can be asked about every number. Whoever wants to take numbers over ' +
    "learns which of them are worth it, and whoever wants to know where somebody is a customer learns that, too.",
  mend: [
    'Give the same answer in any case, after the same time: "if there is an account, a code is on its way".',
    "Tell people in the message itself if nobody has signed up with their address.",
  ],
  fine: [
    "A service whose members are public anyway.",
    "A sign-up that has to say that a number is taken, as long as it is limited.",
  ],
  clauses: [
    {
      id: "ASVS 5.0 6.3.8",
      asks: "nobody can find out valid users by what a sign-in or a recovery answers (level 3)",
    },
    { id: "CWE-204", asks: "observable response discrepancy" },
  ],
  sources: ["asvs-5", "owasp-forgot-password"],
};

/** Finds requests for a recovery code whose answer says that there is no such account. */
export const recoveryEnumeration: CodeRule = { meta, judge };

function judge(flow: Flow): readonly Finding[] {
  if (flow.effect.what !== "writes-password") return [];
  return sentCodes(flow).flatMap(({ code, sure }) =>
    code.asked.flatMap(({ tells, within, entry, open }) =>
      tells === undefined || !open
        ? []
        : [
            findingAt(meta, flow, {
              at: { place: tells, within },
              evidence: entry,
              confidence: sure,
              message: `${entry} tells whether there is an account`,
              attack: "Somebody has a list of numbers tried, and keeps those that have an account.",
              fix: "Give the same answer in any case.",
            }),
          ],
    ),
  );
}

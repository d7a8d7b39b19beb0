// The rule `otp-stored-plaintext`: a code that lies readable in its store.
import type { Finding, RuleMeta } from "../finding.ts";
import type { Flow } from "../flow.ts";
import { codeWords, findingAt, gainOf, sentCodes } from "./code-findings.ts";
import type { CodeRule } from "./rule.ts";

const meta: RuleMeta = {
  id: "otp-stored-plaintext",
  group: "code",
  severity: "info",
  strict: true,
  title: "A code that can be read where it is kept",
  why:
    "Whoever can read the table, by a hole in a query or in a copy for testing, asks for a code and reads it. A hash of six " +
    "digits is undone in a moment by trying them all, so a hash alone helps little. A keyed hash, whose key lies " +
    "elsewhere, helps.",
  mend: [
    "Keep an HMAC of the code with a key that does not lie in the database, and compare with that.",
    "Keep codes for minutes only, so that an old copy of the table is of no use.",
  ],
  fine: [
    "A store in memory that only this program reaches.",
    "A code of minutes in a store that is guarded like the sessions.",
  ],
  clauses: [
    {
      id: "ASVS 5.0 6.5.2",
      asks: "look-up secrets with less than 112 bits are kept hashed with a salt (level 2)",
    },
    { id: "CWE-256", asks: "plaintext storage of a password" },
    { id: "CWE-312", asks: "cleartext storage of sensitive information" },
  ],
  sources: ["asvs-5"],
};

/** Finds codes that are kept as they are. */
export const otpStoredPlaintext: CodeRule = { meta, judge };

function judge(flow: Flow): readonly Finding[] {
  return sentCodes(flow).flatMap(({ proof, code, sure }) =>
    code.kept
      .filter(({ hashed, store }) => !hashed && !store.startsWith("token:"))
      .map((kept) =>
        findingAt(meta, flow, {
          at: kept,
          evidence: kept.store,
          confidence: sure,
          message: `${codeWords(proof)} can be read where it is kept`,
          attack: `Somebody who can read the store asks for a code, reads it there and ${gainOf(flow)}.`,
          fix: "Keep an HMAC of it, with a key that lies elsewhere.",
        }),
      ),
  );
}

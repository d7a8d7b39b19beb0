// The rule `totp-seed-in-plaintext`: the seed of an authenticator app that lies readable beside the password's hash.
import type { Finding, RuleMeta } from "../finding.ts";
import type { Flow } from "../flow.ts";
import { findingAt } from "./code-findings.ts";
import type { CodeRule } from "./rule.ts";

const meta: RuleMeta = {
  id: "totp-seed-in-plaintext",
  group: "code",
  severity: "info",
  strict: true,
  title: "A seed of an authenticator app that can be read where it is kept",
  why:
    "All codes that an app will ever show follow from its seed. A seed cannot be hashed, because the server needs it to " +
    "check a code. Where it stands readable in the same table as the password's hash, one stolen table gives away both " +
    "factors of everybody in it.",
  mend: [
    "Encrypt seeds with a key that does not lie in the database, for example in a key management service.",
    "Check codes in a service of its own, which alone can read the seeds.",
  ],
  fine: ["A database whose fields are encrypted by a layer that the linter cannot see."],
  clauses: [
    { id: "NIST SP 800-63B-4 3.1.4", asks: "seeds are strongly protected where they are kept" },
    { id: "CWE-312", asks: "cleartext storage of sensitive information" },
    { id: "CWE-522", asks: "insufficiently protected credentials" },
  ],
  sources: ["nist-800-63b-4"],
};

/** Finds seeds that are kept as they are. */
export const totpSeedInPlaintext: CodeRule = { meta, judge };

function judge(flow: Flow): readonly Finding[] {
  return flow.proofs.flatMap(({ kind, code }) =>
    kind !== "totp"
      ? []
      : (code?.kept ?? [])
          .filter(({ hashed }) => !hashed)
          .map((kept) =>
            findingAt(meta, flow, {
              at: kept,
              evidence: kept.store,
              confidence: "high",
              message: "the seed of the authenticator app can be read where it is kept",
              attack: "Somebody who has stolen the table computes everybody's codes.",
              fix: "Encrypt it with a key that lies elsewhere.",
            }),
          ),
  );
}

// Clauses of standards that several rules rest on, each with our reading of it. The draft of NIST's page was read; the
// final keeps the numbers.
import type { Clause } from "../finding.ts";

const all = {
  "NIST SP 800-63B-4 4.2.2.2":
    "recovery at AAL2 takes two recovery codes sent by different methods, or one code and an authenticator already bound to the account, or identity proofing again (our reading of the draft; the final keeps the clause number)",
  "NIST SP 800-63B-4 3.2.9":
    "who uses the telephone network for codes also offers at least one authenticator without its risks, tells users of them and plans the way out",
  "NIST SP 800-63B-4 3.1.3.3":
    "codes over the telephone network are restricted, and other ways are there because its coverage is limited",
  "NIST SP 800-63B-4 4.1.2.1": "users are encouraged to bind at least two means of authenticating",
  "NIST SP 800-63B-4 4.2.1.1": "saved recovery codes are random, kept hashed, and replaced after use",
  "ASVS 5.0 6.3.4": "all ways in are equally strong, and none is undocumented (level 2)",
  "ASVS 5.0 6.4.3": "a reset does not bypass multi-factor authentication that is switched on (level 2)",
  "ASVS 5.0 6.4.4":
    "where a factor is lost, identity is proved again at the level of the enrolment (level 2)",
  "ASVS 5.0 6.5.6": "factors can be revoked when a device is lost or stolen (level 3)",
  "ASVS 5.0 6.6.1":
    "codes by phone or SMS only beside stronger methods and with their risk told (level 2), not at all at level 3",
  "CWE-308": "use of single-factor authentication",
  "CWE-640": "weak password recovery mechanism for forgotten password",
  "CWE-654": "reliance on a single factor in a security decision",
  "CWE-1188": "initialisation of a resource with an insecure default",
} as const;

/** The clauses with these ids, in this order. */
export function clausesOf(...ids: readonly (keyof typeof all)[]): readonly Clause[] {
  return ids.map((id) => ({ id, asks: all[id] }));
}

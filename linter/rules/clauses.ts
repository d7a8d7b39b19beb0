// Clauses that several rules rest on, in our words.
import type { Clause } from "../finding.ts";

export const nistCodes: Clause = {
  id: "NIST SP 800-63B-4 3.1.3.2",
  asks: "a code sent out of band is random, has at least six decimal digits or as much entropy, is good for ten minutes at most and is accepted once",
};

export const nistGuesses: Clause = {
  id: "NIST SP 800-63B-4 3.2.2",
  asks: "the verifier limits how many wrong tries in a row an account takes",
};

export const asvsOnce: Clause = { id: "ASVS 5.0 6.5.1", asks: "a code is good once only (level 2)" };
export const asvsRandom: Clause = {
  id: "ASVS 5.0 6.5.3",
  asks: "codes come from a cryptographically secure source of random values (level 2)",
};
export const asvsEntropy: Clause = {
  id: "ASVS 5.0 6.5.4",
  asks: "a code has at least 20 bits of entropy (level 2)",
};
export const asvsLifetime: Clause = {
  id: "ASVS 5.0 6.5.5",
  asks: "a code sent out of band is good for ten minutes at most, one of an authenticator app for 30 seconds (level 2)",
};
export const asvsBound: Clause = {
  id: "ASVS 5.0 6.6.2",
  asks: "a code is bound to the request that it was sent for (level 2)",
};
export const asvsLimit: Clause = {
  id: "ASVS 5.0 6.6.3",
  asks: "guessing at codes is held up by a limit of attempts (level 2)",
};

// The draft of NIST's page was read; the final keeps the numbers.
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

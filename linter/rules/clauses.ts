// Clauses that several rules about codes rest on, in our words.
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

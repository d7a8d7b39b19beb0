// Identity proofing: a person and their identity document are compared once more, as when the account was opened.
import type { Factor } from "./factor.ts";

export const identityProofing: Factor<"identity-proofing"> = {
  id: "identity-proofing",
  means: "are",
  verifier: "desk",
  rests: (authenticator) => [[`thing:${authenticator.document}`, "self:owner"]],
  needs: "nothing",
  replaceable: false,
  sources: ["nist-800-63b-4", "asvs-5"],
};

// Recovery contact: somebody whom the owner has named vouches for them.
import type { Factor } from "./factor.ts";

export const recoveryContact: Factor<"recovery-contact"> = {
  id: "recovery-contact",
  means: "vouched",
  verifier: "desk",
  rests: (authenticator) => [[`contact:${authenticator.contact}`]],
  needs: "nothing",
  replaceable: true,
  sources: ["nist-800-63b-4"],
};

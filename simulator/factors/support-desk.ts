// Support desk: somebody who works for the service decides, by data about the person, a call back or a document.
import type { Factor } from "./factor.ts";

export const supportDesk: Factor<"support-desk"> = {
  id: "support-desk",
  means: "vouched",
  verifier: "desk",
  rests: (authenticator, account) => {
    if (authenticator.asks === "call-back" && authenticator.number !== undefined)
      return [[`hearing:${authenticator.number}/${account.id}`]];
    if (authenticator.asks === "document" && authenticator.document !== undefined)
      return [[`thing:${authenticator.document}`]];
    return [["personal-data:owner"]];
  },
  needs: "nothing",
  replaceable: false,
  sources: ["nist-800-63b-4", "asvs-5"],
};

// Messenger code: a one-time code in a messenger that is itself an account, most often registered by phone number.
import type { Factor } from "./factor.ts";

export const messengerCode: Factor<"messenger-code"> = {
  id: "messenger-code",
  means: "have",
  verifier: "challenge",
  rests: (authenticator) => [[`account:${authenticator.messenger}`]],
  needs: "internet",
  replaceable: true,
  sources: ["nist-800-63b-4", "sakari-2021"],
};

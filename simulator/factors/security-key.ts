// Security key: a thing that signs, for this one service only; some services insist on its PIN.
import type { Factor } from "./factor.ts";

export const securityKey: Factor<"security-key"> = {
  id: "security-key",
  means: "have",
  verifier: "signature",
  rests: (authenticator) => [
    authenticator.pin
      ? [`thing:${authenticator.thing}`, `activation:thing/${authenticator.thing}`]
      : [`thing:${authenticator.thing}`],
  ],
  needs: "nothing",
  replaceable: true,
  sources: ["nist-800-63b-4", "google-2019"],
};

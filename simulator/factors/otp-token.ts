// OTP token: a thing with a display that shows codes computed from its seed and its clock.
import type { Factor } from "./factor.ts";

export const otpToken: Factor<"otp-token"> = {
  id: "otp-token",
  means: "have",
  verifier: "totp",
  rests: (authenticator) => [[`thing:${authenticator.thing}`]],
  needs: "nothing",
  replaceable: true,
  sources: ["rfc-6238", "nist-800-63b-4"],
};

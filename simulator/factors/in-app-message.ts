// In-app message: a one-time code shown by the service's own app, over the Internet and not by number.
import type { Factor } from "./factor.ts";

export const inAppMessage: Factor<"in-app-message"> = {
  id: "in-app-message",
  means: "have",
  verifier: "challenge",
  rests: (authenticator) =>
    authenticator.devices.map((device) => [`device:${device}`, `unlock:${device}`] as const),
  needs: "internet",
  replaceable: true,
  sources: ["nist-800-63b-4", "tidbits"],
};

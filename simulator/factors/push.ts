// Push: a prompt on a device that is approved, or answered with what the sign-in page shows.
import type { Factor } from "./factor.ts";

export const push: Factor<"push"> = {
  id: "push",
  means: "have",
  verifier: "prompt",
  rests: (authenticator) =>
    authenticator.devices.map((device) => [`device:${device}`, `unlock:${device}`] as const),
  needs: "internet",
  replaceable: true,
  sources: ["nist-800-63b-4", "asvs-5"],
};

// Session approval: a device that is signed in already lets another one in.
import type { Factor } from "./factor.ts";

export const sessionApproval: Factor<"session-approval"> = {
  id: "session-approval",
  means: "have",
  verifier: "prompt",
  rests: (authenticator) =>
    authenticator.devices.map((device) => [`device:${device}`, `unlock:${device}`] as const),
  needs: "internet",
  replaceable: true,
  sources: ["nist-800-63b-4"],
};

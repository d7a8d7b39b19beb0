// HOTP: codes computed from a shared seed and a counter, good until used, without any clock or network.
import type { Factor } from "./factor.ts";

export const hotp: Factor<"hotp"> = {
  id: "hotp",
  means: "have",
  verifier: "hotp",
  rests: (authenticator) => [
    ...authenticator.devices.map((device) => [`device:${device}`, `unlock:${device}`] as const),
    ...(authenticator.thing === undefined ? [] : [[`thing:${authenticator.thing}`] as const]),
  ],
  needs: "nothing",
  replaceable: true,
  sources: ["rfc-4226", "nist-800-63b-4"],
};

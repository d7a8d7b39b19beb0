// TOTP: codes that an authenticator app computes from a shared seed and the clock, without any network.
import type { Factor } from "./factor.ts";

export const totp: Factor<"totp"> = {
  id: "totp",
  means: "have",
  verifier: "totp",
  rests: (authenticator) => [
    ...authenticator.devices.map((device) => [`device:${device}`, `unlock:${device}`] as const),
    ...(authenticator.syncedTo === undefined ? [] : [[`account:${authenticator.syncedTo}`] as const]),
    ...(authenticator.exportedTo === undefined ? [] : [[`account:${authenticator.exportedTo}`] as const]),
    ...(authenticator.printedOn === undefined ? [] : [[`thing:${authenticator.printedOn}`] as const]),
  ],
  needs: "nothing",
  replaceable: true,
  sources: ["rfc-6238", "nist-800-63b-4"],
};

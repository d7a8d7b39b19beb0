// Passkey: a signing key on a device, opened by the device's lock, for this one service only; it may be synced.
import type { Factor } from "./factor.ts";

export const passkey: Factor<"passkey"> = {
  id: "passkey",
  means: "have",
  verifier: "signature",
  rests: (authenticator) => [
    ...authenticator.devices.map((device) => [`device:${device}`, `activation:device/${device}`] as const),
    ...(authenticator.syncedTo === undefined ? [] : [[`account:${authenticator.syncedTo}`] as const]),
  ],
  needs: "nothing",
  replaceable: true,
  sources: ["nist-800-63b-4"],
};

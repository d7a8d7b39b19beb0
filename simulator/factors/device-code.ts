// Device code: codes of an app that is bound to its device, so that its seed can be neither copied nor carried over.
import type { Factor } from "./factor.ts";

export const deviceCode: Factor<"device-code"> = {
  id: "device-code",
  means: "have",
  verifier: "totp",
  rests: (authenticator) =>
    authenticator.devices.map((device) => [`device:${device}`, `unlock:${device}`] as const),
  needs: "nothing",
  replaceable: true,
  sources: ["tidbits"],
};

// Trusted browser: a browser that the service remembers, so that it asks for less there.
import type { Factor } from "./factor.ts";

export const trustedBrowser: Factor<"trusted-browser"> = {
  id: "trusted-browser",
  means: "have",
  verifier: "signature",
  rests: (authenticator) =>
    authenticator.devices.map((device) => [`device:${device}`, `unlock:${device}`] as const),
  needs: "nothing",
  replaceable: true,
  sources: ["tidbits"],
};

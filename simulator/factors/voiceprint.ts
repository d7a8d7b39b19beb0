// Voiceprint: the service recognises the voice of the person who calls.
import type { Factor } from "./factor.ts";

export const voiceprint: Factor<"voiceprint"> = {
  id: "voiceprint",
  means: "are",
  verifier: "desk",
  rests: () => [["self:owner"]],
  needs: "phone-network",
  replaceable: true,
  sources: ["nist-800-63b-4", "tidbits"],
};

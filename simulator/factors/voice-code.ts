// Voice code: a one-time code spoken in a call; whoever answers has it, and so has a voicemail that records it.
import { ownSecret } from "../model/holdings.ts";
import type { Factor } from "./factor.ts";

export const voiceCode: Factor<"voice-code"> = {
  id: "voice-code",
  means: "have",
  verifier: "challenge",
  rests: (authenticator, account) => {
    const known = authenticator.pin ? [ownSecret(account, authenticator)] : [];
    return [
      [`hearing:${authenticator.number}/${account.id}` as const, ...known],
      ...(authenticator.keyPress ? [] : [[`voicemail:${authenticator.number}` as const, ...known]]),
    ];
  },
  needs: "phone-network",
  replaceable: true,
  sources: ["nist-800-63b-4", "authy"],
};

// SMS code: a one-time code in a text; whoever the text reaches has it.
import type { Factor } from "./factor.ts";

export const smsCode: Factor<"sms-code"> = {
  id: "sms-code",
  means: "have",
  verifier: "challenge",
  rests: (authenticator, account) => [[`reading:${authenticator.number}/${account.id}`]],
  needs: "phone-network",
  replaceable: true,
  sources: ["nist-800-63b-4", "asvs-5"],
};

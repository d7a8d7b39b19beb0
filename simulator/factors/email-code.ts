// E-mail code: a one-time code in a mail; whoever is in the mailbox has it.
import type { Factor } from "./factor.ts";

export const emailCode: Factor<"email-code"> = {
  id: "email-code",
  means: "have",
  verifier: "challenge",
  rests: (authenticator) => [[`account:${authenticator.mailbox}`]],
  needs: "internet",
  replaceable: true,
  sources: ["nist-800-63b-4", "asvs-5"],
};

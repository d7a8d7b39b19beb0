// E-mail link: a one-time link in a mail; whoever is in the mailbox can open it.
import type { Factor } from "./factor.ts";

export const emailLink: Factor<"email-link"> = {
  id: "email-link",
  means: "have",
  verifier: "challenge",
  rests: (authenticator) => [[`account:${authenticator.mailbox}`]],
  needs: "internet",
  replaceable: true,
  sources: ["nist-800-63b-4", "asvs-5"],
};

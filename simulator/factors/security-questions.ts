// Security questions: answers that the person knows, and so does whoever knows the person, unless they are made up.
import { ownSecret } from "../model/holdings.ts";
import type { Factor } from "./factor.ts";

export const securityQuestions: Factor<"security-questions"> = {
  id: "security-questions",
  means: "know",
  verifier: "answers",
  rests: (authenticator, account) => [
    [authenticator.madeUp ? ownSecret(account, authenticator) : "personal-data:owner"],
  ],
  needs: "nothing",
  replaceable: true,
  sources: ["nist-800-63b-4", "asvs-5"],
};

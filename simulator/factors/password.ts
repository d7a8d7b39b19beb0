// Password: something known, kept in memory or in a password manager.
import { passwordSecret } from "../model/holdings.ts";
import type { Factor } from "./factor.ts";

export const password: Factor<"password"> = {
  id: "password",
  means: "know",
  verifier: "password",
  rests: (authenticator, account) => [
    authenticator.keptIn === undefined
      ? [passwordSecret(account, authenticator)]
      : [`account:${authenticator.keptIn}`],
  ],
  needs: "nothing",
  replaceable: true,
  sources: ["nist-800-63b-4"],
};

// Recovery codes: a list of codes, each good once, saved for the day when everything else is gone.
import type { Factor } from "./factor.ts";

export const recoveryCodes: Factor<"recovery-codes"> = {
  id: "recovery-codes",
  means: "have",
  verifier: "recovery-codes",
  rests: (authenticator) =>
    authenticator.left === 0
      ? []
      : [
          ...(authenticator.sheet === undefined ? [] : [[`thing:${authenticator.sheet}`] as const]),
          ...(authenticator.storedIn === undefined ? [] : [[`account:${authenticator.storedIn}`] as const]),
        ],
  needs: "nothing",
  replaceable: true,
  sources: ["nist-800-63b-4"],
};

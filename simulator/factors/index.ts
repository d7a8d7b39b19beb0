// All kinds of authenticator. Each is a file of its own; a test holds this list and the folder together.
import type { Authenticator, FactorId } from "../model/authenticators.ts";
import type { Account } from "../model/setup.ts";
import { emailCode } from "./email-code.ts";
import type { Factor, Ways } from "./factor.ts";
import { passkey } from "./passkey.ts";
import { password } from "./password.ts";
import { recoveryCodes } from "./recovery-codes.ts";
import { securityKey } from "./security-key.ts";
import { smsCode } from "./sms-code.ts";
import { totp } from "./totp.ts";

export const factors: { readonly [Kind in FactorId]: Factor<Kind> } = {
  password: password,
  "sms-code": smsCode,
  "email-code": emailCode,
  totp: totp,
  "recovery-codes": recoveryCodes,
  "security-key": securityKey,
  passkey: passkey,
};

/** The factor that an authenticator is an instance of. */
export function factorOf(authenticator: Authenticator): Factor {
  return factors[authenticator.kind] as Factor;
}

/** What somebody needs in order to present this authenticator: any of these lists, all of its holdings. */
export function waysToPresent(authenticator: Authenticator, account: Account): Ways {
  return factorOf(authenticator).rests(authenticator, account);
}

/**
 * What stands in a saying for an authenticator: its title, or `factor:` and its kind where it has none.
 * The language folder puts the factor's name in the place of the latter.
 */
export function nameOf(authenticator: Authenticator): string {
  return authenticator.title ?? `factor:${authenticator.kind}`;
}

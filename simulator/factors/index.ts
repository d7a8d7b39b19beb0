// All kinds of authenticator. Each is a file of its own; a test holds this list and the folder together.
import type { Authenticator, FactorId } from "../model/authenticators.ts";
import type { Account } from "../model/setup.ts";
import { deviceCode } from "./device-code.ts";
import { emailCode } from "./email-code.ts";
import { emailLink } from "./email-link.ts";
import type { Factor, Ways } from "./factor.ts";
import { hotp } from "./hotp.ts";
import { identityProofing } from "./identity-proofing.ts";
import { inAppMessage } from "./in-app-message.ts";
import { messengerCode } from "./messenger-code.ts";
import { otpToken } from "./otp-token.ts";
import { passkey } from "./passkey.ts";
import { password } from "./password.ts";
import { push } from "./push.ts";
import { recoveryCodes } from "./recovery-codes.ts";
import { recoveryContact } from "./recovery-contact.ts";
import { securityKey } from "./security-key.ts";
import { securityQuestions } from "./security-questions.ts";
import { sessionApproval } from "./session-approval.ts";
import { smsCode } from "./sms-code.ts";
import { supportDesk } from "./support-desk.ts";
import { totp } from "./totp.ts";
import { trustedBrowser } from "./trusted-browser.ts";
import { voiceCode } from "./voice-code.ts";
import { voiceprint } from "./voiceprint.ts";

export const factors: { readonly [Kind in FactorId]: Factor<Kind> } = {
  password: password,
  "security-questions": securityQuestions,
  "sms-code": smsCode,
  "voice-code": voiceCode,
  "messenger-code": messengerCode,
  "email-code": emailCode,
  "email-link": emailLink,
  "in-app-message": inAppMessage,
  totp: totp,
  hotp: hotp,
  "device-code": deviceCode,
  "otp-token": otpToken,
  push: push,
  "security-key": securityKey,
  passkey: passkey,
  "trusted-browser": trustedBrowser,
  "session-approval": sessionApproval,
  "recovery-codes": recoveryCodes,
  "support-desk": supportDesk,
  "recovery-contact": recoveryContact,
  "identity-proofing": identityProofing,
  voiceprint: voiceprint,
};

/** The kinds that a service counts as an app: with one of them enrolled, it may decide to send no more texts. */
export const appLike: ReadonlySet<FactorId> = new Set(["totp", "device-code", "push", "in-app-message"]);

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

// All rules. A rule is found here and nowhere else.
import type { RuleMeta } from "../finding.ts";
import { cognitoPhoneRecovery } from "./cognito-phone-recovery.ts";
import { cognitoRecoveryDefault } from "./cognito-recovery-default.ts";
import { enrolmentNeedsSms } from "./enrolment-needs-sms.ts";
import { frameworkPhoneReset } from "./framework-phone-reset.ts";
import { lockoutRisk } from "./lockout-risk.ts";
import { noRecoveryCodes } from "./no-recovery-codes.ts";
import type { CodeRule, PolicyRule } from "./rule.ts";
import { mfaRemovableBySms } from "./mfa-removable-by-sms.ts";
import { noNotificationAfterReset } from "./no-notification-after-reset.ts";
import { noSimSwapCheck } from "./no-sim-swap-check.ts";
import { phoneChangeWithoutReauth } from "./phone-change-without-reauth.ts";
import { resetChain } from "./reset-chain.ts";
import { sameCodeTwoChannels } from "./same-code-two-channels.ts";
import { sessionAfterReset } from "./session-after-reset.ts";
import { smsBypassesMfa } from "./sms-bypasses-mfa.ts";
import { smsOnlyLogin } from "./sms-only-login.ts";
import { otpCompareLoose } from "./otp-compare-loose.ts";
import { otpHardCoded } from "./otp-hard-coded.ts";
import { otpInResponse } from "./otp-in-response.ts";
import { otpLogged } from "./otp-logged.ts";
import { otpLowEntropy, otpLowEntropySetups } from "./otp-low-entropy.ts";
import { otpNoAttemptLimit, otpNoAttemptLimitSetups } from "./otp-no-attempt-limit.ts";
import { otpNoExpiry, otpNoExpirySetups } from "./otp-no-expiry.ts";
import { otpPurposeConfusion } from "./otp-purpose-confusion.ts";
import { otpReusable, otpReusableSetups } from "./otp-reusable.ts";
import { otpStoredPlaintext } from "./otp-stored-plaintext.ts";
import { otpWeakRandom } from "./otp-weak-random.ts";
import { recoveryEnumeration } from "./recovery-enumeration.ts";
import { smsPumpSend } from "./sms-pump-send.ts";
import { totpSeedInPlaintext } from "./totp-seed-in-plaintext.ts";
import { totpWindowWide, totpWindowWideSetups } from "./totp-window-wide.ts";
import { smsAlthoughApp } from "./sms-although-app.ts";
import { smsDefaultFactor } from "./sms-default-factor.ts";
import { smsOnlyMfa } from "./sms-only-mfa.ts";
import { smsOnlyReset } from "./sms-only-reset.ts";
import { unboundReset } from "./unbound-reset.ts";

/**
 * Rules that judge setups. Where several find the same route, the first one is the finding and the others are its
 * consequences, so their order is that of how much they say.
 */
export const policyRules: readonly PolicyRule[] = [
  cognitoPhoneRecovery,
  cognitoRecoveryDefault,
  frameworkPhoneReset,
  unboundReset,
  smsOnlyReset,
  smsBypassesMfa,
  resetChain,
  smsOnlyLogin,
  mfaRemovableBySms,
  phoneChangeWithoutReauth,
  sessionAfterReset,
  sameCodeTwoChannels,
  lockoutRisk,
  smsAlthoughApp,
  smsOnlyMfa,
  noRecoveryCodes,
  enrolmentNeedsSms,
  smsDefaultFactor,
  otpNoAttemptLimitSetups,
  otpLowEntropySetups,
  otpNoExpirySetups,
  otpReusableSetups,
  totpWindowWideSetups,
  // What is missing comes last: it says less than what is there.
  noNotificationAfterReset,
  noSimSwapCheck,
];

/** Rules that judge the codes of a flow. */
export const codeRules: readonly CodeRule[] = [
  otpWeakRandom,
  otpNoAttemptLimit,
  otpInResponse,
  otpHardCoded,
  otpLogged,
  otpLowEntropy,
  otpNoExpiry,
  otpReusable,
  otpPurposeConfusion,
  otpCompareLoose,
  totpWindowWide,
  smsPumpSend,
  otpStoredPlaintext,
  totpSeedInPlaintext,
  recoveryEnumeration,
];

/** What the rules say about themselves, by id. */
export const ruleMetas: ReadonlyMap<string, RuleMeta> = new Map(
  [...policyRules, ...codeRules].map(({ meta }) => [meta.id, meta]),
);

// All rules. A rule is found here and nowhere else.
import type { RuleMeta } from "../finding.ts";
import { cognitoPhoneRecovery } from "./cognito-phone-recovery.ts";
import { cognitoRecoveryDefault } from "./cognito-recovery-default.ts";
import { enrolmentNeedsSms } from "./enrolment-needs-sms.ts";
import { frameworkPhoneReset } from "./framework-phone-reset.ts";
import { lockoutRisk } from "./lockout-risk.ts";
import { noRecoveryCodes } from "./no-recovery-codes.ts";
import type { CodeRule, PolicyRule } from "./rule.ts";
import { smsAlthoughApp } from "./sms-although-app.ts";
import { smsDefaultFactor } from "./sms-default-factor.ts";
import { smsOnlyMfa } from "./sms-only-mfa.ts";
import { smsOnlyReset } from "./sms-only-reset.ts";

/**
 * Rules that judge setups. Where several find the same route, the first one is the finding and the others are its
 * consequences, so their order is that of how much they say.
 */
export const policyRules: readonly PolicyRule[] = [
  smsOnlyReset,
  cognitoPhoneRecovery,
  cognitoRecoveryDefault,
  frameworkPhoneReset,
  lockoutRisk,
  smsAlthoughApp,
  smsOnlyMfa,
  noRecoveryCodes,
  enrolmentNeedsSms,
  smsDefaultFactor,
];

/** Rules that judge the codes of a flow. */
export const codeRules: readonly CodeRule[] = [];

/** What the rules say about themselves, by id. */
export const ruleMetas: ReadonlyMap<string, RuleMeta> = new Map(
  [...policyRules, ...codeRules].map(({ meta }) => [meta.id, meta]),
);

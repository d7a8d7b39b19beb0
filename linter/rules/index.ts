// All rules. A rule is found here and nowhere else.
import type { RuleMeta } from "../finding.ts";
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
import { smsOnlyReset } from "./sms-only-reset.ts";
import { unboundReset } from "./unbound-reset.ts";

/**
 * Rules that judge setups. Where several find the same route, the first one is the finding and the others are its
 * consequences, so their order is that of how much they say.
 */
export const policyRules: readonly PolicyRule[] = [
  unboundReset,
  smsOnlyReset,
  smsBypassesMfa,
  resetChain,
  smsOnlyLogin,
  mfaRemovableBySms,
  phoneChangeWithoutReauth,
  sessionAfterReset,
  sameCodeTwoChannels,
  noSimSwapCheck,
  noNotificationAfterReset,
];

/** Rules that judge the codes of a flow. */
export const codeRules: readonly CodeRule[] = [];

/** What the rules say about themselves, by id. */
export const ruleMetas: ReadonlyMap<string, RuleMeta> = new Map(
  [...policyRules, ...codeRules].map(({ meta }) => [meta.id, meta]),
);

// All rules. A rule is found here and nowhere else.
import type { RuleMeta } from "../finding.ts";
import type { PolicyRule } from "./rule.ts";
import { smsOnlyReset } from "./sms-only-reset.ts";

export const policyRules: readonly PolicyRule[] = [smsOnlyReset];

/** What the rules say about themselves, by id. */
export const ruleMetas: ReadonlyMap<string, RuleMeta> = new Map(
  policyRules.map(({ meta }) => [meta.id, meta]),
);

// The rule `cognito-recovery-default`: a user pool that leaves it to a default where a forgotten password is sent.
import type { RuleMeta } from "../finding.ts";
import { clausesOf } from "./clauses.ts";
import { judgePool } from "./pool-recovery.ts";
import type { PolicyRule } from "./rule.ts";

const meta: RuleMeta = {
  id: "cognito-recovery-default",
  group: "configuration",
  severity: "warning",
  title: "A Cognito user pool whose default resets passwords by text",
  why:
    "Nobody chose this. Where a pool confirms phone numbers and does not say how one gets back in, the CDK takes the phone " +
    "before the mailbox (PHONE_WITHOUT_MFA_AND_EMAIL), Amplify takes the phone alone for pools with phone numbers only " +
    "(PHONE_ONLY_WITHOUT_MFA), and a pool without any setting takes it even from those whose second factor is a text. The " +
    "first two are safer against a takeover for users with texts as second factor, and worse for them in a lock-out.",
  mend: [
    "Write `accountRecovery` down, so that it is a decision: `EMAIL_ONLY` where everybody has a confirmed mail address.",
    "In Amplify, also let people sign in by mail: `loginWith: { email: true }` makes mail the default.",
    "For a `CfnUserPool` or a template, set `AccountRecoverySetting` with `verified_email` alone; in Terraform, `account_recovery_setting`.",
    "For a pool of Amplify's first generation, set `userPool.accountRecoverySetting` in the file `override.ts` that the command `amplify override auth` makes.",
  ],
  fine: [
    "A pool for devices and programs, in which nobody has a password to forget.",
    "A pool in which no phone number is ever confirmed: the linter is then silent.",
  ],
  clauses: clausesOf(
    "NIST SP 800-63B-4 4.2.2.2",
    "NIST SP 800-63B-4 3.2.9",
    "ASVS 5.0 6.4.3",
    "CWE-1188",
    "CWE-640",
  ),
  sources: ["nist-800-63b-4", "asvs-5", "princeton-2020"],
};

/** Finds pools that confirm phone numbers and say nothing about recovery. */
export const cognitoRecoveryDefault: PolicyRule = {
  meta,
  judge: (judged) =>
    judgePool(
      {
        meta,
        isMeant: ({ byDefault }) => byDefault,
        severity: () => meta.severity,
        fix: "Say how a password is recovered, best by mail that is confirmed: `verified_email` alone, `EMAIL_ONLY` in the CDK.",
      },
      judged,
    ),
};

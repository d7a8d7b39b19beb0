// The rule `cognito-phone-recovery`: a user pool that was told to take a phone number for a forgotten password.
import type { RuleMeta } from "../finding.ts";
import { clausesOf } from "./clauses.ts";
import { judgePool } from "./pool-recovery.ts";
import type { PolicyRule } from "./rule.ts";

const meta: RuleMeta = {
  id: "cognito-phone-recovery",
  group: "configuration",
  severity: "error",
  title: "A Cognito user pool that resets passwords by text",
  why:
    "With PHONE_ONLY_WITHOUT_MFA or PHONE_AND_EMAIL a forgotten password goes to whoever holds the phone number. The two " +
    "are dangerous in different ways. PHONE_AND_EMAIL also serves those whose second factor is a text, so that one number " +
    "stands for both and a SIM swap takes the account over. The WITHOUT_MFA variants refuse that, which is safer against a " +
    "takeover and worse for a lock-out: whoever has texts as second factor and no mailbox there has no way back at all.",
  mend: [
    "Let mail recover the password: `AccountRecovery.EMAIL_ONLY`, with a confirmed mail address for everybody.",
    "Or `AccountRecovery.NONE` and a recovery of your own that asks for two proofs that do not hang on one thing.",
    "Switch on `mfaSecondFactor: { sms: false, otp: true }`, so that a new password alone is not enough.",
    "Before you switch the phone off, see that users without a mail address are asked for one.",
  ],
  fine: [
    "A pool for devices and programs, in which nobody has a password to forget.",
    "A second factor that is no text and is required of everybody: the new password then opens nothing by itself.",
    "A pool whose recovery is overridden elsewhere, such as by a console or another stack, which the linter cannot see.",
  ],
  clauses: clausesOf(
    "NIST SP 800-63B-4 4.2.2.2",
    "NIST SP 800-63B-4 3.2.9",
    "ASVS 5.0 6.4.3",
    "ASVS 5.0 6.6.1",
    "CWE-640",
    "CWE-308",
  ),
  sources: ["nist-800-63b-4", "asvs-5", "princeton-2020"],
};

/** Finds the recovery that somebody chose, in pools made by the CDK or by Amplify. */
export const cognitoPhoneRecovery: PolicyRule = {
  meta,
  judge: (judged) =>
    judgePool(
      {
        meta,
        isMeant: ({ byDefault }) => !byDefault,
        severity: ({ phoneRefusedBesideTexts, otherRecovery }) =>
          phoneRefusedBesideTexts && otherRecovery ? "warning" : meta.severity,
        fix: "Let mail recover the password (`verified_email` alone; `EMAIL_ONLY` in the CDK), and keep texts for notices.",
      },
      judged,
    ),
};

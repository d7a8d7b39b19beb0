// User pools of Amazon Cognito as the CDK makes them, with the ways in which people write them.
import { describe, expect, test } from "vitest";
import { findingsIn, toldOf } from "./linting.ts";

const pool = (options: string, before = "") => ({
  "club.ts": `import { AccountRecovery, CfnUserPool, Mfa, UserPool } from "aws-cdk-lib/aws-cognito";
import { Stack } from "aws-cdk-lib";
const stack = new Stack();
${before}
new UserPool(stack, "Members", ${options});
`,
});

describe("how a forgotten password is recovered", () => {
  test("by phone alone is an error where nobody has a second factor, and says that a takeover is meant", async () => {
    const [finding] = await findingsIn(
      pool("{ signInAliases: { phone: true }, accountRecovery: AccountRecovery.PHONE_ONLY_WITHOUT_MFA }"),
    );
    expect(finding).toMatchObject({
      rule: "cognito-phone-recovery",
      severity: "error",
      confidence: "high",
      message:
        'the user pool "Members" lets a texted code alone set a new password (accountRecovery: PHONE_ONLY_WITHOUT_MFA)',
      scenario: "sim-swap",
      related: [
        {
          file: "club.ts",
          line: 5,
          message: "told to Amazon Cognito here (accountRecovery: PHONE_ONLY_WITHOUT_MFA)",
        },
      ],
    });
    expect(finding!.notes).toEqual([expect.stringContaining("The risk meant is a takeover.")]);
    expect(finding!.trail.map(({ what }) => what.id)).toContain("new-password-set");
  });

  test("by phone before mail is a warning, by phone even beside texts an error", async () => {
    const aliases = "signInAliases: { phone: true, email: true }";
    expect(
      await toldOf(pool(`{ ${aliases}, accountRecovery: AccountRecovery.PHONE_WITHOUT_MFA_AND_EMAIL }`)),
    ).toEqual(["warning/high cognito-phone-recovery club.ts:5"]);
    expect(await toldOf(pool(`{ ${aliases}, accountRecovery: AccountRecovery.PHONE_AND_EMAIL }`))).toEqual([
      "error/high cognito-phone-recovery club.ts:5",
    ]);
  });

  test("by phone alone with texts required of everybody is a lock-out and no takeover", async () => {
    const [recovery, ...factors] = await findingsIn(
      pool(`{
  signInAliases: { phone: true },
  accountRecovery: AccountRecovery.PHONE_ONLY_WITHOUT_MFA,
  mfa: Mfa.REQUIRED,
  mfaSecondFactor: { sms: true, otp: false },
}`),
    );
    expect(recovery).toMatchObject({ rule: "cognito-phone-recovery", severity: "warning", line: 7 });
    expect(recovery!.consequences.map(({ rule }) => rule)).toEqual(["lockout-risk"]);
    expect(recovery!.notes).toEqual([expect.stringContaining("The risk meant is a lock-out")]);
    expect(factors.map(({ rule, line }) => `${rule} ${line}`)).toEqual([
      "no-recovery-codes 9",
      "sms-only-mfa 9",
    ]);
  });

  test("by phone beside an app that is required changes the password and lets nobody in", async () => {
    const [finding] = await findingsIn(
      pool(`{
  signInAliases: { phone: true },
  accountRecovery: AccountRecovery.PHONE_ONLY_WITHOUT_MFA,
  mfa: Mfa.REQUIRED,
  mfaSecondFactor: { sms: false, otp: true },
}`),
    );
    expect(finding).toMatchObject({ rule: "cognito-phone-recovery", severity: "warning" });
    expect(finding!.notes).toEqual([expect.stringContaining("the second factor keeps them out")]);
  });

  test("by one of several settings is reported for the weakest, and with low confidence", async () => {
    const chosen = `{
  signInAliases: { phone: true },
  accountRecovery: process.env.STAGE === "prod" ? AccountRecovery.EMAIL_ONLY : AccountRecovery.PHONE_AND_EMAIL,
}`;
    expect(await toldOf(pool(chosen))).toEqual(["error/low cognito-phone-recovery club.ts:7"]);
  });

  test("by a setting that comes from outside is not guessed", async () => {
    expect(
      await toldOf(
        pool("{ signInAliases: { phone: true }, accountRecovery: AccountRecovery[process.env.RECOVERY] }"),
      ),
    ).toEqual([]);
  });

  test("in a pool that confirms mail addresses and no numbers is a matter of low confidence", async () => {
    const mail = "signInAliases: { email: true }, accountRecovery: AccountRecovery.PHONE_AND_EMAIL";
    expect(await toldOf(pool(`{ ${mail} }`))).toEqual(["error/low cognito-phone-recovery club.ts:5"]);
    expect(await toldOf(pool("{ accountRecovery: AccountRecovery.PHONE_ONLY_WITHOUT_MFA }"))).toEqual([
      "error/medium cognito-phone-recovery club.ts:5",
    ]);
  });

  test("is left to the default only where nothing is said anywhere in the options", async () => {
    const shared = "const shared = { signInAliases: { phone: true } };";
    expect(await toldOf(pool("{ ...shared, selfSignUpEnabled: true }", shared))).toEqual([
      "warning/high cognito-recovery-default club.ts:5",
    ]);
    expect(
      await toldOf(
        pool("{ ...shared }", `${shared.slice(0, -3)}, accountRecovery: AccountRecovery.EMAIL_ONLY };`),
      ),
    ).toEqual([]);
    expect(await toldOf(pool("{ ...shared, ...JSON.parse(process.env.POOL) }", shared))).toEqual([]);
  });

  test("is not decided by an unknown spread behind the setting", async () => {
    const options =
      "{ signInAliases: { phone: true }, accountRecovery: AccountRecovery.PHONE_AND_EMAIL, ...JSON.parse(process.env.POOL) }";
    expect(await toldOf(pool(options))).toEqual([]);
  });
});

describe("what is confirmed", () => {
  test("follows from how one signs in, unless it is said", async () => {
    expect(await toldOf(pool("{ signInAliases: { phone: true }, autoVerify: { email: true } }"))).toEqual([]);
    expect(await toldOf(pool("{ autoVerify: { phone: true } }"))).toEqual([
      "warning/high cognito-recovery-default club.ts:5",
    ]);
  });
});

describe("settings below the construct", () => {
  const made = `const pool = new UserPool(stack, "Trainers", { signInAliases: { phone: true } });
const cfn = pool.node.defaultChild as CfnUserPool;`;

  test("that take the setting away, or change a part of it, make it unknown", async () => {
    const files = (override: string) => pool("{}", `${made}\n${override}`);
    expect(await toldOf(files('cfn.addPropertyDeletionOverride("AccountRecoverySetting");'))).toEqual([]);
    expect(
      await toldOf(
        files(
          'cfn.addPropertyOverride("AccountRecoverySetting.RecoveryMechanisms.0.Name", "verified_email");',
        ),
      ),
    ).toEqual([]);
  });

  test("of other properties change nothing", async () => {
    expect(
      await toldOf(
        pool("{}", `${made}\ncfn.addPropertyOverride("Policies.PasswordPolicy.MinimumLength", 12);`),
      ),
    ).toEqual(["warning/high cognito-recovery-default club.ts:4"]);
  });

  test("in another folder are another pool's", async () => {
    const files = pool("{}", made);
    expect(
      await toldOf({
        ...files,
        "other/choir.ts": `import { CfnUserPool } from "aws-cdk-lib/aws-cognito";
export function mend(cfn: CfnUserPool) {
  cfn.accountRecoverySetting = { recoveryMechanisms: [{ name: "verified_email", priority: 1 }] };
}`,
      }),
    ).toEqual(["warning/high cognito-recovery-default club.ts:4"]);
  });
});

test("passkeys as first factors are a way in that no number is needed for", async () => {
  const told = await toldOf(
    pool(`{
  signInAliases: { phone: true },
  accountRecovery: AccountRecovery.NONE,
  signInPolicy: { allowedFirstAuthFactors: { password: true, passkey: true } },
  mfa: Mfa.REQUIRED,
  mfaSecondFactor: { sms: true, otp: false },
}`),
  );
  expect(told).toEqual([]);
});

test("texts as first factors let in alone", async () => {
  expect(
    await toldOf(
      pool(`{
  signInAliases: { email: true },
  accountRecovery: AccountRecovery.EMAIL_ONLY,
  signInPolicy: { allowedFirstAuthFactors: { password: true, smsOtp: true } },
}`),
    ),
  ).toEqual(["warning/high framework-phone-reset club.ts:8"]);
});

// Words by which files are known that tell a service or framework how people sign in and get back in.

/**
 * Settings of products that are read, each long enough to stand in few other files. Such a file needs none of the words
 * of codes that are sent: `defineAuth({ loginWith: { phone: true } })` has none.
 */
export const configurationWords =
  /account_?recovery|new (?:[\w.]+\.)?(?:Cfn)?UserPool\(|cfnUserPool|AWS::Cognito::UserPool|defineAuth\(|new AmplifyAuth\(|MfaSettings|updateMFAPreference|reset_password_phone_code|PhoneAuthProvider|contactMethod|multifactorauth|recipe\/totp|enabledMfas|mfaConfiguration|request_sms|disabledPaths/i;

/** Words of which a file of settings or a template has one. */
const settingsWords: readonly string[] = [
  "AWS::Cognito::UserPool",
  "enable_signup",
  "enroll_enabled",
  "selfservice",
  "cognitoConfig",
  "auth_phone",
];

/** The same for the files of a tenant of Auth0, in which these words stand in hardly any. */
const tenantWords: readonly string[] = ["sms", "phone_otp", "phone_number"];

/** The same for Terraform. */
const terraformWords: readonly string[] = [
  '"aws_cognito_user_pool"',
  '"auth0_connection"',
  '"auth0_guardian"',
];

/** Whether a file of settings or a template tells how people sign in. Bytes are read as Latin-1, so no text is decoded. */
export function tellsSignIn(file: string, bytes: Uint8Array): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isTenant = /(?:connections|factors)\/|tenant\.ya?ml$/i.test(file);
  const words = file.endsWith(".tf") ? terraformWords : isTenant ? tenantWords : settingsWords;
  return words.some((word) => buffer.includes(word));
}

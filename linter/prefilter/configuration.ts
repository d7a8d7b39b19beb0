// Words by which files are known that tell a service or framework how people sign in and get back in.

/**
 * Settings of products that are read, each long enough to stand in few other files. Such a file needs none of the words
 * of codes that are sent: `defineAuth({ loginWith: { phone: true } })` has none.
 */
export const configurationWords =
  /account_?recovery|new (?:[\w.]+\.)?(?:Cfn)?UserPool\(|cfnUserPool|AWS::Cognito::UserPool|defineAuth\(|new AmplifyAuth\(|MfaSettings|updateMFAPreference|reset_password_phone_code|PhoneAuthProvider|contactMethod|multifactorauth|recipe\/totp|enabledMfas|mfaConfiguration|request_sms|disabledPaths/i;

/** Whether a template describes a pool of users. Bytes are read as Latin-1, so no text is decoded. */
export function describesPool(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes("AWS::Cognito::UserPool");
}

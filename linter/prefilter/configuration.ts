// Words by which files are known that tell a service or framework how people sign in and get back in.

/**
 * Settings of products that are read, each long enough to stand in few other files. Such a file needs none of the words
 * of codes that are sent: `defineAuth({ loginWith: { phone: true } })` has none.
 */
export const configurationWords =
  /account_?recovery|new (?:[\w.]+\.)?(?:Cfn)?UserPool\(|cfnUserPool|AWS::Cognito::UserPool|defineAuth\(|new AmplifyAuth\(|MfaSettings|updateMFAPreference|reset_password_phone_code|PhoneAuthProvider|contactMethod|enabledMfas|request_sms/i;

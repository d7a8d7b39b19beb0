// Words without which a file tells none of the known products anything, so that most files are not looked at for it.

const words =
  /UserPool|AccountRecovery|mfaConfiguration|enabledMfas|MFAPreference|defineAuth|AmplifyAuth|\bphoneNumber\(|betterAuth\(|supertokens-node|reset_password_phone_code|firebaseui|parse-server|feathers-authentication-management|\bauthy\b/i;

/** Whether a file may hold settings that are read. */
export function mayConfigure(text: string): boolean {
  return words.test(text);
}

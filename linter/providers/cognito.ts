// Amazon Cognito by its own commands: resets, challenges and settings of a user.
// Read in the types of `@aws-sdk/client-cognito-identity-provider` 3.1169 and `amazon-cognito-identity-js` 6.3. Which way the
// code of a reset goes is a setting of the user pool, so the call alone does not tell.
import { propOf, textsOf, type Value } from "../read/values.ts";
import { commandInput, hasWord, valueAt } from "./arguments.ts";
import type { Effecting, PackageCall, Provider } from "./provider.ts";

type Effect = Omit<Effecting, "provider">;

export const cognito: Provider = {
  title: "Amazon Cognito",
  modules: ["@aws-sdk/client-cognito-identity-provider", "aws-sdk"],
  sends: (call) => {
    const input = commandInput(call, "InitiateAuth") ?? commandInput(call, "AdminInitiateAuth");
    const preferred = valueAt(input, "AuthParameters", "PREFERRED_CHALLENGE");
    if (!textsOf(preferred).includes("SMS_OTP")) return undefined;
    return { channels: ["sms"], to: valueAt(input, "AuthParameters", "USERNAME") ?? null, content: null };
  },
  effects: (call) => reset(call) ?? answered(call) ?? changed(call),
};

/** The older client for pages, where each call is a method of the user. */
export const cognitoUser: Provider = {
  title: "Amazon Cognito",
  modules: ["amazon-cognito-identity-js"],
  effects: ({ path, args }) => {
    const [first, second] = args;
    if (/\bCognitoUser\(\)\.confirmPassword$/.test(path))
      return { what: "writes-password", written: second ?? null, asks: { configuredCode: true } };
    if (/\.changePassword$/.test(path) && first !== undefined)
      return { what: "writes-password", written: second ?? null, asks: { session: true, password: first } };
    return /\.disableMFA$/.test(path)
      ? { what: "removes-factor", written: null, asks: { session: true } }
      : undefined;
  },
};

function reset(call: PackageCall): Effect | undefined {
  const confirmed = commandInput(call, "ConfirmForgotPassword");
  if (confirmed !== undefined)
    return {
      what: "writes-password",
      written: propOf(confirmed, "Password") ?? null,
      asks: { configuredCode: true },
    };
  const changed = commandInput(call, "ChangePassword");
  const previous = propOf(changed, "PreviousPassword");
  if (changed !== undefined)
    return {
      what: "writes-password",
      written: propOf(changed, "ProposedPassword") ?? null,
      asks: { session: true, ...(previous === undefined ? {} : { password: previous }) },
    };
  const set = commandInput(call, "AdminSetUserPassword");
  const of = propOf(set, "Username");
  if (set === undefined || of === undefined) return undefined;
  return { what: "writes-password", written: propOf(set, "Password") ?? null, of };
}

/** The answer to a challenge opens a session. Second factors come after a password, which Cognito has checked by then. */
function answered(call: PackageCall): Effect | undefined {
  const input =
    commandInput(call, "RespondToAuthChallenge") ?? commandInput(call, "AdminRespondToAuthChallenge");
  const [name] = textsOf(propOf(input, "ChallengeName"));
  const answers = propOf(input, "ChallengeResponses");
  const to = propOf(answers, "USERNAME") ?? null;
  const opens = { what: "opens-session", written: null } as const;
  switch (name) {
    case "SMS_OTP":
      return { ...opens, asks: { code: { to, channels: ["sms"] } } };
    case "SMS_MFA":
      return {
        ...opens,
        asks: { code: { to, channels: ["sms"] }, password: { k: "const", v: "before the challenge" } },
      };
    case "SOFTWARE_TOKEN_MFA":
      return { ...opens, asks: { proof: "totp", password: { k: "const", v: "before the challenge" } } };
    case "WEB_AUTHN":
      return { ...opens, asks: { proof: "passkey" } };
    default:
      return undefined;
  }
}

function changed(call: PackageCall): Effect | undefined {
  const own = commandInput(call, "SetUserMFAPreference");
  const others = commandInput(call, "AdminSetUserMFAPreference");
  const settings = own ?? others;
  const of = propOf(settings, "Username");
  const owner = of === undefined ? { asks: { session: true } as const } : { of };
  if (settings !== undefined)
    return isOff(settings) ? { what: "removes-factor", written: null, ...owner } : undefined;
  const attributes =
    commandInput(call, "UpdateUserAttributes") ?? commandInput(call, "AdminUpdateUserAttributes");
  if (attributes === undefined) return undefined;
  const whose = propOf(attributes, "Username");
  const ownerOf = whose === undefined ? { asks: { session: true } as const } : { of: whose };
  const list = propOf(attributes, "UserAttributes");
  if (hasWord(list, /^phone_number$/)) return { what: "changes-phone", written: list ?? null, ...ownerOf };
  return hasWord(list, /^email$/) ? { what: "changes-email", written: list ?? null, ...ownerOf } : undefined;
}

function isOff(settings: Value): boolean {
  return ["SMSMfaSettings", "SoftwareTokenMfaSettings", "EmailMfaSettings", "WebAuthnMfaSettings"].some(
    (name) => {
      const enabled = valueAt(settings, name, "Enabled");
      return enabled?.k === "const" && enabled.v === false;
    },
  );
}

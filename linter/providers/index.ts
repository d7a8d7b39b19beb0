// All providers, and which of them a call belongs to.
import { africasTalkingInsights } from "./africas-talking.ts";
import { alibaba, alibabaCodes } from "./alibaba.ts";
import { amplify } from "./amplify.ts";
import { auth0 } from "./auth0.ts";
import { authy } from "./authy.ts";
import { awsEndUserMessaging, awsPinpoint, awsSns } from "./aws-messages.ts";
import { betterAuth } from "./better-auth.ts";
import { clerk } from "./clerk.ts";
import { cognito, cognitoUser } from "./cognito.ts";
import { descope } from "./descope.ts";
import { firebaseAdmin } from "./firebase-admin.ts";
import { firebase } from "./firebase.ts";
import { infobip, infobipCodes } from "./infobip.ts";
import { mailing } from "./mailing.ts";
import { messageBird, messageBirdVerify } from "./messagebird.ts";
import { plivo, plivoVerify } from "./plivo.ts";
import type { Checking, Effecting, PackageCall, Provider, Proving, Sending } from "./provider.ts";
import { secondFactors } from "./second-factors.ts";
import { sinch, sinchVerification } from "./sinch.ts";
import { stytch } from "./stytch.ts";
import { supabase } from "./supabase.ts";
import { superTokens } from "./supertokens.ts";
import { telnyx, telnyxVerify } from "./telnyx.ts";
import { texting } from "./texting.ts";
import { twilioLookup, twilioMessages, twilioVerify } from "./twilio.ts";
import { vonage, vonageVerify, vonageVerify2 } from "./vonage.ts";
import { workos } from "./workos.ts";
import { asksCarrierByWeb, checkedByWeb, sentByWeb } from "./web-address.ts";

export const providers: readonly Provider[] = [
  twilioVerify,
  twilioMessages,
  twilioLookup,
  awsSns,
  awsPinpoint,
  awsEndUserMessaging,
  vonageVerify2,
  vonageVerify,
  vonage,
  messageBirdVerify,
  messageBird,
  plivoVerify,
  plivo,
  telnyxVerify,
  telnyx,
  sinchVerification,
  sinch,
  infobipCodes,
  infobip,
  alibabaCodes,
  alibaba,
  authy,
  africasTalkingInsights,
  firebaseAdmin,
  firebase,
  supabase,
  cognito,
  cognitoUser,
  amplify,
  auth0,
  clerk,
  stytch,
  superTokens,
  betterAuth,
  descope,
  workos,
  ...texting,
  ...mailing,
  ...secondFactors,
];

/** What the call sends, to a provider that knows it. */
export function sendingOf(call: PackageCall): Sending | undefined {
  for (const provider of concerned(call)) {
    const sending = provider.sends?.(call);
    if (sending !== undefined) return { provider: provider.title, ...sending };
  }
  return isWebRequest(call) ? sentByWeb(call) : undefined;
}

/** Which code the call asks a provider about. */
export function checkingOf(call: PackageCall): Checking | undefined {
  for (const provider of concerned(call)) {
    const checking = provider.checks?.(call);
    if (checking !== undefined) return { provider: provider.title, ...checking };
  }
  return isWebRequest(call) ? checkedByWeb(call) : undefined;
}

/** Which other proof the call asks for. */
export function provingOf(call: PackageCall): Proving | undefined {
  for (const provider of concerned(call)) {
    const proving = provider.proves?.(call);
    if (proving !== undefined) return proving;
  }
  return undefined;
}

/** Whether the call gives the client of a service, and nobody who is signed in. */
export function givesClient(call: PackageCall): boolean {
  return call.module !== "" && concerned(call).some(({ clients }) => clients?.test(call.path) === true);
}

/** What the call does to an account that a service keeps. */
export function effectingOf(call: PackageCall): Effecting | undefined {
  for (const provider of concerned(call)) {
    const effecting = provider.effects?.(call);
    if (effecting !== undefined) return { provider: provider.title, ...effecting };
  }
  return undefined;
}

/**
 * Whether a call, by the dotted name in the code, signs somebody in at a service that keeps accounts, or changes one there.
 * Pages call these, too: nothing else is decided in a page.
 */
export function actsOnHostedAccount(name: string): boolean {
  return /(^|\.)(signInWithPhoneNumber|signInWithCredential|confirmation_?(result)?\.confirm|auth\.(verifyOtp|updateUser|mfa\.unenroll)|attemptFirstFactor|(phone|resetPasswordPhone)Code\.(verifyCode|submitPassword)|passwordless(Login|Verify)|otps\.authenticate|otp\.verify\.\w+|phoneNumber\.(verify|resetPassword)|confirmResetPassword)$/i.test(
    name,
  );
}

/** Whether such a call can stand in a text. */
export function mayActOnHostedAccount(text: string): boolean {
  return /(signInWith(PhoneNumber|Credential)|\.confirm|verifyOtp|\.updateUser|\.unenroll|attemptFirstFactor|\.(verifyCode|submitPassword)|passwordless(Login|Verify)|otps\.authenticate|otp\.verify\.\w+|phoneNumber\.(verify|resetPassword)|confirmResetPassword)\s*\(/i.test(
    text,
  );
}

/** Who asks the carrier, in this call, whether a number changed hands lately. */
export function carrierCheckOf(call: PackageCall): string | undefined {
  const asking = concerned(call).find(({ checksCarrier }) => checksCarrier?.(call) === true);
  if (asking !== undefined) return asking.title;
  return isWebRequest(call) && asksCarrierByWeb(call) ? "the carrier" : undefined;
}

const byShape = providers.filter((provider) => provider.byShape === true);

/** The providers of each package that has come up, and of what lies in one: `twilio/lib/rest`. */
const known = new Map<string, readonly Provider[]>([["", byShape]]);

function concerned({ module }: PackageCall): readonly Provider[] {
  const found =
    known.get(module) ??
    providers.filter(({ modules }) =>
      modules.some((name) => module === name || module.startsWith(`${name}/`)),
    );
  known.set(module, found);
  return found;
}

function isWebRequest({ module, path }: PackageCall): boolean {
  if (
    /^(axios|got|node-fetch|cross-fetch|isomorphic-fetch|undici|request|request-promise|request-promise-native|superagent|needle|ky|ofetch|wretch|@nestjs\/axios|https?|node:https?|phin|urllib|bent|unirest)$/.test(
      module,
    )
  )
    return true;
  return (
    module === "" &&
    /(^|\.)(fetch|\$fetch|axios|got|request|http_?Service|http|https|\$http|superagent|needle|urllib)(\.(get|post|put|request|curl|fetch))?$/i.test(
      path,
    )
  );
}

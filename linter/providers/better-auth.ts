// Better Auth, called from a page by its client or on a server by its api: signing in and resetting by a phone number.
// Read in the routes of `better-auth` 1.7.25; the client names each route by its path.
import { propOf, type Value } from "../read/values.ts";
import type { Effecting, PackageCall, Provider, Proving } from "./provider.ts";

const sending =
  /\b(phoneNumber\.(sendOtp|requestPasswordReset)|api\.(sendPhoneNumberOTP|requestPasswordResetPhoneNumber))$/;
const opening = /\b(phoneNumber\.verify|api\.verifyPhoneNumber)$/;
const resetting = /\b(phoneNumber\.resetPassword|api\.resetPasswordPhoneNumber)$/;

export const betterAuth: Provider = {
  title: "Better Auth",
  modules: ["better-auth"],
  byShape: true,
  sends: ({ path, args }) => {
    const to = propOf(bodyOf(args), "phoneNumber");
    return to !== undefined && sending.test(path) ? { channels: ["sms"], to, content: null } : undefined;
  },
  proves: ({ path }): Proving | undefined => {
    const when = { "": [true] };
    if (/\b(twoFactor\.verifyTotp|api\.verifyTOTP)$/.test(path))
      return { kind: "totp", when, otherwiseFails: true };
    return /\b(twoFactor|api)\.verifyBackupCode$/.test(path)
      ? { kind: "recovery-code", when, otherwiseFails: true }
      : undefined;
  },
  effects,
};

function effects({ path, args }: PackageCall): Omit<Effecting, "provider"> | undefined {
  const body = bodyOf(args);
  const to = propOf(body, "phoneNumber");
  const given = propOf(body, "password");
  if (/\b(twoFactor\.disable|api\.disableTwoFactor)$/.test(path))
    return {
      what: "removes-factor",
      written: null,
      asks: { session: true, ...(given === undefined ? {} : { password: given }) },
    };
  if (to === undefined) return undefined;
  const asks = { code: { to, channels: ["sms"] } } as const;
  if (opening.test(path)) return { what: "opens-session", written: null, asks };
  return resetting.test(path)
    ? { what: "writes-password", written: propOf(body, "newPassword") ?? null, asks }
    : undefined;
}

/** The client takes what the server takes as `body`. */
function bodyOf([first]: readonly Value[]): Value | undefined {
  return propOf(first, "body") ?? first;
}

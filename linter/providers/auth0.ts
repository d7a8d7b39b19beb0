// Auth0: codes by text or mail that open a session at once, and what a server does to an account.
// Read in the types of `auth0` 4.37 and the source of `auth0-js` 10.2; version 7 of `auth0` has no passwordless calls.
import { propOf, textsOf } from "../read/values.ts";
import { firstOf } from "./arguments.ts";
import type { Channel, Effecting, PackageCall, Provider, Sending } from "./provider.ts";

export const auth0: Provider = {
  title: "Auth0",
  modules: ["auth0", "auth0-js", "@auth0/auth0-spa-js"],
  sends,
  proves: ({ module, path }) =>
    module === "@auth0/auth0-spa-js" && /\bmfa\.verify$/.test(path)
      ? { kind: "totp", when: { "": [true] }, otherwiseFails: true }
      : undefined,
  effects,
};

function sends({ path, args }: PackageCall): Omit<Sending, "provider"> | undefined {
  const [input] = args;
  if (/\bpasswordless\.sendSMS$/.test(path))
    return { channels: ["sms"], to: propOf(input, "phone_number") ?? null, content: null };
  if (/\bpasswordless\.sendEmail$/.test(path))
    return { channels: ["email"], to: propOf(input, "email") ?? null, content: null };
  if (!/\.passwordlessStart$/.test(path)) return undefined;
  return { ...channelOf(args), to: firstOf(input, "phoneNumber", "email") ?? null, content: null };
}

function effects({ path, args }: PackageCall): Omit<Effecting, "provider"> | undefined {
  const [first, second] = args;
  const opens = { what: "opens-session", written: null } as const;
  if (/\bpasswordless\.loginWithSMS$/.test(path))
    return { ...opens, asks: { code: { to: propOf(first, "phone_number") ?? null, channels: ["sms"] } } };
  if (/\bpasswordless\.loginWithEmail$/.test(path))
    return { ...opens, asks: { code: { to: propOf(first, "email") ?? null, channels: ["email"] } } };
  if (/\.passwordless(Login|Verify)$/.test(path))
    return {
      ...opens,
      asks: { code: { to: firstOf(first, "phoneNumber", "email") ?? null, ...channelOf(args) } },
    };
  if (!/\busers\.update$/.test(path)) return undefined;
  const of = propOf(first, "id") ?? first;
  const password = propOf(second, "password");
  if (of === undefined || password === undefined) return undefined;
  return { what: "writes-password", written: password, of };
}

function channelOf([input]: PackageCall["args"]): { readonly channels: readonly Channel[] } {
  const byMail =
    textsOf(propOf(input, "connection")).includes("email") || propOf(input, "email") !== undefined;
  return { channels: [byMail ? "email" : "sms"] };
}

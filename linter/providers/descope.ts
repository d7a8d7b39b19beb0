// Descope: codes by text, call, WhatsApp or mail that open a session at once, authenticator apps, and passwords.
// Read in the types of `@descope/core-js-sdk` 2.71 and `@descope/node-sdk` 2.13. The first argument says whose it is.
import type { Channel, Effecting, PackageCall, Provider } from "./provider.ts";

const channels: Readonly<Record<string, Channel>> = {
  sms: "sms",
  voice: "voice",
  whatsapp: "whatsapp",
  email: "email",
};

export const descope: Provider = {
  title: "Descope",
  modules: ["@descope/node-sdk", "@descope/core-js-sdk", "@descope/web-js-sdk", "@descope/react-sdk"],
  sends: ({ path, args }) => {
    const way = /\botp\.sign(?:In|Up|UpOrIn)\.(sms|voice|whatsapp|email)$/.exec(path)?.[1];
    const channel = way === undefined ? undefined : channels[way];
    return channel === undefined ? undefined : { channels: [channel], to: args[0] ?? null, content: null };
  },
  proves: ({ path }) => (/\btotp\.verify$/.test(path) ? { kind: "totp", when: { ok: [true] } } : undefined),
  effects,
};

function effects({ path, args }: PackageCall): Omit<Effecting, "provider"> | undefined {
  const [of, second, third] = args;
  const way = /\botp\.verify\.(sms|voice|whatsapp|email)$/.exec(path)?.[1];
  const channel = way === undefined ? undefined : channels[way];
  if (channel !== undefined)
    return {
      what: "opens-session",
      written: null,
      asks: { code: { to: of ?? null, channels: [channel] } },
    };
  if (/\bpassword\.replace$/.test(path) && second !== undefined)
    return { what: "writes-password", written: third ?? null, asks: { password: second } };
  if (/\bpassword\.update$/.test(path))
    return { what: "writes-password", written: second ?? null, asks: { session: true } };
  if (of === undefined) return undefined;
  if (/\buser\.set(Active|Temporary)?Password$/.test(path))
    return { what: "writes-password", written: second ?? null, of };
  return /\buser\.updatePhone$/.test(path)
    ? { what: "changes-phone", written: second ?? null, of }
    : undefined;
}

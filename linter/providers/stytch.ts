// Stytch: codes by text, WhatsApp or mail that open a session at once, its other factors, and its three ways to a new password.
// Read in the types of `stytch` 14.2. A wrong code makes the call throw.
import { propOf } from "../read/values.ts";
import { firstOf } from "./arguments.ts";
import type { Channel, Effecting, PackageCall, Provider, Proving } from "./provider.ts";

const channels: Readonly<Record<string, Channel>> = { sms: "sms", whatsapp: "whatsapp", email: "email" };

export const stytch: Provider = {
  title: "Stytch",
  modules: ["stytch", "@stytch/vanilla-js", "@stytch/react", "@stytch/nextjs"],
  sends: ({ path, args }) => {
    const way = /\botps\.(sms|whatsapp|email)\.(send|loginOrCreate)$/.exec(path)?.[1];
    const channel = way === undefined ? undefined : channels[way];
    if (channel !== undefined)
      return {
        channels: [channel],
        to: firstOf(args[0], "phone_number", "email") ?? args[0] ?? null,
        content: null,
      };
    return /\bpasswords\.email\.resetStart$/.test(path)
      ? { channels: ["email"], to: propOf(args[0], "email") ?? null, content: null }
      : undefined;
  },
  proves: ({ path }): Proving | undefined => {
    const when = { status_code: [200] };
    if (/\btotps\.authenticate$/.test(path)) return { kind: "totp", when, otherwiseFails: true };
    if (/\btotps\.recover$/.test(path)) return { kind: "recovery-code", when, otherwiseFails: true };
    return /\bwebauthn\.authenticate$/.test(path)
      ? { kind: "passkey", when, otherwiseFails: true }
      : undefined;
  },
  effects,
};

function effects({ path, args }: PackageCall): Omit<Effecting, "provider"> | undefined {
  const [input] = args;
  const written = firstOf(input, "new_password", "password") ?? null;
  if (/\botps\.authenticate$/.test(path))
    return { what: "opens-session", written: null, asks: { code: { to: null } } };
  if (/\bpasswords\.email\.reset$/.test(path))
    return { what: "writes-password", written, asks: { code: { to: null, channels: ["email"] } } };
  if (/\bpasswords\.session\.reset$/.test(path))
    return { what: "writes-password", written, asks: { session: true } };
  const existing = propOf(input, "existing_password");
  return /\bpasswords\.existingPassword\.reset$/.test(path) && existing !== undefined
    ? { what: "writes-password", written, asks: { password: existing } }
    : undefined;
}

// Supabase Auth: codes by text or mail that open a session at once, and what somebody signed in, or a server, changes.
// Read in the types of `@supabase/auth-js` 2.109 (`@supabase/supabase-js` and `@supabase/ssr` hand the same client out).
import { either, propOf, textsOf, type Value } from "../read/values.ts";
import { channelsIn, valueAt } from "./arguments.ts";
import type { Effecting, PackageCall, Provider, Proving, Sending } from "./provider.ts";

type Effect = Omit<Effecting, "provider">;

export const supabase: Provider = {
  title: "Supabase Auth",
  modules: [
    "@supabase/supabase-js",
    "@supabase/ssr",
    "@supabase/auth-js",
    "@supabase/gotrue-js",
    "@supabase/auth-helpers-nextjs",
    "@supabase/auth-helpers-react",
    "@supabase/auth-helpers-sveltekit",
  ],
  byShape: true,
  sends,
  proves,
  effects: (call) => signedIn(call) ?? changed(call),
};

function sends({ path, args }: PackageCall): Omit<Sending, "provider"> | undefined {
  const [input] = args;
  if (/\bauth\.resetPasswordForEmail$/.test(path))
    return { channels: ["email"], to: input ?? null, content: null };
  if (!/\bauth\.(signInWithOtp|resend)$/.test(path)) return undefined;
  const phone = propOf(input, "phone");
  if (phone !== undefined)
    return { channels: channelsIn(valueAt(input, "options", "channel"), ["sms"]), to: phone, content: null };
  const email = propOf(input, "email");
  return email === undefined ? undefined : { channels: ["email"], to: email, content: null };
}

/** A second factor, which somebody signed in by a first one shows. */
function proves({ path }: PackageCall): Proving | undefined {
  return /\bauth\.mfa\.(verify|challengeAndVerify)$/.test(path)
    ? { kind: "totp", when: { "": [true] }, otherwiseFails: true }
    : undefined;
}

function signedIn({ path, args }: PackageCall): Effect | undefined {
  const [input] = args;
  if (/\bauth\.signInWithPassword$/.test(path)) {
    const given = propOf(input, "password");
    return given === undefined
      ? undefined
      : { what: "opens-session", written: null, asks: { password: given } };
  }
  if (!/\bauth\.verifyOtp$/.test(path)) return undefined;
  const phone = propOf(input, "phone");
  if (phone !== undefined) {
    // The code goes to the new number; who may have it was settled by signing in.
    if (textsOf(propOf(input, "type")).includes("phone_change"))
      return { what: "changes-phone", written: phone, asks: { session: true } };
    return {
      what: "opens-session",
      written: null,
      asks: { code: { to: phone, channels: ["sms", "whatsapp"] } },
    };
  }
  const mailed = propOf(input, "email") ?? propOf(input, "token_hash");
  if (mailed === undefined) return undefined;
  // A link that a server makes for itself went through nobody's mailbox.
  const all = mailed.k === "either" ? mailed.of : [mailed];
  const own = all.filter((one) => one.k === "package" && /\bauth\.admin\.generateLink\b/.test(one.path));
  if (own.length === all.length)
    return { what: "opens-session", written: either(own.flatMap((one) => linkedTo(one))) };
  return { what: "opens-session", written: null, asks: { code: { to: mailed, channels: ["email"] } } };
}

/** Whose link a server made. */
function linkedTo(link: Value): Value[] {
  const email = link.k === "package" ? propOf(link.args[0], "email") : undefined;
  return email === undefined ? [] : [email];
}

function changed({ path, args }: PackageCall): Effect | undefined {
  const [first, second] = args;
  if (/\bauth\.admin\.updateUserById$/.test(path))
    return first === undefined ? undefined : withOwner(changeIn(second), first);
  if (/\bauth\.mfa\.unenroll$/.test(path))
    return { what: "removes-factor", written: null, asks: { session: true } };
  if (/\bauth\.admin\.mfa\.deleteFactor$/.test(path)) return { what: "removes-factor", written: null };
  if (!/\bauth\.updateUser$/.test(path)) return undefined;
  const change = changeIn(first);
  const current = propOf(first, "current_password");
  if (change === undefined) return undefined;
  return {
    ...change,
    asks: { session: true, ...(current === undefined ? {} : { password: current }) },
  };
}

function changeIn(attributes: Value | undefined): Effect | undefined {
  for (const [name, what] of [
    ["password", "writes-password"],
    ["phone", "changes-phone"],
    ["email", "changes-email"],
  ] as const) {
    const written = propOf(attributes, name);
    if (written !== undefined) return { what, written };
  }
  return undefined;
}

function withOwner(change: Effect | undefined, of: Value): Effect | undefined {
  return change === undefined ? undefined : { ...change, of };
}

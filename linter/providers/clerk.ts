// Clerk: sign-ins and resets by strategies in a page, and what a server does to an account.
// Read in the types of `@clerk/shared` 4.41 (both ways of signing in) and `@clerk/backend` 3.25.
import { propOf, textsOf, type Value } from "../read/values.ts";
import type { Channel, Effecting, PackageCall, Provider, Proving, Sending } from "./provider.ts";

type Effect = Omit<Effecting, "provider">;

const channels: Readonly<Record<string, Channel>> = {
  phone_code: "sms",
  reset_password_phone_code: "sms",
  email_code: "email",
  email_link: "email",
  reset_password_email_code: "email",
};

export const clerk: Provider = {
  title: "Clerk",
  modules: [
    "@clerk/nextjs",
    "@clerk/clerk-react",
    "@clerk/react",
    "@clerk/clerk-js",
    "@clerk/clerk-expo",
    "@clerk/expo",
    "@clerk/backend",
    "@clerk/express",
    "@clerk/fastify",
    "@clerk/clerk-sdk-node",
  ],
  byShape: true,
  sends,
  proves,
  effects: (call) => firstFactor(call) ?? byFactor(call) ?? onServer(call),
};

function sends({ path, args }: PackageCall): Omit<Sending, "provider"> | undefined {
  const factor = /\b(resetPassword)?(Phone|Email|phone|email)Code\.sendCode$/.exec(path)?.[2];
  if (factor !== undefined)
    return { channels: [/phone/i.test(factor) ? "sms" : "email"], to: null, content: null };
  if (!/\b(prepareFirstFactor|signIn\.create)$/.test(path)) return undefined;
  const channel = channelOf(args[0]);
  if (channel === undefined) return undefined;
  return { channels: [channel], to: propOf(args[0], "identifier") ?? null, content: null };
}

function proves({ module, path, args }: PackageCall): Proving | undefined {
  if (/\battemptSecondFactor$/.test(path)) {
    const [strategy] = textsOf(propOf(args[0], "strategy"));
    if (strategy === "totp") return { kind: "totp", when: { status: ["complete"] }, otherwiseFails: true };
    return strategy === "backup_code"
      ? { kind: "recovery-code", when: { status: ["complete"] }, otherwiseFails: true }
      : undefined;
  }
  if (module === "") return undefined;
  if (/\busers\.verifyTOTP$/.test(path))
    return { kind: "totp", when: { verified: [true] }, otherwiseFails: true };
  if (!/\busers\.verifyPassword$/.test(path)) return undefined;
  const given = propOf(args[0], "password");
  return {
    kind: "password",
    when: { verified: [true] },
    otherwiseFails: true,
    ...(given === undefined ? {} : { given }),
  };
}

/** `signIn.attemptFirstFactor({ strategy, code })`: a reset writes the password, anything else signs in. */
function firstFactor({ path, args }: PackageCall): Effect | undefined {
  if (!/\battemptFirstFactor$/.test(path)) return undefined;
  const channel = channelOf(args[0]);
  if (channel === undefined) return undefined;
  const asks = { code: { to: null, channels: [channel] } } as const;
  const resets = textsOf(propOf(args[0], "strategy")).some((text) => text.startsWith("reset_password"));
  const password = propOf(args[0], "password");
  return resets && password !== undefined
    ? { what: "writes-password", written: password, asks }
    : { what: "opens-session", written: null, asks };
}

/** `signIn.resetPasswordPhoneCode.verifyCode({ code })`, then `submitPassword({ password })`. */
function byFactor({ path, args }: PackageCall): Effect | undefined {
  const found = /\b(resetPassword)?(Phone|Email|phone|email)Code\.(verifyCode|submitPassword)$/.exec(path);
  if (found === null || !/signIn|signin/i.test(path)) return undefined;
  const [, reset, factor, member] = found;
  const channel: Channel = /phone/i.test(factor ?? "") ? "sms" : "email";
  const asks = { code: { to: null, channels: [channel] } } as const;
  if (member === "submitPassword")
    return { what: "writes-password", written: propOf(args[0], "password") ?? null, asks };
  return reset === undefined ? { what: "opens-session", written: null, asks } : undefined;
}

function onServer({ module, path, args }: PackageCall): Effect | undefined {
  const [of, changes] = args;
  if (module === "" || of === undefined) return undefined;
  if (/\busers\.(disableUserMFA|deleteUserTOTP|deleteUserBackupCodes)$/.test(path))
    return { what: "removes-factor", written: null, of };
  if (/\busers\.replaceUserPhoneNumber$/.test(path))
    return { what: "changes-phone", written: propOf(changes, "phoneNumber") ?? null, of };
  if (!/\busers\.updateUser$/.test(path)) return undefined;
  const password = propOf(changes, "password");
  return password === undefined ? undefined : { what: "writes-password", written: password, of };
}

function channelOf(input: Value | undefined): Channel | undefined {
  for (const strategy of textsOf(propOf(input, "strategy"))) {
    const channel = channels[strategy];
    if (channel !== undefined) return channel;
  }
  return undefined;
}

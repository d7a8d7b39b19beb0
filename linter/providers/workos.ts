// WorkOS: second factors, mailed codes and links, and what a server does to an account.
// Read in the types of `@workos-inc/node` 8.13. It has no sign-in by a text alone.
import { propOf } from "../read/values.ts";
import type { Provider, Proving } from "./provider.ts";

export const workos: Provider = {
  title: "WorkOS",
  modules: ["@workos-inc/node"],
  proves: ({ path }): Proving | undefined => {
    if (/\b(mfa|multiFactorAuth)\.verifyChallenge$/.test(path))
      return { kind: "totp", when: { valid: [true] } };
    return /\buserManagement\.authenticateWithTotp$/.test(path)
      ? { kind: "totp", when: { "": [true] }, otherwiseFails: true }
      : undefined;
  },
  effects: ({ path, args }) => {
    const [input] = args;
    const byMail = { code: { to: null, channels: ["email"] } } as const;
    if (/\buserManagement\.authenticateWithMagicAuth$/.test(path))
      return { what: "opens-session", written: null, asks: byMail };
    if (/\buserManagement\.resetPassword$/.test(path))
      return { what: "writes-password", written: propOf(input, "newPassword") ?? null, asks: byMail };
    const password = propOf(input, "password");
    const of = propOf(input, "userId");
    if (!/\buserManagement\.updateUser$/.test(path) || password === undefined || of === undefined)
      return undefined;
    return { what: "writes-password", written: password, of };
  },
};

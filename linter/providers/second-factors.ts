// Libraries that check an authenticator app or a passkey.
// otplib 13.5.0 and @simplewebauthn/server 14.0.3 were read in their types; the older forms in code that uses them.
import type { Provider } from "./provider.ts";

const passes = { "": [true] } as const;

export const secondFactors: readonly Provider[] = [
  {
    title: "otplib",
    modules: ["otplib", "@otplib/preset-default", "@otplib/totp", "@otplib/hotp"],
    proves: ({ path }) =>
      /(^|\.)(verify|verifySync|check|checkDelta)$/.test(path)
        ? { kind: "totp", when: { "": [true], valid: [true] } }
        : undefined,
  },
  {
    title: "speakeasy",
    modules: ["speakeasy"],
    proves: ({ path }) =>
      /\b(totp|hotp)\.verify(Delta)?$/.test(path) ? { kind: "totp", when: passes } : undefined,
  },
  {
    title: "otpauth",
    modules: ["otpauth"],
    proves: ({ path }) => (/\.validate$/.test(path) ? { kind: "totp", when: passes } : undefined),
  },
  {
    title: "node-2fa",
    modules: ["node-2fa", "2fa-util", "totp-generator", "authenticator", "notp"],
    proves: ({ path }) =>
      /(^|\.)(verifyToken|verify)$/.test(path) ? { kind: "totp", when: passes } : undefined,
  },
  {
    title: "SimpleWebAuthn",
    modules: ["@simplewebauthn/server"],
    proves: ({ path }) =>
      /verifyAuthenticationResponse$/.test(path)
        ? { kind: "passkey", when: { verified: [true], "": [true] } }
        : undefined,
  },
];

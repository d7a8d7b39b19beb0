// Libraries that check an authenticator app, a passkey or a recovery code, and services that check one at a sign-in.
// Read in the types or sources of otplib 13.5.0 and 12.0.1, speakeasy 2.0.0, otpauth 9.5.2, node-2fa 2.0.3, notp 2.0.3,
// authenticator 1.1.5, 2fa-util 1.5.0, @simplewebauthn/server 14.0.3 and fido2-lib 3.5.9. Checks that give a difference in
// steps give null, not 0, where the code is wrong.
import type { Provider, Proving, Yes } from "./provider.ts";

interface Row {
  readonly title: string;
  readonly modules: readonly string[];
  readonly path: RegExp;
  readonly kind: Exclude<Proving["kind"], "password">;
  readonly when: Yes;
  readonly otherwiseFails?: true;
}

const passes: Yes = { "": [true] };
const passesOrDelta: Yes = { "": [true], delta: [0] };

const rows: readonly Row[] = [
  {
    title: "otplib",
    modules: ["otplib", "@otplib/preset-default", "@otplib/totp", "@otplib/hotp", "@otplib/core"],
    path: /(^|\.)(verify|verifySync|check|checkDelta)$/,
    kind: "totp",
    when: { "": [true], valid: [true] },
  },
  {
    title: "speakeasy",
    modules: ["speakeasy"],
    path: /\b(totp|hotp)\.verify(Delta)?$/,
    kind: "totp",
    when: passesOrDelta,
  },
  { title: "otpauth", modules: ["otpauth"], path: /\.validate$/, kind: "totp", when: passes },
  {
    title: "node-2fa",
    modules: ["node-2fa", "2fa-util", "authenticator"],
    path: /(^|\.)(verifyToken|verify)$/,
    kind: "totp",
    when: passesOrDelta,
  },
  { title: "notp", modules: ["notp"], path: /\b(totp|hotp)\.verify$/, kind: "totp", when: passesOrDelta },
  {
    title: "SimpleWebAuthn",
    modules: ["@simplewebauthn/server"],
    path: /verifyAuthenticationResponse$/,
    kind: "passkey",
    when: { verified: [true] },
    otherwiseFails: true,
  },
  {
    title: "fido2-lib",
    modules: ["fido2-lib"],
    path: /\.assertionResult$/,
    kind: "passkey",
    when: passes,
    otherwiseFails: true,
  },
];

export const secondFactors: readonly Provider[] = rows.map(
  ({ title, modules, path, kind, when, otherwiseFails }) => ({
    title,
    modules,
    proves: (call) =>
      path.test(call.path)
        ? { kind, when, ...(otherwiseFails === undefined ? {} : { otherwiseFails }) }
        : undefined,
  }),
);

// Firebase in a page or an app: signing in by a number, by a password or by a mailed link, and what somebody signed in changes.
// Read in the types of `@firebase/auth` 1.13, `firebase` 13.2 and `@react-native-firebase/auth` 26.4. What resolves a second
// factor is left alone: a first one came before it.
import { propOf, type Value } from "../read/values.ts";
import type { Effecting, PackageCall, Provider, Proving, Sending } from "./provider.ts";

type Effect = Omit<Effecting, "provider">;

export const firebase: Provider = {
  title: "Firebase Auth",
  modules: ["firebase", "@firebase/auth", "@react-native-firebase/auth", "@angular/fire"],
  byShape: true,
  clients: /^$|(^|\.)(getAuth|initializeAuth|auth)$/,
  sends,
  proves,
  effects: (call) => confirmed(call) ?? credentialUsed(call) ?? changed(call),
};

function sends({ module, path, args }: PackageCall): Omit<Sending, "provider"> | undefined {
  const text = { channels: ["sms"], content: null } as const;
  const [first, second] = args;
  if (/(^|\.)(signInWith|linkWith|reauthenticateWith)PhoneNumber$/.test(path))
    // The function takes who it is for first; the method takes the number at once.
    return { ...text, to: (path.includes(".") ? first : second) ?? null, confirms: true };
  if (module === "") return undefined;
  if (/\bPhoneAuthProvider\(\)\.verifyPhoneNumber$/.test(path) && propOf(first, "session") === undefined)
    return { ...text, to: propOf(first, "phoneNumber") ?? first ?? null };
  if (/(^|\.)send(PasswordResetEmail|SignInLinkToEmail)$/.test(path))
    return { channels: ["email"], to: (path.includes(".") ? first : second) ?? null, content: null };
  return undefined;
}

function proves({ module, path, args }: PackageCall): Proving | undefined {
  if (module === "" || !/(^|\.)reauthenticateWithCredential$/.test(path)) return undefined;
  const credential = args.at(-1);
  if (!isCredential(credential, "EmailAuthProvider")) return undefined;
  const given = credential.args[1];
  return { kind: "password", when: {}, otherwiseFails: true, ...(given === undefined ? {} : { given }) };
}

/** `confirmation.confirm(code)`: what was begun with a number comes to its end. */
function confirmed({ path, args }: PackageCall): Effect | undefined {
  const [code, ...others] = args;
  if (code === undefined || others.length > 0 || code.k === "function" || code.k === "object")
    return undefined;
  const begun = /(signIn|link|reauthenticate)WithPhoneNumber\(\)\.confirm$/.exec(path)?.[1];
  if (begun === "link") return { what: "changes-phone", written: null, asks: { session: true } };
  if (begun === "reauthenticate") return undefined;
  // Pages keep what came back in a state or on the window, under the name that the documentation gives it.
  if (begun === "signIn" || /(^|\.)confirmation_?(result)?\.confirm$/i.test(path)) return signedInByPhone();
  return undefined;
}

function credentialUsed({ path, args }: PackageCall): Effect | undefined {
  const credential = args.at(-1);
  if (!isCredential(credential, "PhoneAuthProvider")) return undefined;
  if (/(^|\.)signInWithCredential$/.test(path)) return signedInByPhone();
  return /(^|\.)(updatePhoneNumber|linkWithCredential)$/.test(path)
    ? { what: "changes-phone", written: null, asks: { session: true } }
    : undefined;
}

function changed({ module, path, args }: PackageCall): Effect | undefined {
  if (module === "") return undefined;
  const [, second, third] = args;
  const session = { session: true } as const;
  if (/(^|\.)updatePassword$/.test(path))
    return { what: "writes-password", written: args.at(-1) ?? null, asks: session };
  if (/(^|\.)(verifyBeforeUpdateEmail|updateEmail)$/.test(path))
    return { what: "changes-email", written: null, asks: session };
  if (/\bmultiFactor\(\)\.unenroll$/.test(path))
    return { what: "removes-factor", written: null, asks: session };
  const byMail = { code: { to: null, channels: ["email"] } } as const;
  if (/(^|\.)confirmPasswordReset$/.test(path))
    return { what: "writes-password", written: third ?? second ?? null, asks: byMail };
  if (/(^|\.)signInWithEmailLink$/.test(path)) return { what: "opens-session", written: null, asks: byMail };
  if (/(^|\.)signInWithEmailAndPassword$/.test(path)) {
    const given = args.at(-1);
    return given === undefined
      ? undefined
      : { what: "opens-session", written: null, asks: { password: given } };
  }
  return undefined;
}

function signedInByPhone(): Effect {
  return { what: "opens-session", written: null, asks: { code: { to: null, channels: ["sms"] } } };
}

function isCredential(
  value: Value | undefined,
  of: "PhoneAuthProvider" | "EmailAuthProvider",
): value is Extract<Value, { k: "package" }> {
  return value?.k === "package" && value.path.endsWith(`${of}.credential()`);
}

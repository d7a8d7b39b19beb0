// Amplify in a page or an app: the calls of its sixth version. Which way the code of a reset goes is set in the backend.
// Read in the types of `@aws-amplify/auth` 6.21.
import { propOf, textsOf, type Value } from "../read/values.ts";
import { valueAt } from "./arguments.ts";
import type { Effecting, PackageCall, Provider } from "./provider.ts";

export const amplify: Provider = {
  title: "Amplify Auth",
  modules: ["aws-amplify/auth", "@aws-amplify/auth"],
  sends: ({ path, args }) => {
    const preferred = textsOf(valueAt(args[0], "options", "preferredChallenge"));
    if (!/(^|\.)signIn$/.test(path) || !preferred.includes("SMS_OTP")) return undefined;
    return { channels: ["sms"], to: propOf(args[0], "username") ?? null, content: null };
  },
  effects,
};

function effects({ path, args }: PackageCall): Omit<Effecting, "provider"> | undefined {
  const [input] = args;
  const session = { session: true } as const;
  switch (path) {
    case "confirmResetPassword":
      return {
        what: "writes-password",
        written: propOf(input, "newPassword") ?? null,
        asks: { configuredCode: true },
      };
    case "updatePassword": {
      const given = propOf(input, "oldPassword");
      return {
        what: "writes-password",
        written: propOf(input, "newPassword") ?? null,
        asks: { ...session, ...(given === undefined ? {} : { password: given }) },
      };
    }
    case "updateUserAttributes": {
      const attributes = propOf(input, "userAttributes");
      const phone = propOf(attributes, "phone_number");
      if (phone !== undefined) return { what: "changes-phone", written: phone, asks: session };
      const email = propOf(attributes, "email");
      return email === undefined ? undefined : { what: "changes-email", written: email, asks: session };
    }
    case "updateMFAPreference":
      return ["sms", "totp", "email"].some((name) => isDisabled(propOf(input, name)))
        ? { what: "removes-factor", written: null, asks: session }
        : undefined;
    default:
      return undefined;
  }
}

function isDisabled(preference: Value | undefined): boolean {
  return textsOf(preference).includes("DISABLED");
}

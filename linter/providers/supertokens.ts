// SuperTokens on a server: codes without a password, authenticator apps, and writing a password.
// Read in the types of `supertokens-node` 24.0. Every call answers with a status; only "OK" means yes.
import { propOf } from "../read/values.ts";
import type { Provider } from "./provider.ts";

const ok = { status: ["OK"] };

export const superTokens: Provider = {
  title: "SuperTokens",
  modules: ["supertokens-node"],
  sends: ({ module, path, args }) => {
    const [input] = args;
    if (!module.includes("/passwordless") || !/(^|\.)(createCode|createMagicLink)$/.test(path))
      return undefined;
    const phone = propOf(input, "phoneNumber");
    if (phone !== undefined) return { channels: ["sms"], to: phone, content: null };
    return { channels: ["email"], to: propOf(input, "email") ?? null, content: null };
  },
  checks: ({ module, path }) =>
    module.includes("/passwordless") && /(^|\.)(consumeCode|checkCode)$/.test(path)
      ? { to: null, when: ok }
      : undefined,
  proves: ({ module, path }) =>
    module.includes("/totp") && /(^|\.)verifyTOTP$/.test(path) ? { kind: "totp", when: ok } : undefined,
  effects: ({ module, path, args }) => {
    if (module.includes("/session") && /(^|\.)createNewSession(WithoutRequestResponse)?$/.test(path))
      return { what: "opens-session", written: null };
    if (!module.includes("/emailpassword")) return undefined;
    if (/(^|\.)resetPasswordUsingToken$/.test(path))
      return {
        what: "writes-password",
        written: args[2] ?? null,
        asks: { code: { to: null, channels: ["email"] } },
      };
    const password = propOf(args[0], "password");
    const of = propOf(args[0], "recipeUserId");
    if (!/(^|\.)updateEmailOrPassword$/.test(path) || password === undefined || of === undefined)
      return undefined;
    return { what: "writes-password", written: password, of };
  },
};

// MSG91: codes that it makes and keeps, and flows of messages.
// Read in the types of `msg91` 2.2.8, and what its check answers in the README of MSG91's earlier package.
import { propOf } from "../read/values.ts";
import type { Provider } from "./provider.ts";

export const msg91: Provider = {
  title: "MSG91",
  modules: ["msg91"],
  sends: ({ path, args }) => {
    const [first, second] = args;
    if (/\bgetOTP\(\)\.(send|retry)$/.test(path))
      return { channels: ["sms"], to: first ?? null, content: null };
    return /\bgetSMS\(\)\.send$/.test(path)
      ? { channels: ["sms"], to: propOf(second, "mobile") ?? null, content: args }
      : undefined;
  },
  checks: ({ path, args }) =>
    /\bgetOTP\(\)\.verify$/.test(path) ? { to: args[0] ?? null, when: { type: ["success"] } } : undefined,
};

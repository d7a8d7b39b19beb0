// Infobip: messages, and codes that Infobip makes and keeps.
// Read in the source of `@infobip-api/sdk` 0.3.2. Its check answers even if something went wrong, by the error itself, and
// says yes by the field `verified` of the answer's body (named in the package's own type for a status).
import { propOf, type Value } from "../read/values.ts";
import type { Provider } from "./provider.ts";

const modules = ["@infobip-api/sdk"];

export const infobip: Provider = {
  title: "Infobip",
  modules,
  sends: ({ path, args }) => {
    if (/\bchannels\.sms\.send$/.test(path))
      return { channels: ["sms"], to: destination(args[0]), content: args };
    return /\bchannels\.whatsapp\.send$/.test(path)
      ? { channels: ["whatsapp"], to: propOf(args[0], "to") ?? null, content: args }
      : undefined;
  },
};

export const infobipCodes: Provider = {
  title: "Infobip 2FA",
  modules,
  sends: ({ path, args }) => {
    const way = /\btwoFA\.(?:re)?sendPINCode(SMS|Voice)$/.exec(path)?.[1];
    if (way === undefined) return undefined;
    return { channels: [way === "SMS" ? "sms" : "voice"], to: propOf(args[0], "to") ?? null, content: null };
  },
  checks: ({ path }) =>
    /\btwoFA\.verifyPhoneNumber$/.test(path)
      ? { to: null, when: { "data.verified": [true], verified: [true] } }
      : undefined,
};

/** `{ messages: [{ destinations: [{ to }] }] }` */
function destination(input: Value | undefined): Value | null {
  const messages = propOf(input, "messages");
  const destinations = propOf(messages?.k === "array" ? messages.items[0] : undefined, "destinations");
  return propOf(destinations?.k === "array" ? destinations.items[0] : undefined, "to") ?? null;
}

// Twilio: messages, calls, and Verify, which makes and keeps the code itself or checks an authenticator app.
// Read in the types of the packages `twilio` 6.3.1 and `nestjs-twilio` 4.4.0; `verify.services` is the same, older way in.
// What older clients call it was read in the code of `twilio` 2.11.1.
import { propOf, shapeOf } from "../read/values.ts";
import { channelsIn, firstOf, hasWord } from "./arguments.ts";
import type { Provider } from "./provider.ts";

const modules = ["twilio", "nestjs-twilio"];

/** Texts, WhatsApp messages (`to: "whatsapp:+…"`) and calls whose content the application writes. */
export const twilioMessages: Provider = {
  title: "Twilio",
  modules,
  byShape: true,
  sends: ({ module, path, args }) => {
    const [input] = args;
    const to = propOf(input, "to");
    const name = path.replace(/\(\)/g, "");
    // What is put together elsewhere is a message all the same, if it is Twilio's client that sends it.
    const isOpaque = module !== "" && input !== undefined && input.k !== "object" && input.k !== "function";
    if (to === undefined && !isOpaque) return undefined;
    if (isOlder(name) && (module === "" || input === undefined)) return undefined;
    if (/(^|\.)(calls\.(create|post)|makeCall)$/.test(name))
      return { channels: ["voice"], to: to ?? null, content: args };
    if (!/(^|\.)(messages\.(create|post)|sendMessage|sendSms|sendMms)$/.test(name)) return undefined;
    if (!isOpaque && firstOf(input, "body", "contentSid", "mediaUrl") === undefined) return undefined;
    const whatsapp = [to, propOf(input, "from")].some(
      (number) => number !== undefined && shapeOf(number).startsWith("whatsapp:"),
    );
    return { channels: [whatsapp ? "whatsapp" : "sms"], to: to ?? null, content: args };
  },
};

/** The names of Twilio's client before its third version: others have functions of these names, too. */
function isOlder(name: string): boolean {
  return /(^|\.)(sendMessage|sendSms|sendMms|makeCall|post)$/.test(name);
}

/**
 * Twilio Verify: `verifications.create` sends, `verificationChecks.create` says whether the code is right. A channel that
 * is not written in the code is one that can be a text.
 */
export const twilioVerify: Provider = {
  title: "Twilio Verify",
  modules,
  byShape: true,
  sends: ({ module, path, args }) => {
    if (!/(^|\.)verifications\.create$/.test(path)) return undefined;
    const to = propOf(args[0], "to");
    if (to === undefined && (module === "" || args[0] === undefined)) return undefined;
    return { channels: channelsIn(propOf(args[0], "channel"), ["sms"]), to: to ?? null, content: null };
  },
  checks: ({ path, args }) => {
    if (!/(^|\.)verificationChecks\.create$/.test(path)) return undefined;
    return { to: propOf(args[0], "to") ?? null, when: { status: ["approved"], valid: [true] } };
  },
  proves: ({ path, args }) =>
    /\.challenges\.create$/.test(path) && propOf(args[0], "authPayload") !== undefined
      ? { kind: "totp", when: { status: ["approved"] } }
      : undefined,
};

/** Twilio Lookup, where it is asked for what the carrier knows of a number. */
export const twilioLookup: Provider = {
  title: "Twilio Lookup",
  modules,
  byShape: true,
  checksCarrier: ({ path, args }) =>
    /\bphoneNumbers\(?\)?\.fetch$/.test(path) &&
    hasWord(propOf(args[0], "fields"), /sim_swap|call_forwarding|reassigned_number/),
};

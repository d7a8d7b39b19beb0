// Twilio: messages, calls, and Verify, which makes and keeps the code itself.
// Read in the types of the package `twilio` 6.2.0 and, for `verify.services`, in code that uses older ones.
import { propOf, shapeOf, textsOf, type Value } from "../read/values.ts";
import type { Channel, Provider } from "./provider.ts";

const modules = ["twilio", "nestjs-twilio"];

/** Texts, WhatsApp messages (`to: "whatsapp:+…"`) and calls whose content the application writes. */
export const twilioMessages: Provider = {
  title: "Twilio",
  modules,
  byShape: true,
  sends: ({ path, args }) => {
    const to = propOf(args[0], "to");
    if (to === undefined) return undefined;
    if (/(^|\.)messages\.create$/.test(path)) {
      if (propOf(args[0], "body") === undefined && propOf(args[0], "contentSid") === undefined)
        return undefined;
      const whatsapp = shapeOf(to).startsWith("whatsapp:");
      return { channels: [whatsapp ? "whatsapp" : "sms"], to, content: args };
    }
    if (/(^|\.)calls\.create$/.test(path)) return { channels: ["voice"], to, content: args };
    return undefined;
  },
};

/** Twilio Verify: `verifications.create` sends, `verificationChecks.create` says whether the code is right. */
export const twilioVerify: Provider = {
  title: "Twilio Verify",
  modules,
  byShape: true,
  sends: ({ path, args }) => {
    if (!/(^|\.)verifications\.create$/.test(path)) return undefined;
    const to = propOf(args[0], "to");
    if (to === undefined) return undefined;
    return { channels: channelsOf(propOf(args[0], "channel")), to, content: null };
  },
  checks: ({ path, args }) => {
    if (!/(^|\.)verificationChecks\.create$/.test(path)) return undefined;
    return { to: propOf(args[0], "to") ?? null, when: { status: ["approved"], valid: [true] } };
  },
};

const names: Readonly<Record<string, Channel>> = {
  sms: "sms",
  call: "voice",
  email: "email",
  whatsapp: "whatsapp",
};

function channelsOf(channel: Value | undefined): readonly Channel[] {
  const written = textsOf(channel).flatMap((text) => names[text.toLowerCase()] ?? []);
  // A channel that is not written in the code is one that can be a text.
  return written.length === 0 ? ["sms"] : written;
}

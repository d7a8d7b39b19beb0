// Sinch: messages, calls that read a code out, and verifications, whose codes Sinch makes and keeps.
// Read in the types of `@sinch/sdk-core` 1.5, `@sinch/sms`, `@sinch/verification` and `@sinch/voice` 1.4.
import { valueAt } from "./arguments.ts";
import type { Channel, Provider } from "./provider.ts";

const modules = ["@sinch/sdk-core", "@sinch/sms", "@sinch/verification", "@sinch/voice"];

export const sinch: Provider = {
  title: "Sinch",
  modules,
  sends: ({ path, args }) => {
    if (/\bbatches\.(send|sendTextMessage|sendMediaMessage)$/.test(path))
      return { channels: ["sms"], to: valueAt(args[0], "sendSMSRequestBody", "to") ?? null, content: args };
    if (/\bcallouts\.tts$/.test(path))
      return {
        channels: ["voice"],
        to: valueAt(args[0], "ttsCalloutRequestBody", "destination") ?? null,
        content: args,
      };
    return undefined;
  },
};

/** A flash call proves the number by calling it, without a code that could be read out; it rests on the number all the same. */
const starts: Readonly<Record<string, Channel>> = {
  startSms: "sms",
  startPhoneCall: "voice",
  startCallout: "voice",
  startFlashCall: "voice",
  startWhatsApp: "whatsapp",
};

export const sinchVerification: Provider = {
  title: "Sinch Verification",
  modules,
  sends: ({ path }) => {
    const member = /\bverifications\.(start\w+)$/.exec(path)?.[1];
    const channel = member === undefined ? undefined : starts[member];
    return channel === undefined ? undefined : { channels: [channel], to: null, content: null };
  },
  checks: ({ path }) =>
    /\bverifications\.report(Sms|PhoneCall|Callout|FlashCall|WhatsApp)By(Id|Identity)$/.test(path)
      ? { to: null, when: { status: ["SUCCESSFUL"] } }
      : undefined,
};

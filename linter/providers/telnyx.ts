// Telnyx: messages, and verifications, whose codes Telnyx makes and keeps.
// Read in the types of `telnyx` 7.24.0. A wrong code is an answer, too: only `accepted` means yes.
import { propOf } from "../read/values.ts";
import type { Channel, Provider } from "./provider.ts";

const modules = ["telnyx"];

export const telnyx: Provider = {
  title: "Telnyx",
  modules,
  sends: ({ path, args }) =>
    /\.messages\.(create|send\w*|schedule)$/.test(path)
      ? { channels: ["sms"], to: propOf(args[0], "to") ?? null, content: args }
      : undefined,
};

const triggers: Readonly<Record<string, Channel>> = {
  SMS: "sms",
  Call: "voice",
  Flashcall: "voice",
  WhatsappVerification: "whatsapp",
};

export const telnyxVerify: Provider = {
  title: "Telnyx Verify",
  modules,
  sends: ({ path, args }) => {
    const name = /\.verifications\.trigger(\w+)$/.exec(path)?.[1];
    const channel = name === undefined ? undefined : triggers[name];
    if (channel === undefined) return undefined;
    return { channels: [channel], to: propOf(args[0], "phone_number") ?? null, content: null };
  },
  checks: ({ path, args }) => {
    const answers = { "data.response_code": ["accepted"] };
    if (/\.byPhoneNumber\.actions\.verify$/.test(path)) return { to: args[0] ?? null, when: answers };
    return /\.verifications\.actions\.verify$/.test(path) ? { to: null, when: answers } : undefined;
  },
};

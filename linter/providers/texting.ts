// Other services that text, each by the calls of its own package.
// Read in the packages africastalking 0.8.3, kavenegar 2.0.2, messagebird 4.0.1, plivo 4.79.0, telnyx 7.24.0 and
// @vonage/verify2 1.19.0, the answer of a Telnyx check in its API reference, and the Alibaba and Tencent clients in code
// that uses them. A check whose answer was not read is left out: it then counts as a proof of unknown kind.
import { propOf, type Value } from "../read/values.ts";
import type { Provider, Sending } from "./provider.ts";

type Sent = Omit<Sending, "provider">;

function text(to: Value | undefined, content: readonly Value[]): Sent {
  return { channels: ["sms"], to: to ?? null, content };
}

export const texting: readonly Provider[] = [
  {
    title: "Africa's Talking",
    modules: ["africastalking"],
    sends: ({ path, args }) => (/\bSMS\.send$/.test(path) ? text(propOf(args[0], "to"), args) : undefined),
  },
  {
    title: "Kavenegar",
    modules: ["kavenegar"],
    sends: ({ path, args }) =>
      /\.(Send|VerifyLookup)$/.test(path)
        ? text(propOf(args[0], "receptor"), args)
        : /\.CallMakeTTS$/.test(path)
          ? { channels: ["voice"], to: propOf(args[0], "receptor") ?? null, content: args }
          : undefined,
  },
  {
    title: "MessageBird",
    modules: ["messagebird"],
    sends: ({ path, args }) =>
      /\.messages\.create$/.test(path)
        ? text(propOf(args[0], "recipients"), args)
        : /\.verify\.create$/.test(path)
          ? { channels: ["sms"], to: args[0] ?? null, content: null }
          : undefined,
  },
  {
    title: "Plivo",
    modules: ["plivo"],
    sends: ({ path, args }) =>
      /\.messages\.create$/.test(path) ? text(propOf(args[0], "dst") ?? args[1], args) : undefined,
  },
  {
    title: "Telnyx",
    modules: ["telnyx"],
    sends: ({ path, args }) => {
      if (/\.messages\.(send|create)$/.test(path)) return text(propOf(args[0], "to"), args);
      const managed = /\.verifications\.trigger(SMS|Call|Flashcall|WhatsappVerification)$/.exec(path)?.[1];
      if (managed === undefined) return undefined;
      const channel = managed === "SMS" ? "sms" : managed === "WhatsappVerification" ? "whatsapp" : "voice";
      return { channels: [channel], to: propOf(args[0], "phone_number") ?? null, content: null };
    },
    checks: ({ path }) =>
      /\.byPhoneNumber\.actions\.verify$/.test(path)
        ? { to: null, when: { "data.response_code": ["accepted"] } }
        : undefined,
  },
  {
    title: "Vonage Verify",
    modules: ["@vonage/verify2"],
    sends: ({ path, args }) => {
      if (!/\.newRequest$/.test(path)) return undefined;
      const workflow = propOf(args[0], "workflow");
      const first = workflow?.k === "array" ? workflow.items[0] : undefined;
      return { channels: ["sms"], to: propOf(first, "to") ?? null, content: null };
    },
  },
  {
    title: "Alibaba Cloud SMS",
    modules: ["@alicloud/dysmsapi20170525", "@alicloud/pop-core"],
    sends: ({ path, args }) => {
      if (/\.sendSms(WithOptions)?$/.test(path)) {
        const [request] = args;
        const input = request?.k === "package" ? request.args[0] : request;
        return text(propOf(input, "phoneNumbers"), args);
      }
      const isSend = /\.request$/.test(path) && args[0]?.k === "const" && args[0].v === "SendSms";
      return isSend ? text(propOf(args[1], "PhoneNumbers"), args.slice(1)) : undefined;
    },
  },
  {
    title: "Tencent Cloud SMS",
    modules: ["tencentcloud-sdk-nodejs", "tencentcloud-sdk-nodejs-sms"],
    sends: ({ path, args }) =>
      /\.SendSms$/.test(path) ? text(propOf(args[0], "PhoneNumberSet"), args) : undefined,
  },
];

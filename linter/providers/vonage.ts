// Vonage, once Nexmo: messages, calls that read a code out, and two services that make and keep the code themselves.
// Read in the types of `@vonage/server-sdk` 3.27, `@vonage/verify2` 1.19, `@vonage/verify` 1.20, `@vonage/messages` 1.24 and
// `@vonage/sms` 1.21, and in the source of `nexmo` 2.9.1. A wrong code makes `checkCode` throw; the older check answers
// with a status, where only "0" means yes.
import { propOf, type Value } from "../read/values.ts";
import { channelsIn, firstOf } from "./arguments.ts";
import type { Channel, Provider, Sending } from "./provider.ts";

type Sent = Omit<Sending, "provider">;

export const vonage: Provider = {
  title: "Vonage",
  modules: ["@vonage/server-sdk", "@vonage/messages", "@vonage/sms", "nexmo"],
  sends: ({ path, args }) => {
    const [first, second] = args;
    if (/\bmessage\.sendSms$/.test(path)) return { channels: ["sms"], to: second ?? null, content: args };
    if (/(^SMS\(\)|\bsms)\.send$/.test(path)) return text(first);
    if (/(^Messages\(\)|\bmessages)\.send$/.test(path)) return message(first);
    return undefined;
  },
};

export const vonageVerify2: Provider = {
  title: "Vonage Verify",
  modules: ["@vonage/server-sdk", "@vonage/verify2"],
  byShape: true,
  sends: ({ module, path, args }) => {
    if (!/(^|\.)newRequest$/.test(path)) return undefined;
    const workflow = propOf(args[0], "workflow");
    if (workflow?.k !== "array")
      return module === "" ? undefined : { channels: ["sms"], to: null, content: null };
    return {
      channels: channelsOf(workflow.items),
      to: firstOf(workflow.items[0], "to") ?? null,
      content: null,
    };
  },
  checks: ({ path, args }) =>
    /(^|\.)checkCode$/.test(path) && args.length === 2
      ? { to: null, when: { "": ["completed"] }, otherwiseFails: true }
      : undefined,
};

export const vonageVerify: Provider = {
  title: "Vonage Verify (first version)",
  modules: ["@vonage/server-sdk", "@vonage/verify", "nexmo"],
  sends: ({ path, args }) => {
    if (!/(^Verify\(\)|\bverify)\.(start|request)$/.test(path)) return undefined;
    return { channels: ["sms"], to: propOf(args[0], "number") ?? null, content: null };
  },
  checks: ({ path }) =>
    /(^Verify\(\)|\bverify)\.check$/.test(path) ? { to: null, when: { status: ["0", 0] } } : undefined,
};

function text(input: Value | undefined): Sent | undefined {
  const to = propOf(input, "to");
  return input === undefined || to === undefined ? undefined : { channels: ["sms"], to, content: [input] };
}

/** `send({ channel: "sms", … })`, `send(new SMS({ … }))`, `send(new WhatsAppText(text, to, from))`. */
function message(input: Value | undefined): Sent | undefined {
  if (input?.k !== "package") {
    const channels = channelsIn(propOf(input, "channel"), []);
    if (input === undefined || channels.length === 0) return undefined;
    return { channels, to: propOf(input, "to") ?? null, content: [input] };
  }
  const made = /(^|\.)(SMS|MMS|WhatsApp)\w*\(\)$/.exec(input.path)?.[2];
  if (made === undefined) return undefined;
  const [first, second] = input.args;
  const to = propOf(first, "to") ?? second ?? null;
  return { channels: [made === "WhatsApp" ? "whatsapp" : "sms"], to, content: input.args };
}

/** The steps of a workflow follow one another; a call after a text goes to the same number and says nothing new. */
function channelsOf(steps: readonly Value[]): readonly Channel[] {
  const all = [...new Set(steps.flatMap((step) => channelsIn(propOf(step, "channel"), [])))];
  const channels = all.includes("sms") ? all.filter((channel) => channel !== "voice") : all;
  return channels.length === 0 ? ["sms"] : channels;
}

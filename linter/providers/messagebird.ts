// MessageBird: messages, calls that read a code out, and Verify, which makes and keeps the code itself.
// Read in the types and the source of `messagebird` 4.0.1: a wrong token comes back as an error.
import { propOf } from "../read/values.ts";
import { channelsIn } from "./arguments.ts";
import type { Provider } from "./provider.ts";

const modules = ["messagebird"];

export const messageBird: Provider = {
  title: "MessageBird",
  modules,
  sends: ({ path, args }) => {
    const [first, second] = args;
    if (/\.messages\.create$/.test(path))
      return { channels: ["sms"], to: propOf(first, "recipients") ?? null, content: args };
    if (!/\.voice_messages\.create$/.test(path)) return undefined;
    const options = propOf(first, "body") === undefined ? second : first;
    const to = propOf(options, "recipients") ?? first;
    return { channels: ["voice"], to: to ?? null, content: args };
  },
};

export const messageBirdVerify: Provider = {
  title: "MessageBird Verify",
  modules,
  sends: ({ path, args }) => {
    const [first, second] = args;
    if (/\.verify\.createWithEmail$/.test(path))
      return { channels: ["email"], to: second ?? null, content: null };
    if (!/\.verify\.create$/.test(path)) return undefined;
    return { channels: channelsIn(propOf(second, "type"), ["sms"]), to: first ?? null, content: null };
  },
  checks: ({ path }) =>
    /\.verify\.verify$/.test(path)
      ? { to: null, when: { status: ["verified"] }, otherwiseFails: true }
      : undefined,
};

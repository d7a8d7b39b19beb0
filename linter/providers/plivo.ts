// Plivo: messages, and verify sessions, whose codes Plivo makes and keeps.
// Read in the source of `plivo` 4.79.0: an answer outside of 200 to 299 is an error, and so is a wrong code.
import { propOf, textsOf } from "../read/values.ts";
import { channelsIn } from "./arguments.ts";
import type { Provider } from "./provider.ts";

const modules = ["plivo"];

export const plivo: Provider = {
  title: "Plivo",
  modules,
  sends: ({ path, args }) => {
    if (!/\.messages\.(create|send)$/.test(path)) return undefined;
    const [first, second] = args;
    const type = textsOf(propOf(first, "type"));
    return {
      channels: [type.includes("whatsapp") ? "whatsapp" : "sms"],
      to: propOf(first, "dst") ?? second ?? null,
      content: args,
    };
  },
};

export const plivoVerify: Provider = {
  title: "Plivo Verify",
  modules,
  sends: ({ path, args }) => {
    if (!/\.verify_session\.create$/.test(path)) return undefined;
    const [input] = args;
    return {
      channels: channelsIn(propOf(input, "channel"), ["sms"]),
      to: propOf(input, "recipient") ?? null,
      content: null,
    };
  },
  checks: ({ path }) =>
    /\.verify_session\.validate$/.test(path)
      ? { to: null, when: { "": [true] }, otherwiseFails: true }
      : undefined,
};

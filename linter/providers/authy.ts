// Authy, which Twilio has retired: codes by text or call, and an app whose codes the same check accepts.
// Read in the source of `authy` 1.4.0 and the README of `authy-client` 1.1.4; a wrong code comes back as an error.
import { propOf } from "../read/values.ts";
import { channelsIn } from "./arguments.ts";
import type { Provider } from "./provider.ts";

export const authy: Provider = {
  title: "Authy",
  modules: ["authy", "authy-client"],
  sends: ({ path, args }) => {
    const [first, , third] = args;
    if (/(^|\.)(request_sms|requestSms)$/.test(path))
      return { channels: ["sms"], to: first ?? null, content: null };
    if (/(^|\.)(request_call|requestCall)$/.test(path))
      return { channels: ["voice"], to: first ?? null, content: null };
    if (!/\bverification_start$/.test(path)) return undefined;
    const way = propOf(third, "via") ?? third;
    return { channels: channelsIn(way, ["sms"]), to: first ?? null, content: null };
  },
  checks: ({ path }) =>
    /(^|\.)(verify|verifyToken|verification_check)$/.test(path)
      ? { to: null, when: { success: [true, "true"], token: ["is valid"] }, otherwiseFails: true }
      : undefined,
};

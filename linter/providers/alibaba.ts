// Alibaba Cloud: texts whose content the application writes, and codes that the cloud makes and keeps.
// Read in the types of `@alicloud/dysmsapi20170525` 4.6 and `@alicloud/dypnsapi20170525` 2.0 and in the source of
// `@alicloud/pop-core` 1.8. What the check of codes answers by is a free text there, so it is left a proof of unknown kind.
import { propOf, textsOf } from "../read/values.ts";
import { requestInput } from "./arguments.ts";
import type { Provider } from "./provider.ts";

export const alibaba: Provider = {
  title: "Alibaba Cloud SMS",
  modules: ["@alicloud/dysmsapi20170525", "@alicloud/pop-core"],
  byShape: true,
  sends: ({ module, path, args }) => {
    const [first, second] = args;
    if (/(^|\.)send(Batch)?Sms(WithOptions)?$/.test(path)) {
      const input = requestInput(first);
      const to = propOf(input, "phoneNumbers") ?? propOf(input, "phoneNumberJson");
      if (module === "" && to === undefined) return undefined;
      return { channels: ["sms"], to: to ?? null, content: args };
    }
    if (!/(^|\.)request$/.test(path) || !textsOf(first).some((text) => /^Send(Batch)?Sms$/.test(text)))
      return undefined;
    const to = propOf(second, "PhoneNumbers") ?? propOf(second, "PhoneNumberJson");
    return { channels: ["sms"], to: to ?? null, content: args.slice(1) };
  },
};

export const alibabaCodes: Provider = {
  title: "Alibaba Cloud verification codes",
  modules: ["@alicloud/dypnsapi20170525"],
  sends: ({ path, args }) =>
    /(^|\.)sendSmsVerifyCode(WithOptions)?$/.test(path)
      ? { channels: ["sms"], to: propOf(requestInput(args[0]), "phoneNumber") ?? null, content: null }
      : undefined,
};

// Reads by which channel feathers-authentication-management sends the code for a forgotten password.
// feathers-authentication-management 5.1.0 was read in its types: the notifier is told what it sends by its first argument.
import type { ConfiguredAuth } from "../../configured.ts";
import { callsInto, placeOf } from "./calls.ts";
import { channelOf } from "./channel.ts";
import { optionsOf } from "./options.ts";
import type { Reader } from "./reader.ts";

const library = "feathers-authentication-management";

export const feathers: Reader = (run, facts) => {
  // What is imported by default goes by any name, so that the calls of other files are not looked at.
  if (!Object.values(facts.imports).some(({ from }) => from === library)) return [];
  return [...callsInto(run, facts, (module) => module === library, /./)].flatMap(
    ({ call, site }): readonly ConfiguredAuth[] => {
      const options = optionsOf(site, call.made ? call.a[1] : call.a[0]);
      const notifier = options.option("notifier");
      // Only what is seen to be sent counts: most notifiers send mail, and many ask something else what to do.
      const channel = notifier.state === "given" ? channelOf(notifier, run, ["sendResetPwd"]) : "unknown";
      if (channel !== "sms" && channel !== "voice" && channel !== "whatsapp") return [];
      const setting = { place: notifier.place, text: "a notifier that texts sendResetPwd", byDefault: false };
      return [
        {
          product: "feathers",
          title: "feathers-authentication-management",
          place: placeOf(site),
          subject: "the reset of feathers-authentication-management",
          symbol: `${facts.file}#${[site.around, "notifier"].filter((part) => part !== "").join(".")}`,
          signIn: [{ with: ["password"], setting }],
          secondFactors: null,
          recovery: [
            {
              with: [channel === "sms" ? "sms-code" : channel === "voice" ? "voice-code" : "whatsapp-code"],
              gives: "new-password",
              barredByText: false,
              setting,
            },
          ],
          recoverySetting: setting,
          complete: false,
          confidence: "high",
          unknowns: [],
        },
      ];
    },
  );
};

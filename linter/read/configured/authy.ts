// Reads calls to Authy that have a code texted or spoken although the user has its app.
// authy 1.4.0 was read in its code: the second argument of `request_sms` is `force`.
import type { ConfiguredAuth } from "../../configured.ts";
import { callsInto, placeOf } from "./calls.ts";
import { isOn, optionsOf } from "./options.ts";
import type { Reader } from "./reader.ts";

export const authy: Reader = (run, facts) =>
  [...callsInto(run, facts, (module) => module === "authy", /^request_(sms|call)$/)].flatMap(
    ({ call, site }): readonly ConfiguredAuth[] => {
      const forced = call.a.length > 2 && isOn(optionsOf(site, call.a[1]).option()) === true;
      if (!forced) return [];
      const setting = { place: placeOf(site), text: "force: true", byDefault: false };
      return [
        {
          product: "authy",
          title: "Authy",
          place: setting.place,
          subject: "a request for a code",
          symbol: `${facts.file}#${site.around}`,
          signIn: [{ with: ["password"], setting }],
          secondFactors: {
            mode: "required",
            kinds: ["totp", "sms-code"],
            setting,
            ordered: false,
            textsDespiteApp: true,
            recoveryCodes: false,
          },
          recovery: [],
          recoverySetting: null,
          complete: false,
          confidence: "medium",
          unknowns: ["whether a sign-in follows, and who may ask for the text"],
        },
      ];
    },
  );

// Reads the second factors of a Parse Server: `auth: { mfa: { options: ["SMS"] } }`.
// parse-server 9.10.0 was read in its code: recovery codes come with an app and not with texts.
import type { ConfiguredAuth } from "../../configured.ts";
import { textsOf } from "../values.ts";
import { callsInto, placeOf } from "./calls.ts";
import { itemsOf, optionsOf } from "./options.ts";
import type { Reader } from "./reader.ts";

export const parseServer: Reader = (run, facts) =>
  [
    ...callsInto(run, facts, (module) => module === "parse-server", /^(ParseServer|default|startApp)$/),
  ].flatMap(({ call, site }): readonly ConfiguredAuth[] => {
    const option = optionsOf(site, call.a[0]).option("auth", "mfa", "options");
    const items = itemsOf(option);
    const kinds = items?.flatMap(textsOf);
    if (items === undefined || kinds === undefined || kinds.length < items.length || !kinds.includes("SMS"))
      return [];
    const setting = {
      place: option.place,
      text: `mfa: { options: [${kinds.map((kind) => `"${kind}"`).join(", ")}] }`,
      byDefault: false,
    };
    return [
      {
        product: "parse",
        title: "Parse Server",
        place: placeOf(site),
        subject: "Parse Server",
        symbol: `${facts.file}#${[site.around, "ParseServer"].filter((part) => part !== "").join(".")}`,
        signIn: [{ with: ["password"], setting }],
        secondFactors: {
          mode: "optional",
          kinds: kinds.includes("TOTP") ? ["sms-code", "totp"] : ["sms-code"],
          setting,
          ordered: false,
          textsDespiteApp: false,
          recoveryCodes: kinds.includes("TOTP"),
        },
        recovery: [],
        recoverySetting: null,
        complete: false,
        confidence: "high",
        unknowns: [],
      },
    ];
  });

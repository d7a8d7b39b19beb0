// Reads calls that say which second factor of a Cognito user is asked for first.
// @aws-sdk/client-cognito-identity-provider and @aws-amplify/auth were read in their types.
import type { ConfiguredAuth } from "../../configured.ts";
import type { ProofKind } from "../../flow.ts";
import { callsInto, type ConfiguringCall, placeOf } from "./calls.ts";
import { isOn, type Options, optionsOf, textsIn } from "./options.ts";
import type { Reader } from "./reader.ts";

export const mfaPreference: Reader = (run, facts) => [
  ...[
    ...callsInto(
      run,
      facts,
      (module) => module === "@aws-sdk/client-cognito-identity-provider",
      /^(Admin)?SetUserMFAPreferenceCommand$|^(admin)?[sS]etUserMFAPreference$/,
    ),
  ].flatMap((call) => preferring(call, sdkKinds)),
  ...[
    ...callsInto(
      run,
      facts,
      (module) => /^(@aws-amplify\/auth|aws-amplify)(\/|$)/.test(module),
      /^updateMFAPreference$/,
    ),
  ].flatMap((call) => preferring(call, amplifyKinds)),
];

/** Second factors that a call switches on, the preferred one first; undefined where none is preferred. */
type Kinds = (options: Options) => readonly ProofKind[] | undefined;

const sdkKinds: Kinds = (options) => {
  const text = options.option("SMSMfaSettings", "PreferredMfa");
  const app = options.option("SoftwareTokenMfaSettings", "Enabled");
  return options.option("SMSMfaSettings").state === "given" &&
    options.option("SoftwareTokenMfaSettings").state === "given" &&
    isOn(text) === true &&
    isOn(app) === true
    ? ["sms-code", "totp"]
    : undefined;
};

const amplifyKinds: Kinds = (options) => {
  const text = textsIn(options.option("sms"));
  const app = textsIn(options.option("totp"));
  const isApp = app?.length === 1 && /^(ENABLED|NOT_PREFERRED)$/.test(app[0] ?? "");
  return text?.length === 1 && text[0] === "PREFERRED" && isApp ? ["sms-code", "totp"] : undefined;
};

function preferring({ call, site }: ConfiguringCall, kindsIn: Kinds): readonly ConfiguredAuth[] {
  const kinds = kindsIn(optionsOf(site, call.a[0]));
  if (kinds === undefined) return [];
  const setting = {
    place: placeOf(site),
    text: "texts preferred, an app switched on as well",
    byDefault: false,
  };
  return [
    {
      product: "cognito",
      title: "Amazon Cognito",
      place: setting.place,
      subject: "the preference of second factors",
      symbol: `${site.facts.file}#${[site.around, "MFAPreference"].filter((part) => part !== "").join(".")}`,
      signIn: [{ with: ["password"], setting }],
      secondFactors: {
        mode: "required",
        kinds,
        setting,
        ordered: true,
        textsDespiteApp: false,
        recoveryCodes: false,
      },
      recovery: [],
      recoverySetting: null,
      complete: false,
      confidence: "high",
      unknowns: [],
    },
  ];
}

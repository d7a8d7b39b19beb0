// Reads the plugins of better-auth that bring phone numbers and second factors.
// better-auth 1.7.25 was read in its types and code: verifying a number opens a session, and the second factor is asked
// for after sign-ins with a password only.
import type { ConfiguredAuth, Setting } from "../../configured.ts";
import type { ProofKind } from "../../flow.ts";
import type { FileFacts } from "../facts.ts";
import type { Run } from "../run.ts";
import { textsOf } from "../values.ts";
import { callsInto, type ConfiguringCall, placeOf } from "./calls.ts";
import { channelOf } from "./channel.ts";
import { isOn, itemsOf, type Options, optionsOf } from "./options.ts";
import type { Reader } from "./reader.ts";

function isBetterAuth(module: string): boolean {
  return module === "better-auth" || module.startsWith("better-auth/");
}

export const betterAuth: Reader = (run, facts, { files }) =>
  [...callsInto(run, facts, isBetterAuth, /^phoneNumber$/)].flatMap((call) =>
    authOf(call, disabledPaths(run, files), secondFactorsIn(run, facts)),
  );

function authOf(
  { call, site }: ConfiguringCall,
  disabled: readonly string[],
  secondFactors: ConfiguredAuth["secondFactors"],
): readonly ConfiguredAuth[] {
  const options = optionsOf(site, call.a[0]);
  const place = placeOf(site);
  const signIn = sentBy(
    site.run,
    options,
    "sendOTP",
    "phoneNumber with sendOTP",
    disabled.includes("/phone-number/verify"),
  );
  const reset = sentBy(
    site.run,
    options,
    "sendPasswordResetOTP",
    "sendPasswordResetOTP",
    disabled.includes("/phone-number/reset-password"),
  );
  if (signIn === undefined && reset === undefined) return [];
  const password: Setting = { place, text: "sign-in with a password", byDefault: true };
  return [
    {
      product: "better-auth",
      title: "better-auth",
      place,
      subject: "the phoneNumber plugin",
      symbol: `${site.facts.file}#${[site.around, "phoneNumber"].filter((part) => part !== "").join(".")}`,
      signIn: [
        { with: ["password"], setting: password },
        ...(signIn === undefined ? [] : [{ with: [signIn.kind], setting: { ...signIn.setting, place } }]),
      ],
      secondFactors,
      recovery:
        reset === undefined
          ? []
          : [{ with: [reset.kind], gives: "new-password", barredByText: false, setting: reset.setting }],
      recoverySetting: reset?.setting ?? null,
      // Mail and other plugins may bring ways in and back of their own.
      complete: false,
      confidence: (reset ?? signIn)?.sure === true ? "high" : "medium",
      unknowns: (reset ?? signIn)?.sure === true ? [] : ["by which channel the code is sent"],
    },
  ];
}

interface Sent {
  readonly kind: ProofKind;
  readonly sure: boolean;
  readonly setting: Setting;
}

function sentBy(
  run: Run,
  options: Options,
  name: string,
  text: string,
  isDisabled: boolean,
): Sent | undefined {
  const option = options.option(name);
  if (option.state !== "given" || isDisabled) return undefined;
  const channel = channelOf(option, run);
  if (channel === "nothing" || channel === "email") return undefined;
  return {
    kind: channel === "whatsapp" ? "whatsapp-code" : "sms-code",
    sure: channel !== "unknown",
    setting: { place: option.place, text, byDefault: false },
  };
}

function disabledPaths(run: Run, files: readonly FileFacts[]): readonly string[] {
  const calls = files.flatMap((facts) => [...callsInto(run, facts, isBetterAuth, /^betterAuth$/)]);
  return calls.flatMap(
    ({ call, site }) => itemsOf(optionsOf(site, call.a[0]).option("disabledPaths"))?.flatMap(textsOf) ?? [],
  );
}

/** Apps are on unless they are switched off, and backup codes always come with them. */
function secondFactorsIn(run: Run, facts: FileFacts): ConfiguredAuth["secondFactors"] {
  const [found] = callsInto(run, facts, isBetterAuth, /^twoFactor$/);
  if (found === undefined) return null;
  const options = optionsOf(found.site, found.call.a[0]);
  const app = isOn(options.option("totpOptions", "disable")) !== true;
  return app
    ? {
        mode: "optional",
        kinds: ["totp"],
        setting: { place: placeOf(found.site), text: "twoFactor", byDefault: false },
        ordered: false,
        textsDespiteApp: false,
        recoveryCodes: true,
      }
    : null;
}

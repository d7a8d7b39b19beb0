// Reads user pools that are made with the AWS CDK: `new UserPool(scope, id, { … })` of version 2 and version 1.
// aws-cdk-lib 2.276.0 and @aws-cdk/aws-cognito 1.203.0 were read in their types and code.
import type { ConfiguredAuth, ConfiguredRoute } from "../../configured.ts";
import type { ProofKind } from "../../flow.ts";
import { staticValue } from "../lookup.ts";
import { textsOf } from "../values.ts";
import type { ConfiguringCall } from "./calls.ts";
import { callsInto, placeOf } from "./calls.ts";
import { servesMachines } from "./machine-pool.ts";
import type { Option, Options } from "./options.ts";
import { isOn, memberOf, optionsOf } from "./options.ts";
import { overriddenAt, type Overrides } from "./overrides.ts";
import { accountRecovery, authOfPool, type Pool, weakest } from "./pool.ts";
import type { Reader } from "./reader.ts";

/** Whether a package is the CDK, in any of the ways in which it has been published. */
export function isCdk(module: string): boolean {
  return /^(aws-cdk-lib(\/aws-cognito)?|@aws-cdk\/aws-cognito|monocdk(\/aws-cognito)?)$/.test(module);
}

export const cdkCognito: Reader = (run, facts, project) => {
  const found: ConfiguredAuth[] = [];
  for (const call of callsInto(run, facts, isCdk, /^UserPool$/)) {
    if (!call.call.made || servesMachines(facts)) continue;
    const auth = authOfPool(poolOf(call, project.overrides));
    if (auth !== undefined) found.push(auth);
  }
  return found;
};

function poolOf({ call, site }: ConfiguringCall, overrides: Overrides): Pool {
  const options = optionsOf(site, call.a[2]);
  const place = placeOf(site);
  const id = call.a[1] === undefined ? undefined : textsOf(staticValue(site.run, call.a[1], site.scope))[0];
  const overridden = overriddenAt(overrides, site.facts.file);
  const confirmed = (address: "phone" | "email") => {
    const verified = isOn(options.option("autoVerify", address));
    return options.option("autoVerify").state === "absent"
      ? isOn(options.option("signInAliases", address))
      : verified;
  };
  return {
    identity: {
      product: "cognito",
      title: "Amazon Cognito",
      place,
      subject: id === undefined ? "a user pool" : `the user pool "${id}"`,
      symbol: `${site.facts.file}#${[site.around, id ?? ""].filter((part) => part !== "").join(".")}`,
    },
    addresses: { phone: confirmed("phone"), email: confirmed("email") },
    recovery: overridden.recovery === "none" ? recoveryOf(options) : overridden.recovery,
    factors: overridden.factors ? undefined : factorsOf(options),
    passwordless: passwordlessIn(options),
    complete: isOn(options.option("lambdaTriggers")) === false,
  };
}

function recoveryOf(options: Options): Pool["recovery"] {
  const option = options.option("accountRecovery");
  if (option.state === "unknown") return undefined;
  if (option.state === "absent")
    return {
      ...accountRecovery.PHONE_WITHOUT_MFA_AND_EMAIL,
      oneOfSeveral: false,
      setting: {
        place: options.place,
        text: "no accountRecovery, which stands for PHONE_WITHOUT_MFA_AND_EMAIL",
        byDefault: true,
      },
    };
  return namedRecovery(option, (choice) => memberOf(choice, "AccountRecovery"));
}

/** The recovery that an option names, or the weakest of several. */
export function namedRecovery(
  option: Option,
  nameOf: (choice: Option["choices"][number]) => string | undefined,
): Pool["recovery"] {
  const names = option.choices.map(nameOf);
  const name = weakest(names);
  if (name === undefined) return undefined;
  return {
    ...accountRecovery[name],
    oneOfSeveral: names.length > 1,
    setting: { place: option.place, text: `accountRecovery: ${name}`, byDefault: false },
  };
}

function factorsOf(options: Options): Pool["factors"] {
  const mfa = options.option("mfa");
  if (mfa.state === "absent") return "off";
  const modes = new Set(mfa.choices.map((choice) => memberOf(choice, "Mfa")));
  if (mfa.state === "unknown" || modes.has(undefined)) return undefined;
  if (modes.size === 1 && modes.has("OFF")) return "off";
  const kinds = kindsOf(options.option("mfaSecondFactor"));
  if (kinds === undefined) return undefined;
  return {
    mode: modes.size === 1 && modes.has("REQUIRED") ? "required" : "optional",
    kinds: kinds.kinds,
    setting: {
      place: kinds.written ? options.option("mfaSecondFactor").place : mfa.place,
      text: kinds.text,
      byDefault: !kinds.written,
    },
  };
}

function kindsOf(
  option: Option,
): { kinds: readonly ProofKind[]; text: string; written: boolean } | undefined {
  if (option.state === "absent")
    return { kinds: ["sms-code"], text: "no mfaSecondFactor, which stands for texts alone", written: false };
  const [only, ...others] = option.choices;
  if (option.state !== "given" || only?.k !== "object" || others.length > 0 || only.rest.length > 0)
    return undefined;
  const on = (name: string) => {
    const value = only.props[name];
    return value === undefined ? false : value.k === "const" ? Boolean(value.v) : undefined;
  };
  const [sms, otp, email] = [on("sms"), on("otp"), on("email")];
  if (sms === undefined || otp === undefined || email === undefined) return undefined;
  return {
    kinds: [
      ...(sms ? (["sms-code"] as const) : []),
      ...(otp ? (["totp"] as const) : []),
      ...(email ? (["email-code"] as const) : []),
    ],
    text: `mfaSecondFactor: { sms: ${sms}, otp: ${otp} }`,
    written: true,
  };
}

function passwordlessIn(options: Options): readonly ConfiguredRoute[] {
  const allowed = (name: string) => options.option("signInPolicy", "allowedFirstAuthFactors", name);
  const kinds: readonly (readonly [name: string, kind: ProofKind])[] = [
    ["smsOtp", "sms-code"],
    ["emailOtp", "email-code"],
    ["passkey", "passkey"],
  ];
  return kinds.flatMap(([name, kind]) =>
    isOn(allowed(name)) === true
      ? [
          {
            with: [kind],
            setting: {
              place: allowed(name).place,
              text: `allowedFirstAuthFactors: { ${name}: true }`,
              byDefault: false,
            },
          },
        ]
      : [],
  );
}

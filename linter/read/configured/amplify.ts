// Reads `defineAuth({ … })` of Amplify Gen 2, and the construct behind it.
// @aws-amplify/backend 1.25.1 and @aws-amplify/auth-construct 1.12.0 were read in their types and code.
import type { ConfiguredAuth, ConfiguredRoute } from "../../configured.ts";
import type { ProofKind } from "../../flow.ts";
import { canBeDeployed } from "./amplify-backend.ts";
import type { ConfiguringCall } from "./calls.ts";
import { callsInto, placeOf } from "./calls.ts";
import { namedRecovery } from "./cdk-cognito.ts";
import type { Options } from "./options.ts";
import { isOn, optionsOf, textsIn } from "./options.ts";
import { overriddenAt, type Overrides } from "./overrides.ts";
import { accountRecovery, authOfPool, type Pool } from "./pool.ts";
import type { Reader } from "./reader.ts";

function isAmplify(module: string): boolean {
  return /^@aws-amplify\/(backend|backend-auth|auth-construct)$/.test(module);
}

export const amplify: Reader = (run, facts, project) => {
  const found: ConfiguredAuth[] = [];
  for (const call of callsInto(run, facts, isAmplify, /^(defineAuth|AmplifyAuth)$/)) {
    // The construct can be used by any application of the CDK.
    if (isDefined(call) && !canBeDeployed(run.project, facts.file)) continue;
    const auth = authOfPool(poolOf(call, project.overrides));
    if (auth !== undefined) found.push(auth);
  }
  return found;
};

function isDefined({ path }: ConfiguringCall): boolean {
  return path.endsWith("defineAuth");
}

function poolOf(configuring: ConfiguringCall, overrides: Overrides): Pool {
  const { call, site } = configuring;
  const options = optionsOf(site, call.made ? call.a[2] : call.a[0]);
  const overridden = overriddenAt(overrides, site.facts.file);
  // Amplify confirms whatever one can sign in with.
  const addresses = {
    phone: isOn(options.option("loginWith", "phone")),
    email: isOn(options.option("loginWith", "email")),
  };
  return {
    identity: {
      product: "amplify",
      title: "Amplify",
      place: placeOf(site),
      subject: isDefined(configuring) ? "defineAuth" : "AmplifyAuth",
      symbol: `${site.facts.file}#${[site.around, "auth"].filter((part) => part !== "").join(".")}`,
    },
    addresses,
    recovery: overridden.recovery === "none" ? recoveryOf(options, addresses) : overridden.recovery,
    factors: overridden.factors ? undefined : factorsOf(options),
    passwordless: passwordlessIn(options),
    complete:
      options.option("loginWith", "externalProviders").state === "absent" &&
      options.option("triggers").state === "absent",
  };
}

/** What is not said follows from how one signs in; with a phone number alone, the phone number alone. */
function recoveryOf(options: Options, { phone, email }: Pool["addresses"]): Pool["recovery"] {
  const option = options.option("accountRecovery");
  if (option.state === "unknown") return undefined;
  if (option.state === "given")
    return namedRecovery(option, (choice) =>
      choice.k === "const" && typeof choice.v === "string" ? choice.v : undefined,
    );
  if (email === undefined || phone === undefined) return undefined;
  const name = phone && !email ? "PHONE_ONLY_WITHOUT_MFA" : "EMAIL_ONLY";
  return {
    ...accountRecovery[name],
    oneOfSeveral: false,
    setting: {
      place: options.place,
      text: `no accountRecovery, which stands for ${name} here`,
      byDefault: true,
    },
  };
}

function factorsOf(options: Options): Pool["factors"] {
  const option = options.option("multifactor");
  if (option.state === "absent") return "off";
  const modes = textsIn(options.option("multifactor", "mode"));
  if (option.state === "unknown" || modes === undefined) return undefined;
  if (modes.every((mode) => mode === "OFF")) return "off";
  const factors: readonly (readonly [name: string, kind: ProofKind])[] = [
    ["sms", "sms-code"],
    ["totp", "totp"],
    ["email", "email-code"],
  ];
  const read = factors.map(([name, kind]) => ({ name, kind, on: isOn(options.option("multifactor", name)) }));
  if (read.some(({ on }) => on === undefined)) return undefined;
  const on = read.filter((factor) => factor.on === true);
  return {
    mode: modes.every((mode) => mode === "REQUIRED") ? "required" : "optional",
    kinds: on.map(({ kind }) => kind),
    setting: {
      place: option.place,
      text: `multifactor: { mode: ${modes.map((mode) => `"${mode}"`).join(" or ")}, ${on.map(({ name }) => `${name}: true`).join(", ")} }`,
      byDefault: false,
    },
  };
}

function passwordlessIn(options: Options): readonly ConfiguredRoute[] {
  const kinds: readonly (readonly [name: string, kind: ProofKind])[] = [
    ["phone", "sms-code"],
    ["email", "email-code"],
  ];
  const sent = kinds.flatMap(([name, kind]): ConfiguredRoute[] => {
    const option = options.option("loginWith", name, "otpLogin");
    if (options.option("loginWith", name).choices.some(({ k }) => k !== "object") || isOn(option) !== true)
      return [];
    return [
      {
        with: [kind],
        setting: { place: option.place, text: `${name}: { otpLogin: true }`, byDefault: false },
      },
    ];
  });
  const passkey = options.option("loginWith", "webAuthn");
  return isOn(passkey) === true
    ? [...sent, { with: ["passkey"], setting: { place: passkey.place, text: "webAuthn", byDefault: false } }]
    : sent;
}

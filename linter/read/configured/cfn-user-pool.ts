// Reads user pools written as CloudFormation takes them: `new CfnUserPool(…)`, and templates that stand in code.
// aws-cdk-lib 2.276.0 was read in its types, which quote the template's reference.
import type { ProofKind } from "../../flow.ts";
import { staticValue } from "../lookup.ts";
import { textsOf, type Value } from "../values.ts";
import { callsInto, type CallSite, expressionsOf, placeOf } from "./calls.ts";
import { isCdk } from "./cdk-cognito.ts";
import { servesMachines } from "./machine-pool.ts";
import { itemsOf, type Option, type Options, optionsOf, textsIn } from "./options.ts";
import { overriddenAt, type Overrides } from "./overrides.ts";
import { authOfPool, type Pool } from "./pool.ts";
import type { Reader } from "./reader.ts";
import { legacyRecovery, recoveryOfMechanisms } from "./recovery-mechanisms.ts";

export const cfnUserPool: Reader = (run, facts, { overrides }) => {
  if (servesMachines(facts)) return [];
  const pools: Pool[] = [];
  for (const { call, site } of callsInto(run, facts, isCdk, /^CfnUserPool$/)) {
    const id = call.a[1] === undefined ? undefined : textsOf(staticValue(run, call.a[1], site.scope))[0];
    if (call.made) pools.push(poolOf(site, optionsOf(site, call.a[2]), id, overrides));
  }
  for (const { e, part } of expressionsOf(facts)) {
    if (e.k !== "object") continue;
    const type = e.props.find(([key]) => key === "Type");
    if (type?.[1].k !== "lit" || type[1].v !== "AWS::Cognito::UserPool" || type[2] === undefined) continue;
    const site = { run, facts, scope: part.scope, at: type[2], around: part.around };
    pools.push(
      poolOf(site, optionsOf(site, e.props.find(([key]) => key === "Properties")?.[1]), undefined, overrides),
    );
  }
  return pools.map(authOfPool).filter((auth) => auth !== undefined);
};

function poolOf(site: CallSite, options: Options, id: string | undefined, overrides: Overrides): Pool {
  const option = (name: string): Option => {
    const small = options.option(name);
    return small.state === "absent" ? options.option(name.charAt(0).toUpperCase() + name.slice(1)) : small;
  };
  const confirms = (attribute: string): boolean | undefined => {
    const list = option("autoVerifiedAttributes");
    return list.state === "absent" ? false : listed(list)?.includes(attribute);
  };
  const overridden = overriddenAt(overrides, site.facts.file);
  return {
    identity: {
      product: "cognito",
      title: "Amazon Cognito",
      place: placeOf(site),
      subject: id === undefined ? "a user pool" : `the user pool "${id}"`,
      symbol: `${site.facts.file}#${[site.around, id ?? ""].filter((part) => part !== "").join(".")}`,
    },
    addresses: { phone: confirms("phone_number"), email: confirms("email") },
    recovery: overridden.recovery === "none" ? recoveryOf(option, options) : overridden.recovery,
    factors: overridden.factors ? undefined : factorsOf(option),
    passwordless: [],
    complete: option("lambdaConfig").state === "absent",
  };
}

function recoveryOf(option: (name: string) => Option, { place }: Options): Pool["recovery"] {
  const setting = option("accountRecoverySetting");
  const [only, ...others] = setting.choices;
  if (setting.state === "absent") return legacyRecovery(place);
  if (setting.state === "unknown" || only === undefined || others.length > 0) return undefined;
  return recoveryOfMechanisms(only, setting.place);
}

const kinds: Readonly<Record<string, ProofKind>> = {
  SMS_MFA: "sms-code",
  SOFTWARE_TOKEN_MFA: "totp",
  EMAIL_OTP: "email-code",
};

function factorsOf(option: (name: string) => Option): Pool["factors"] {
  const mode = option("mfaConfiguration");
  const modes = textsIn(mode);
  if (mode.state === "absent" || modes?.every((one) => one === "OFF") === true) return "off";
  const enabled = option("enabledMfas");
  const names = listed(enabled);
  const read = names?.map((name) => kinds[name]).filter((kind) => kind !== undefined);
  // Without a list, what else the template sets decides.
  if (modes === undefined || read === undefined || read.length === 0) return undefined;
  return {
    mode: modes.every((one) => one === "ON") ? "required" : "optional",
    kinds: read,
    setting: { place: enabled.place, text: `enabledMfas: ${names?.join(", ")}`, byDefault: false },
  };
}

function listed(option: Option): readonly string[] | undefined {
  const items = itemsOf(option)?.flatMap((item): readonly Value[] =>
    item.k === "array" ? item.items : [item],
  );
  const texts = items?.flatMap((item) => textsOf(item));
  return texts?.length === items?.length ? texts : undefined;
}

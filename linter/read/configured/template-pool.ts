// What the properties of a user pool mean in a template of CloudFormation, in code or in a file of its own.
// aws-cdk-lib 2.276.0 was read in its types, which quote the template's reference.
import type { ProofKind } from "../../flow.ts";
import { textsOf, type Value } from "../values.ts";
import { itemsOf, type Option, type Options, textsIn } from "./options.ts";
import type { Pool } from "./pool.ts";
import { legacyRecovery, recoveryOfMechanisms } from "./recovery-mechanisms.ts";

/** The pool that a template describes. Names of properties are written small by the CDK and large in templates. */
export function templatePool(
  options: Options,
  identity: Pick<Pool["identity"], "place" | "subject" | "symbol">,
): Pool {
  const option = (name: string): Option => {
    const small = options.option(name);
    return small.state === "absent" ? options.option(name.charAt(0).toUpperCase() + name.slice(1)) : small;
  };
  const confirms = (attribute: string): boolean | undefined => {
    const list = option("autoVerifiedAttributes");
    return list.state === "absent" ? false : listed(list)?.includes(attribute);
  };
  return {
    identity: { ...identity, product: "cognito", title: "Amazon Cognito" },
    addresses: { phone: confirms("phone_number"), email: confirms("email") },
    recovery: recoveryOf(option, options),
    factors: factorsOf(option),
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

// Reads user pools of Amazon Cognito that Terraform makes.
// hashicorp/terraform-provider-aws was read in its code and documentation as of 2026: texts are a second factor where
// `mfa_configuration` is on and `sms_configuration` is written; without `account_recovery_setting`, Cognito's own default
// holds.
import type { ConfiguredAuth, ConfiguredRoute } from "../../configured.ts";
import type { ProofKind } from "../../flow.ts";
import type { Value } from "../values.ts";
import { authOfPool, type Pool } from "./pool.ts";
import { legacyRecovery, recoveryOfMechanisms } from "./recovery-mechanisms.ts";
import { asSureAs, type Resource, type ResourcesOf } from "./terraform-resources.ts";
import { switchAt, textAt, textsAt, type Written, writtenAt } from "./written.ts";

/** What the pools in a file come to. */
export function authsInCognito(file: string, resourcesOf: ResourcesOf): readonly ConfiguredAuth[] {
  const flows = resourcesOf("aws_cognito_user_pool_client").map(({ written }) =>
    textsAt(written, "allowed_oauth_flows"),
  );
  // Clients that are let in by credentials of their own are programs.
  if (flows.length > 0 && flows.every((each) => each?.join() === "client_credentials")) return [];
  return resourcesOf("aws_cognito_user_pool").flatMap((resource) => {
    const auth = authOfPool(poolOf(file, resource));
    return auth === undefined ? [] : asSureAs(resource, auth);
  });
}

function poolOf(file: string, { name, written }: Resource): Pool {
  const { place } = written;
  const confirms = (attribute: string) =>
    writtenAt(written, "auto_verified_attributes") === undefined
      ? false
      : textsAt(written, "auto_verified_attributes")?.includes(attribute);
  return {
    identity: {
      product: "cognito",
      title: "Amazon Cognito",
      place,
      subject: `the user pool "${name}"`,
      symbol: `${file}#aws_cognito_user_pool.${name}`,
    },
    addresses: { phone: confirms("phone_number"), email: confirms("email") },
    recovery: recoveryOf(written),
    factors: factorsOf(written),
    passwordless: passwordlessIn(written),
    complete: writtenAt(written, "lambda_config") === undefined,
  };
}

function recoveryOf(written: Resource["written"]): Pool["recovery"] {
  const setting = writtenAt(written, "account_recovery_setting");
  if (setting === undefined) return legacyRecovery(written.place, "account_recovery_setting");
  const told = writtenAt(setting, "recovery_mechanism");
  const mechanisms = told?.is === "list" ? told.items : told?.is === "table" ? [told] : [];
  const items = mechanisms.map((mechanism): Value => ({
    k: "object",
    props: Object.fromEntries(
      ["name", "priority"].flatMap((key) => {
        const found = writtenAt(mechanism, key);
        return found?.is === "value" && found.value !== null ? [[key, { k: "const", v: found.value }]] : [];
      }),
    ),
    rest: [],
    model: null,
  }));
  const list: Value = { k: "array", items };
  return recoveryOfMechanisms(
    { k: "object", props: { recoveryMechanisms: list }, rest: [], model: null },
    setting.place,
  );
}

function factorsOf(written: Written): Pool["factors"] {
  const setting = writtenAt(written, "mfa_configuration");
  const mode = textAt(setting);
  if (setting === undefined || mode === "OFF") return "off";
  const sms = writtenAt(written, "sms_configuration");
  const app = writtenAt(written, "software_token_mfa_configuration");
  const mail = writtenAt(written, "email_mfa_configuration");
  const isApp = app === undefined ? false : switchAt(app, "enabled");
  if (mode === undefined || isApp === undefined || sms?.is === "unknown" || mail?.is === "unknown")
    return undefined;
  const on: readonly (readonly [kind: ProofKind, name: string])[] = [
    ...(sms === undefined ? [] : [["sms-code", "sms_configuration"] as const]),
    ...(isApp ? [["totp", "software_token_mfa_configuration"] as const] : []),
    ...(mail === undefined ? [] : [["email-code", "email_mfa_configuration"] as const]),
  ];
  if (on.length === 0) return undefined;
  const names = on.map(([, name]) => name).join(", ");
  return {
    mode: mode === "ON" ? "required" : "optional",
    kinds: on.map(([kind]) => kind),
    setting: { place: setting.place, text: `mfa_configuration: ${mode}, ${names}`, byDefault: false },
  };
}

const firstFactors: readonly (readonly [name: string, kind: ProofKind])[] = [
  ["SMS_OTP", "sms-code"],
  ["EMAIL_OTP", "email-code"],
  ["WEB_AUTHN", "passkey"],
];

function passwordlessIn(written: Written): readonly ConfiguredRoute[] {
  const path = ["sign_in_policy", "allowed_first_auth_factors"] as const;
  const place = writtenAt(written, ...path)?.place;
  const names = textsAt(written, ...path);
  if (place === undefined || names === undefined) return [];
  return firstFactors.flatMap(([name, kind]): ConfiguredRoute[] =>
    names.includes(name)
      ? [
          {
            with: [kind],
            setting: { place, text: `allowed_first_auth_factors: ${name}`, byDefault: false },
          },
        ]
      : [],
  );
}

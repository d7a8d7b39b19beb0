// Reads what the CLI of Amplify's first generation was told: `amplify/backend/auth/<name>/cli-inputs.json`.
// aws-amplify/amplify-cli was read in its code: it confirms aliases along with what is confirmed, switches texts on as
// second factor with everything else that texts, and writes no AccountRecoverySetting, so that Cognito's own default holds.
import type { ConfiguredAuth } from "../../configured.ts";
import type { ProofKind } from "../../flow.ts";
import { dirname } from "../paths.ts";
import type { ReadFile } from "./files.ts";
import { authOfPool, type Pool } from "./pool.ts";
import { legacyRecovery } from "./recovery-mechanisms.ts";
import { itemsAt, switchAt, textAt, textsAt, type Written, writtenAt } from "./written.ts";

/** What the file tells Amplify of a pool; nothing where there is no pool of its own. */
export function configuredInAmplifyCli(
  file: string,
  root: Written,
  readFile: ReadFile,
): readonly ConfiguredAuth[] {
  const config = writtenAt(root, "cognitoConfig");
  if (config?.is !== "table" || textAt(config, "authSelections") === "identityPoolOnly") return [];
  const folder = dirname(file);
  const override = readFile(`${folder}/override.ts`) ?? "";
  const auth = authOfPool(poolOf(file, config, override));
  return auth === undefined ? [] : [auth];
}

function poolOf(file: string, config: Written, override: string): Pool {
  const { place } = config;
  const confirmed = textsAt(config, "autoVerifiedAttributes");
  const confirms = (attribute: string) =>
    confirmed === undefined || confirmed.length === 0
      ? false
      : [...confirmed, ...(textsAt(config, "aliasAttributes") ?? [])].includes(attribute);
  const name = textAt(config, "userPoolName") ?? textAt(config, "resourceName");
  return {
    identity: {
      product: "amplify",
      title: "Amplify",
      place,
      subject: name === undefined ? "a user pool" : `the user pool "${name}"`,
      symbol: `${file}#cognitoConfig`,
    },
    addresses: { phone: confirms("phone_number"), email: confirms("email") },
    recovery: /accountRecoverySetting/i.test(override) ? undefined : legacyRecovery(place),
    factors: /mfaConfiguration|enabledMfas/i.test(override) ? undefined : factorsOfCli(config),
    passwordless: [],
    complete: isAllOfCli(config),
  };
}

/** Whether a pool has no ways in beside its own, such as other identity providers. */
export function isAllOfCli(config: Written): boolean {
  return (
    switchAt(config, "hostedUI") !== true &&
    itemsAt(config, "authProvidersUserPool").length === 0 &&
    !hasTriggers(config)
  );
}

/** The second factors that the CLI was told to switch on. */
export function factorsOfCli(config: Written): Pool["factors"] {
  const mode = textAt(config, "mfaConfiguration");
  const types = textsAt(config, "mfaTypes") ?? [];
  const setting = writtenAt(config, "mfaTypes") ?? writtenAt(config, "mfaConfiguration");
  if (mode === undefined || mode === "OFF" || setting === undefined) return "off";
  const phone = "phone_number";
  const isTexted =
    types.includes("SMS Text Message") ||
    (switchAt(config, "useEnabledMfas") === true &&
      ["autoVerifiedAttributes", "requiredAttributes", "usernameAttributes"].some(
        (name) => textsAt(config, name)?.includes(phone) === true,
      ));
  const kinds: readonly ProofKind[] = [
    ...(isTexted ? (["sms-code"] as const) : []),
    ...(types.includes("TOTP") ? (["totp"] as const) : []),
  ];
  if (kinds.length === 0) return undefined;
  return {
    mode: mode === "ON" ? "required" : "optional",
    kinds,
    setting: { place: setting.place, text: `mfaTypes: ${types.join(", ")}`, byDefault: false },
  };
}

function hasTriggers(config: Written): boolean {
  const triggers = writtenAt(config, "triggers");
  if (triggers?.is === "table") return triggers.entries.size > 0;
  return triggers !== undefined && textAt(triggers) !== "{}";
}

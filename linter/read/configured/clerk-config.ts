// Reads the settings of an instance of Clerk as its command line pulls and patches them: a file of JSON.
// clerk/cli was read in its code of 2026, and Clerk's documentation: `phone_code` signs in where phones are used
// for that, and whoever has a phone for it can be sent the code that sets a new password. A second factor that is enrolled is
// asked for afterwards.
import type { ConfiguredAuth, ConfiguredRoute, ConfiguredSecondFactors, Setting } from "../../configured.ts";
import type { ProofKind } from "../../flow.ts";
import { switchAt, textsAt, type Written, writtenAt } from "./written.ts";

/** What the file tells Clerk of phones; nothing where it is something else. */
export function configuredInClerk(file: string, root: Written): readonly ConfiguredAuth[] {
  const phone = writtenAt(root, "auth_phone");
  if (phone?.is !== "table") return [];
  const secondFactors = secondFactorsIn(root);
  const number = settingAt(root, "auth_phone", "used_for_sign_in");
  const code = takes(root, "sign_in_strategies") ? number : undefined;
  const reset = switchAt(root, "auth_password", "enabled") === true ? number : undefined;
  const setting = number ?? secondFactors?.setting;
  if (setting === undefined) return [];
  const passkey = settingAt(root, "auth_passkey", "used_for_sign_in");
  const ways: readonly (readonly [kind: ProofKind, setting: Setting | undefined])[] = [
    ["password", passwordIn(root, setting)],
    ["sms-code", code],
    ["passkey", passkey],
  ];
  return [
    {
      product: "clerk",
      title: "Clerk",
      place: setting.place,
      subject: "the sign-in of Clerk",
      symbol: `${file}#auth_phone`,
      signIn: ways.flatMap(([kind, on]): ConfiguredRoute[] =>
        on === undefined ? [] : [{ with: [kind], setting: on }],
      ),
      secondFactors,
      recovery:
        reset === undefined
          ? []
          : [{ with: ["sms-code"], gives: "new-password", barredByText: false, setting: reset }],
      recoverySetting: reset ?? null,
      // Other services can let in as well, and passwords are reset by mail, too.
      complete: false,
      confidence: "medium",
      unknowns: ["which instance these settings are of, and whether they are its newest"],
    },
  ];
}

function settingAt(root: Written, section: string, key: string): Setting | undefined {
  const found = writtenAt(root, section, key);
  if (found === undefined || switchAt(found) !== true) return undefined;
  return { place: found.place, text: `${section}.${key}: true`, byDefault: false };
}

/** A file with some of the settings may not say whether there are passwords; mostly there are. */
function passwordIn(root: Written, { place }: Setting): Setting | undefined {
  const found = writtenAt(root, "auth_password", "enabled");
  return found !== undefined && switchAt(found) !== true
    ? undefined
    : { place, text: "sign-in with a password", byDefault: true };
}

function takes(root: Written, strategies: string): boolean {
  return textsAt(root, "auth_phone", strategies)?.includes("phone_code") === true;
}

/** Texts as second factor, with what is offered beside them. Without a word about apps it is not known what is. */
function secondFactorsIn(root: Written): ConfiguredSecondFactors | null {
  const isApp = switchAt(root, "auth_multi_factor", "authenticator_app", "enabled");
  const texts = takes(root, "second_factor_strategies")
    ? settingAt(root, "auth_phone", "used_for_second_factor")
    : undefined;
  const app = settingAt(root, "auth_multi_factor", "required_for_sign_up");
  const setting = texts ?? app;
  if (isApp === undefined || setting === undefined || (texts === undefined && !isApp)) return null;
  return {
    mode: app === undefined ? "optional" : "required",
    kinds: [...(texts === undefined ? [] : (["sms-code"] as const)), ...(isApp ? (["totp"] as const) : [])],
    setting,
    ordered: false,
    textsDespiteApp: false,
    recoveryCodes: switchAt(root, "auth_multi_factor", "backup_code", "enabled") === true,
    beside: "everything",
  };
}

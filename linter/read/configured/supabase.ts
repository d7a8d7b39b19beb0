// Reads the settings of Supabase's sign-in: `supabase/config.toml`, which the local services take and `config push` sends up.
// supabase/auth of August 2026 and the configuration of supabase/cli were read in their code: `auth.sms.enable_signup`
// switches all of phone sign-in, and is switched off again where no service that texts is on; a texted code is a whole
// sign-in; passwords are recovered by mail only; second factors are enrolled and asked for by the application, after
// whatever sign-in.
import type { ConfiguredAuth, ConfiguredRoute, ConfiguredSecondFactors, Setting } from "../../configured.ts";
import type { ProofKind } from "../../flow.ts";
import { switchAt, type Written, writtenAt } from "./written.ts";

const texting = ["twilio", "twilio_verify", "messagebird", "textlocal", "vonage"];

/** What the file tells Supabase for every project, or else for the one that a remote of it stands for. */
export function configuredInSupabase(file: string, root: Written | undefined): readonly ConfiguredAuth[] {
  const remotes = writtenAt(root, "remotes");
  const own = new Settings(root, undefined);
  const named = remotes?.is === "table" ? [...remotes.entries] : [];
  const others = named.map(([name, remote]) => ({ name, settings: new Settings(root, remote) }));
  const auth = authOf(file, own, "the sign-in of Supabase", "auth");
  if (auth !== undefined) {
    const isUndone = others.some(({ settings }) => settings.texts() === undefined);
    return [
      isUndone && own.texts() !== undefined
        ? { ...auth, confidence: "low", unknowns: [...auth.unknowns, "which of its remotes matters"] }
        : auth,
    ];
  }
  return others.flatMap(
    ({ name, settings }) =>
      authOf(file, settings, `the sign-in of Supabase's remote "${name}"`, `remotes.${name}.auth`) ?? [],
  );
}

/** What is written for a project: what its remote says comes before what the file says for all. */
class Settings {
  readonly #root: Written | undefined;
  readonly #remote: Written | undefined;

  constructor(root: Written | undefined, remote: Written | undefined) {
    this.#root = root;
    this.#remote = remote;
  }

  written(...path: readonly string[]): Written | undefined {
    return writtenAt(this.#remote, "auth", ...path) ?? writtenAt(this.#root, "auth", ...path);
  }

  isOn(...path: readonly string[]): boolean | undefined {
    return switchAt(this.written(...path));
  }

  setting(...path: readonly string[]): Setting | undefined {
    const found = this.written(...path);
    if (found === undefined || this.isOn(...path) !== true) return undefined;
    return { place: found.place, text: `${["auth", ...path].join(".")} = true`, byDefault: false };
  }

  /** The switch of phone sign-in, where something texts. */
  texts(): Setting | undefined {
    return texting.some((name) => this.isOn("sms", name, "enabled") === true)
      ? this.setting("sms", "enable_signup")
      : undefined;
  }
}

function authOf(file: string, settings: Settings, subject: string, part: string): ConfiguredAuth | undefined {
  if (settings.isOn("enabled") === false) return undefined;
  const texts = settings.texts();
  const secondFactors = secondFactorsIn(settings);
  const setting = texts ?? secondFactors?.setting;
  if (setting === undefined) return undefined;
  const passkey = settings.setting("passkey", "enabled");
  const routes: readonly (readonly [kind: ProofKind, setting: Setting | undefined])[] = [
    ["sms-code", texts],
    ["passkey", passkey],
  ];
  return {
    product: "supabase",
    title: "Supabase",
    place: setting.place,
    subject,
    symbol: `${file}#${part}`,
    signIn: [
      {
        with: ["password"],
        setting: { place: setting.place, text: "sign-in with a password", byDefault: true },
      },
      ...routes.flatMap(([kind, on]): ConfiguredRoute[] =>
        on === undefined ? [] : [{ with: [kind], setting: on }],
      ),
    ],
    secondFactors,
    recovery: [],
    recoverySetting: null,
    complete: false,
    confidence: "medium",
    unknowns: ["whether these settings are those of the hosted project, too"],
  };
}

/** Phones as second factors, with what is offered beside them. Without a word about apps it is not known what is. */
function secondFactorsIn(settings: Settings): ConfiguredSecondFactors | null {
  const isOffered = (name: string) =>
    settings.isOn("mfa", name, "enroll_enabled") === true &&
    settings.isOn("mfa", name, "verify_enabled") === true;
  const setting = settings.setting("mfa", "phone", "enroll_enabled");
  const apps = settings.isOn("mfa", "totp", "enroll_enabled");
  if (setting === undefined || !isOffered("phone") || apps === undefined) return null;
  return {
    mode: "optional",
    kinds: [
      "sms-code",
      ...(isOffered("totp") ? (["totp"] as const) : []),
      ...(isOffered("web_authn") ? (["passkey"] as const) : []),
    ],
    setting,
    ordered: false,
    textsDespiteApp: false,
    recoveryCodes: false,
    beside: "everything",
  };
}

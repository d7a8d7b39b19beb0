// Reads the configuration of Ory Kratos, and the identity schemas that say where its codes go.
// The configuration's schema and the code of ory/kratos were read as of July 2026: a code that comes by text signs in where
// `passwordless_enabled` is set, recovers where `choose_recovery_address` lets it go anywhere but to a mailbox, and in
// both cases a second factor that is enrolled is asked for afterwards, unless sessions are told to do without (`aal1`).
import type {
  ConfiguredAuth,
  ConfiguredRecovery,
  ConfiguredRoute,
  ConfiguredSecondFactors,
  Setting,
} from "../../configured.ts";
import type { ProofKind } from "../../flow.ts";
import type { ReadFile } from "./files.ts";
import { configurationsIn } from "./kratos-held.ts";
import { type Addresses, addressesIn } from "./kratos-schema.ts";
import { itemsAt, switchAt, textAt, type Written, writtenAt } from "./written.ts";

/** What the configurations in a file tell Kratos of codes that are texted. */
export function configuredInKratos(
  file: string,
  root: Written | undefined,
  readFile: ReadFile,
): readonly ConfiguredAuth[] {
  return configurationsIn(root).flatMap(({ config, around }, index) => {
    const place = writtenAt(config, "selfservice")?.place;
    if (place === undefined) return [];
    const reading = new Reading(config, addressesIn(file, config, around, readFile));
    return reading.auth(`${file}#selfservice${index === 0 ? "" : `.${index + 1}`}`, place) ?? [];
  });
}

class Reading {
  readonly #config: Written | undefined;
  readonly #addresses: Addresses;

  constructor(config: Written | undefined, addresses: Addresses) {
    this.#config = config;
    this.#addresses = addresses;
  }

  auth(symbol: string, place: Setting["place"]): ConfiguredAuth | undefined {
    const signIn = this.#signIn(place);
    const recovery = this.#recovery();
    const secondFactors = this.#secondFactors();
    const kinds = [...signIn, ...recovery].flatMap((route) => route.with);
    if (![...kinds, ...(secondFactors?.kinds ?? [])].includes("sms-code")) return undefined;
    const { known } = this.#addresses;
    const unknowns = [
      ...(known ? [] : ["where the identity schema has codes sent"]),
      ...(this.#texts() ? [] : ["whether a channel for texts is set up, which this file does not do"]),
    ];
    return {
      product: "kratos",
      title: "Ory Kratos",
      place,
      subject: "the sign-in of Ory Kratos",
      symbol,
      signIn,
      secondFactors,
      recovery,
      recoverySetting: recovery[0]?.setting ?? signIn[0]?.setting ?? null,
      complete: known && this.#isOff("oidc") && this.#isOff("saml"),
      confidence: known ? (this.#texts() ? "high" : "medium") : "low",
      unknowns,
    };
  }

  #isOn(...path: readonly string[]): boolean | undefined {
    return switchAt(this.#config, "selfservice", "methods", ...path);
  }

  /** Whether a method is off that is off unless it is switched on. */
  #isOff(method: string): boolean {
    const found = writtenAt(this.#config, "selfservice", "methods", method, "enabled");
    return found === undefined || switchAt(found) === false;
  }

  #setting(...path: readonly string[]): Setting | undefined {
    const found = writtenAt(this.#config, ...path);
    if (found?.is !== "value") return undefined;
    return {
      place: found.place,
      text: `${path.slice(-2).join(".")}: ${String(found.value)}`,
      byDefault: false,
    };
  }

  /** Whether texts are sent at all: mail is the only channel that need not be set up. */
  #texts(): boolean {
    return itemsAt(this.#config, "courier", "channels").some((channel) => textAt(channel, "id") === "sms");
  }

  /** Where codes go for a purpose. Of a schema that was not read, a channel for texts is the only sign. */
  #kindsFor(purpose: "signIn" | "recovery"): readonly ProofKind[] {
    if (!this.#addresses.known) return this.#texts() ? ["sms-code"] : [];
    const vias = this.#addresses[purpose];
    return [
      ...(vias.has("sms") ? (["sms-code"] as const) : []),
      ...(vias.has("email") ? (["email-code"] as const) : []),
    ];
  }

  #signIn(place: Setting["place"]): readonly ConfiguredRoute[] {
    const routes: ConfiguredRoute[] = [];
    if (this.#isOn("password", "enabled") !== false)
      routes.push({
        with: ["password"],
        setting: { place, text: "sign-in with a password", byDefault: true },
      });
    const code = this.#setting("selfservice", "methods", "code", "passwordless_enabled");
    if (code !== undefined && this.#isOn("code", "passwordless_enabled") === true)
      for (const kind of this.#kindsFor("signIn")) routes.push({ with: [kind], setting: code });
    const passkey =
      this.#isOn("passkey", "enabled") === true
        ? this.#setting("selfservice", "methods", "passkey", "enabled")
        : this.#isOn("webauthn", "enabled") === true &&
            this.#isOn("webauthn", "config", "passwordless") === true
          ? this.#setting("selfservice", "methods", "webauthn", "config", "passwordless")
          : undefined;
    if (passkey !== undefined) routes.push({ with: ["passkey"], setting: passkey });
    return routes;
  }

  #recovery(): readonly ConfiguredRecovery[] {
    const flow = ["selfservice", "flows", "recovery"];
    if (switchAt(this.#config, ...flow, "enabled") !== true) return [];
    const enabled = this.#setting(...flow, "enabled");
    const anywhere = ["feature_flags", "choose_recovery_address"];
    const isAnywhere = switchAt(this.#config, ...anywhere) === true;
    const isCode =
      (textAt(this.#config, ...flow, "use") ?? "code") === "code" &&
      (this.#isOn("code", "enabled") !== false || this.#isOn("code", "passwordless_enabled") === true);
    return this.#kindsFor("recovery").flatMap((kind): readonly ConfiguredRecovery[] => {
      const setting = kind === "sms-code" ? this.#setting(...anywhere) : enabled;
      if (setting === undefined || (kind === "sms-code" && !(isCode && isAnywhere))) return [];
      return [
        {
          with: [isCode || kind === "sms-code" ? kind : "email-link"],
          gives: "new-password",
          barredByText: false,
          setting,
        },
      ];
    });
  }

  #secondFactors(): ConfiguredSecondFactors | null {
    // Where sessions do without, the application decides who is asked for a second factor.
    if (textAt(this.#config, "session", "whoami", "required_aal") === "aal1") return null;
    const isKey =
      this.#isOn("webauthn", "enabled") === true && this.#isOn("webauthn", "config", "passwordless") !== true;
    const code =
      this.#isOn("code", "mfa_enabled") === true && this.#addresses.known ? this.#kindsFor("signIn") : [];
    const kinds: readonly ProofKind[] = [
      ...code,
      ...(this.#isOn("totp", "enabled") === true ? (["totp"] as const) : []),
      ...(isKey ? (["passkey"] as const) : []),
    ];
    const path = [
      "selfservice",
      "methods",
      ...(code.length > 0 ? ["code", "mfa_enabled"] : ["totp", "enabled"]),
    ];
    const setting = this.#setting(...path) ?? this.#setting("selfservice", "methods", "webauthn", "enabled");
    if (kinds.length === 0 || setting === undefined) return null;
    return {
      mode: "optional",
      kinds,
      setting,
      ordered: false,
      textsDespiteApp: false,
      recoveryCodes: this.#isOn("lookup_secret", "enabled") === true,
      beside: "everything",
    };
  }
}

// Reads tenants of Auth0 as its Deploy CLI writes them: a folder of JSON files, or one `tenant.yaml`.
// auth0-deploy-cli was read in its code as of August 2026. A connection of strategy `sms`, and a database with `phone_otp`,
// let in for a texted code; the factors of Guardian are asked for after whatever sign-in that the policies name.
import type { ConfiguredAuth, ConfiguredSecondFactors, Setting } from "../../configured.ts";
import type { Confidence, ProofKind } from "../../flow.ts";
import type { ReadFile } from "./files.ts";
import { itemsAt, switchAt, textAt, textsAt, type Written, writtenAt } from "./written.ts";
import { readYaml } from "./yaml-file.ts";

/** What a file of a tenant tells Auth0. Of a folder, each file is read for itself, and Guardian's with it. */
export function configuredInAuth0(
  file: string,
  root: Written,
  readFile: ReadFile,
): readonly ConfiguredAuth[] {
  if (/(^|\/)tenant\.ya?ml$/i.test(file)) {
    const guardian = guardianIn(root);
    const doors = [...itemsAt(root, "connections"), ...itemsAt(root, "databases")];
    return [...doors.flatMap((door) => doorOf(file, door, guardian)), ...factorsOf(file, guardian)];
  }
  const part = /^(.*\/)?(?:guardian\/factors|connections|database-connections)\//.exec(file);
  if (part === null) return [];
  const guardian = guardianAround(part[1] ?? "", readFile);
  return file.endsWith("guardian/factors/sms.json")
    ? factorsOf(file, guardian)
    : doorOf(file, root, guardian);
}

/** The factors of a tenant, each on or off, and when they are asked for; undefined parts were not found. */
interface Guardian {
  readonly factors: ReadonlyMap<string, Written>;
  readonly policies: readonly string[] | undefined;
}

function guardianIn(root: Written | undefined): Guardian {
  const named = itemsAt(root, "guardianFactors").map(
    (factor) => [textAt(factor, "name") ?? "", factor] as const,
  );
  return { factors: new Map(named), policies: textsAt(root, "guardianPolicies", "policies") };
}

const kinds: Readonly<Record<string, ProofKind>> = {
  sms: "sms-code",
  otp: "totp",
  "push-notification": "totp",
  duo: "totp",
  email: "email-code",
  "webauthn-roaming": "passkey",
  "webauthn-platform": "passkey",
};

function guardianAround(folder: string, readFile: ReadFile): Guardian {
  const read = (name: string): Written | undefined => {
    const file = `${folder}guardian/${name}.json`;
    const text = readFile(file);
    return text === undefined ? undefined : readYaml(file, text);
  };
  const found = [...Object.keys(kinds), "recovery-code"].flatMap((name) => {
    const factor = read(`factors/${name}`);
    return factor === undefined ? [] : [[name, factor] as const];
  });
  return { factors: new Map(found), policies: textsAt(read("policies"), "policies") };
}

function secondFactorsOf({ factors, policies }: Guardian): ConfiguredSecondFactors | null {
  const on = [...factors].filter(([, factor]) => switchAt(factor, "enabled") === true);
  const read = [...new Set(on.flatMap(([name]) => kinds[name] ?? []))];
  const place = writtenAt(factors.get("sms"), "enabled")?.place ?? on[0]?.[1].place;
  if (read.length === 0 || place === undefined) return null;
  return {
    mode: policies?.includes("all-applications") === true ? "required" : "optional",
    kinds: read,
    setting: { place, text: `factors: ${on.map(([name]) => name).join(", ")}`, byDefault: false },
    ordered: false,
    textsDespiteApp: false,
    recoveryCodes: switchAt(factors.get("recovery-code"), "enabled") === true,
    beside: "everything",
  };
}

/** What the tenant says of texts as second factor. */
function factorsOf(file: string, guardian: Guardian): readonly ConfiguredAuth[] {
  const secondFactors = secondFactorsOf(guardian);
  if (secondFactors === null || switchAt(guardian.factors.get("sms"), "enabled") !== true) return [];
  const { policies } = guardian;
  const missing = ["otp", "push-notification", "webauthn-roaming", "webauthn-platform"].filter(
    (name) => !guardian.factors.has(name),
  );
  const isSilent = missing.length > 0 || policies?.length === 0;
  const confidence: Confidence = isSilent ? "low" : policies === undefined ? "medium" : "high";
  const { setting } = secondFactors;
  return [
    authOf(file, "the tenant of Auth0", "guardian", {
      signIn: [
        { with: ["password"], setting: { ...setting, text: "sign-in with a password", byDefault: true } },
      ],
      secondFactors,
      confidence,
      unknowns: [
        ...(policies === undefined || policies.length === 0 ? ["when a second factor is asked for"] : []),
        ...(missing.length > 0 ? [`whether other factors are on: ${missing.join(", ")}`] : []),
      ],
    }),
  ];
}

/** What a connection or a database lets in for; nothing where no application uses it. */
function doorOf(file: string, door: Written | undefined, guardian: Guardian): readonly ConfiguredAuth[] {
  const clients = textsAt(door, "enabled_clients");
  if (clients?.length === 0) return [];
  const name = textAt(door, "name") ?? "";
  const strategy = writtenAt(door, "strategy");
  const otp = writtenAt(door, "options", "authentication_methods", "phone_otp", "enabled");
  const setting: Setting | undefined =
    strategy !== undefined && textAt(door, "strategy") === "sms"
      ? { place: strategy.place, text: 'strategy: "sms"', byDefault: false }
      : settingOf(otp);
  if (setting === undefined) return [];
  const isByNumber =
    otp === undefined ||
    switchAt(door, "options", "attributes", "phone_number", "identifier", "active") === true;
  const unknowns = [
    ...(clients === undefined ? ["whether an application uses it"] : []),
    ...(isByNumber ? [] : ["whether people are known by their phone numbers in it"]),
  ];
  return [
    authOf(file, `the connection "${name}" of Auth0`, name === "" ? "connection" : name, {
      signIn: [{ with: ["sms-code"], setting }],
      secondFactors: secondFactorsOf(guardian),
      confidence: unknowns.length === 0 ? "high" : "medium",
      unknowns,
    }),
  ];
}

/** The switch of texted codes in a database, if it is on. */
function settingOf(found: Written | undefined): Setting | undefined {
  if (found === undefined || switchAt(found) !== true) return undefined;
  return { place: found.place, text: "phone_otp is enabled", byDefault: false };
}

function authOf(
  file: string,
  subject: string,
  part: string,
  told: Pick<ConfiguredAuth, "signIn" | "secondFactors" | "confidence" | "unknowns">,
): ConfiguredAuth {
  return {
    product: "auth0",
    title: "Auth0",
    place: told.signIn[0]?.setting.place ?? { file, line: 1, column: 1 },
    subject,
    symbol: `${file}#${part}`,
    recovery: [],
    recoverySetting: null,
    // Other connections may let in as well, and a forgotten password is mailed.
    complete: false,
    ...told,
  };
}

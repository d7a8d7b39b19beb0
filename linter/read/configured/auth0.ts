// Reads tenants of Auth0 as its Deploy CLI writes them: a folder of JSON files, or one `tenant.yaml`.
// auth0-deploy-cli was read in its code as of August 2026, and Auth0's documentation. A connection of strategy `sms`, and a
// database with `phone_otp`, let in for a texted code. Where a database knows people by their phone numbers, a forgotten
// password is reset with one ("Use Phone Number as Identifier"), and by default nothing else is asked for on that way. The
// factors of Guardian are asked for after whatever sign-in that the policies name.
import type { ConfiguredAuth, ConfiguredSecondFactors, Setting } from "../../configured.ts";
import type { Confidence, ProofKind } from "../../flow.ts";
import type { ReadFile } from "./files.ts";
import { itemsAt, switchAt, textAt, textsAt, type Written, writtenAt } from "./written.ts";
import { readYaml } from "./yaml-file.ts";

/**
 * What a file of a tenant tells Auth0; undefined where it cannot be parsed. Of a folder, each file is read for itself, and
 * Guardian's with it. A file that is none of a tenant tells nothing.
 */
export function configuredInAuth0(
  file: string,
  text: string,
  readFile: ReadFile,
): readonly ConfiguredAuth[] | undefined {
  const isAll = /(^|\/)tenant\.ya?ml$/i.test(file);
  const part = /^(.*\/)?(?:guardian\/factors|connections|database-connections)\//.exec(file);
  if (!isAll && part === null) return [];
  const root = readTenant(file, text);
  if (root === undefined) return undefined;
  if (isAll) {
    const guardian = guardianIn(root);
    const tenant = { guardian, hasResetActions: hasResetActions(writtenAt(root, "triggers")) };
    const doors = [...itemsAt(root, "connections"), ...itemsAt(root, "databases")];
    return [...doors.flatMap((door) => doorOf(file, door, tenant)), ...factorsOf(file, guardian)];
  }
  const folder = part?.[1] ?? "";
  const guardian = guardianAround(folder, readFile);
  if (file.endsWith("guardian/factors/sms.json")) return factorsOf(file, guardian);
  const triggers = readAt(`${folder}triggers/triggers.json`, readFile);
  return doorOf(file, root, { guardian, hasResetActions: hasResetActions(triggers) });
}

/** What of a tenant bears on each of its connections. */
interface Tenant {
  /** What could not be decided of any of them. */
  readonly unknowns?: readonly string[];
  readonly guardian: Guardian;
  /** Whether code runs between the code that was sent and the new password, which can ask for more. */
  readonly hasResetActions: boolean;
}

function hasResetActions(triggers: Written | undefined): boolean {
  return itemsAt(triggers, "password-reset-post-challenge").length > 0;
}

function readAt(file: string, readFile: ReadFile): Written | undefined {
  const text = readFile(file);
  return text === undefined ? undefined : readTenant(file, text);
}

/** Reads a file in which words stand for lists that are put in when it is deployed, with or without quotes. */
function readTenant(file: string, text: string): Written | undefined {
  return readYaml(file, text.replaceAll(/(?<!['"])@@[A-Z0-9_]+@@(?!['"])/g, '"$&"'));
}

/** The factors of a tenant, each on or off, and when they are asked for; undefined parts were not found. */
export interface Guardian {
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
  const read = (name: string) => readAt(`${folder}guardian/${name}.json`, readFile);
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
export function factorsOf(file: string, guardian: Guardian): readonly ConfiguredAuth[] {
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

/** What a connection or a database lets in and resets for; nothing where no application uses it. */
export function doorOf(
  file: string,
  door: Written | undefined,
  tenant: Tenant,
  otherName = "",
): readonly ConfiguredAuth[] {
  const clients = writtenAt(door, "enabled_clients");
  if (clients?.is === "list" && clients.items.length === 0) return [];
  const name = textAt(door, "name") ?? otherName;
  const reset = resetOf(door);
  const code = codeOf(door);
  const setting = reset ?? code;
  if (setting === undefined) return [];
  const unknowns = [
    ...(clients?.is === "list" ? [] : ["whether an application uses it"]),
    ...(tenant.unknowns ?? []),
    ...(isByText(door) || isIdentifier(door, "phone_number")
      ? []
      : ["whether people are known by their phone numbers in it"]),
    ...(reset !== undefined && isIdentifier(door, "email")
      ? ["whether a code goes to the number of somebody who has a mail address, too"]
      : []),
    ...(reset !== undefined && tenant.hasResetActions
      ? ["what the actions ask for that run before a new password is set"]
      : []),
  ];
  const factors = secondFactorsOf(tenant.guardian);
  return [
    authOf(file, `the connection "${name}" of Auth0`, name === "" ? "connection" : name, {
      signIn: [
        ...(code === undefined ? [] : [{ with: ["sms-code"] as const, setting: code }]),
        ...(reset === undefined ? [] : [{ with: ["password"] as const, setting: withPassword(reset) }]),
      ],
      recovery:
        reset === undefined
          ? []
          : [{ with: ["sms-code"], gives: "new-password", barredByText: false, setting: reset }],
      // What is asked for beside a password is told where Guardian's factors are.
      secondFactors: factors === null || reset === undefined ? factors : { ...factors, setting: reset },
      confidence:
        reset !== undefined && tenant.hasResetActions ? "low" : unknowns.length === 0 ? "high" : "medium",
      unknowns,
    }),
  ];
}

function withPassword(setting: Setting): Setting {
  return { ...setting, text: "sign-in with a password", byDefault: true };
}

function isByText(door: Written | undefined): boolean {
  return textAt(door, "strategy") === "sms";
}

function isIdentifier(door: Written | undefined, attribute: string): boolean {
  return switchAt(door, "options", "attributes", attribute, "identifier", "active") === true;
}

/** By which switch a texted code lets in. */
function codeOf(door: Written | undefined): Setting | undefined {
  const strategy = writtenAt(door, "strategy");
  if (strategy !== undefined && isByText(door))
    return { place: strategy.place, text: 'strategy: "sms"', byDefault: false };
  const otp = writtenAt(door, "options", "authentication_methods", "phone_otp", "enabled");
  if (otp === undefined || switchAt(otp) !== true) return undefined;
  return { place: otp.place, text: "phone_otp is enabled", byDefault: false };
}

/** By which switch a forgotten password is reset with a phone number: that of numbers as what people are known by. */
function resetOf(door: Written | undefined): Setting | undefined {
  const identifier = writtenAt(door, "options", "attributes", "phone_number", "identifier", "active");
  if (identifier === undefined || !isIdentifier(door, "phone_number")) return undefined;
  const isOff =
    isWritten(door, false, "authentication_methods", "password", "enabled") ||
    isWritten(door, true, "disable_self_service_change_password");
  return isOff
    ? undefined
    : { place: identifier.place, text: "phone_number is an identifier", byDefault: false };
}

/** Whether an option says this, or something that is not known. */
function isWritten(door: Written | undefined, what: boolean, ...path: readonly string[]): boolean {
  const found = writtenAt(door, "options", ...path);
  return found !== undefined && switchAt(found) !== !what;
}

function authOf(
  file: string,
  subject: string,
  part: string,
  told: Pick<ConfiguredAuth, "signIn" | "secondFactors" | "confidence" | "unknowns"> &
    Partial<Pick<ConfiguredAuth, "recovery">>,
): ConfiguredAuth {
  return {
    product: "auth0",
    title: "Auth0",
    place: told.signIn[0]?.setting.place ?? { file, line: 1, column: 1 },
    subject,
    symbol: `${file}#${part}`,
    recovery: [],
    recoverySetting: null,
    // Other connections may let in as well, and a forgotten password may be mailed.
    complete: false,
    ...told,
  };
}

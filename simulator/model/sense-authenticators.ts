// Checks that each authenticator is somewhere, that it is there for its owner, and that it does not open itself.
import type { Authenticator, AuthenticatorOf } from "./authenticators.ts";
import { passwordSecret } from "./holdings.ts";
import { errorAt, type Finding, type Path, shown, warningAt } from "./problems.ts";
import type { Parts, Placed } from "./salvage.ts";
import type { Account, RecoveryRoute, SignInRoute, Thing } from "./setup.ts";

/** Everything that makes no sense in the authenticators of one account. */
export function authenticatorFindings(
  { part: account, path }: Placed<Account>,
  parts: Parts,
): readonly Finding[] {
  return account.authenticators.flatMap((authenticator, index) => {
    const at = [...path, "authenticators", index];
    return [
      ...placeFindings(authenticator, at),
      ...selfFindings(account, authenticator, at),
      ...thingFindings(authenticator, at, parts),
      ...numberFindings(authenticator, at, parts),
      ...keeperFindings(account, authenticator, at, parts),
    ];
  });
}

/** Seeds, passkeys, prompts and codes must be somewhere. */
function placeFindings(authenticator: Authenticator, at: Path): readonly Finding[] {
  const { kind } = authenticator;
  switch (authenticator.kind) {
    case "totp": {
      const { devices, syncedTo, printedOn, exportedTo } = authenticator;
      const placed = [syncedTo, printedOn, exportedTo].some((place) => place !== undefined);
      return placed || devices.length > 0
        ? []
        : [errorAt("nowhere", at, { kind, keys: "devices, syncedTo, printedOn, exportedTo" })];
    }
    case "hotp":
      return authenticator.devices.length > 0 || authenticator.thing !== undefined
        ? []
        : [errorAt("nowhere", at, { kind, keys: "devices, thing" })];
    case "passkey":
      return authenticator.devices.length > 0 || authenticator.syncedTo !== undefined
        ? []
        : [errorAt("nowhere", at, { kind, keys: "devices, syncedTo" })];
    case "push":
    case "in-app-message":
    case "device-code":
    case "trusted-browser":
    case "session-approval":
      return authenticator.devices.length > 0 ? [] : [errorAt("nowhere", at, { kind, keys: "devices" })];
    case "recovery-codes":
      return authenticator.sheet !== undefined || authenticator.storedIn !== undefined
        ? []
        : [warningAt("codes-nowhere", at, { keys: "sheet, storedIn" })];
    case "support-desk": {
      const { asks, number, document } = authenticator;
      if (asks === "call-back" && number === undefined)
        return [errorAt("desk-without-ground", at, { asks, key: "number" })];
      if (asks === "document" && document === undefined)
        return [errorAt("desk-without-ground", at, { asks, key: "document" })];
      return [];
    }
    case "password":
    case "security-questions":
    case "sms-code":
    case "voice-code":
    case "messenger-code":
    case "email-code":
    case "email-link":
    case "otp-token":
    case "security-key":
    case "recovery-contact":
    case "identity-proofing":
    case "voiceprint":
      return [];
  }
}

/** To read what is sent into an account one must be in it already. */
function selfFindings(account: Account, authenticator: Authenticator, at: Path): readonly Finding[] {
  const toItself = (key: string) => [errorAt("code-to-itself", [...at, key], { account: account.id })];
  switch (authenticator.kind) {
    case "email-code":
    case "email-link":
      return authenticator.mailbox === account.id ? toItself("mailbox") : [];
    case "messenger-code":
      return authenticator.messenger === account.id ? toItself("messenger") : [];
    case "password":
      return authenticator.keptIn === account.id
        ? [errorAt("kept-in-itself", [...at, "keptIn"], { account: account.id })]
        : [];
    default:
      return [];
  }
}

/** A thing that stands for an authenticator must be of the kind that can be one. */
function thingFindings(authenticator: Authenticator, at: Path, { things }: Parts): readonly Finding[] {
  const named = thingNamed(authenticator);
  const thing = things.find(({ part }) => part.id === named?.id)?.part;
  if (named === undefined || thing === undefined || thing.kind === named.kind) return [];
  const params = { found: shown(thing.id), kind: thing.kind, wanted: named.kind };
  return [errorAt("thing-of-other-kind", [...at, named.key], params)];
}

interface ThingNamed {
  readonly key: "thing" | "document";
  readonly id: string | undefined;
  readonly kind: Thing["kind"];
}

function thingNamed(authenticator: Authenticator): ThingNamed | undefined {
  switch (authenticator.kind) {
    case "security-key":
      return { key: "thing", id: authenticator.thing, kind: "security-key" };
    case "otp-token":
    case "hotp":
      return { key: "thing", id: authenticator.thing, kind: "otp-token" };
    case "support-desk":
    case "identity-proofing":
      return { key: "document", id: authenticator.document, kind: "id-document" };
    default:
      return undefined;
  }
}

/** Texts and calls to a number that no device answers reach nobody. */
function numberFindings(authenticator: Authenticator, at: Path, parts: Parts): readonly Finding[] {
  const id = "number" in authenticator ? authenticator.number : undefined;
  const number = parts.numbers.find(({ part }) => part.id === id)?.part;
  if (number === undefined || parts.devices.some(({ part }) => part.sims.includes(number.id))) return [];
  return [
    warningAt(number.line === "mobile" ? "sim-nowhere" : "line-nowhere", [...at, "number"], {
      found: shown(number.id),
    }),
  ];
}

/** A password cannot be kept where only this same password leads. */
function keeperFindings(
  account: Account,
  authenticator: Authenticator,
  at: Path,
  { accounts }: Parts,
): readonly Finding[] {
  if (authenticator.kind !== "password" || authenticator.keptIn === undefined) return [];
  const keeper = accounts.find(({ part }) => part.id === authenticator.keptIn)?.part;
  if (keeper === undefined || keeper.id === account.id) return [];
  if (!opensOnlyWith(keeper, passwordSecret(account, authenticator))) return [];
  return [errorAt("kept-behind-itself", [...at, "keptIn"], { account: keeper.id })];
}

/** Whether every way into an account asks for this one secret. */
function opensOnlyWith(keeper: Account, secret: string): boolean {
  const ways: readonly (SignInRoute | RecoveryRoute)[] = [...keeper.signIn, ...keeper.recovery];
  const passwords = keeper.authenticators.filter(
    (authenticator): authenticator is AuthenticatorOf<"password"> => authenticator.kind === "password",
  );
  const same = new Set(
    passwords
      .filter((password) => passwordSecret(keeper, password) === secret)
      .map((password) => password.id),
  );
  return (
    keeper.modelled &&
    keeper.signedInOn.length === 0 &&
    ways.length > 0 &&
    ways.every((way) => way.with.some((id) => same.has(id)))
  );
}

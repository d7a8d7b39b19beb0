// What the settings of an Amazon Cognito user pool come to, however they are written: by CDK, by Amplify or as a template.
// aws-cdk-lib 2.276.0, @aws-cdk/aws-cognito 1.203.0 and @aws-amplify/auth-construct 1.12.0 were read in their code.
import type {
  ConfiguredAuth,
  ConfiguredRecovery,
  ConfiguredRoute,
  ConfiguredSecondFactors,
  Setting,
} from "../../configured.ts";
import type { Confidence, ProofKind } from "../../flow.ts";

/** Where the code goes with which a password is forgotten: the first of these that a user has. */
export interface PoolRecovery {
  readonly order: readonly ("phone" | "email")[];
  /** Whether a phone number is refused to whoever has texts as second factor. */
  readonly barredByText: boolean;
  readonly setting: Setting;
  /** Whether it is one of several that run time chooses among. */
  readonly oneOfSeveral: boolean;
}

/** The second factors of a pool, where they are switched on. */
export interface PoolFactors {
  readonly mode: "required" | "optional";
  readonly kinds: readonly ProofKind[];
  readonly setting: Setting;
}

/** Whether the pool sees to it that an address is confirmed; undefined where that is not known. */
export interface PoolAddresses {
  readonly phone: boolean | undefined;
  readonly email: boolean | undefined;
}

/** A pool as far as its settings were read; undefined parts were not. */
export interface Pool {
  readonly identity: Pick<ConfiguredAuth, "product" | "title" | "place" | "subject" | "symbol">;
  readonly addresses: PoolAddresses;
  readonly recovery: PoolRecovery | undefined;
  /** `off` where there are none. */
  readonly factors: PoolFactors | "off" | undefined;
  /** First factors that need no password. */
  readonly passwordless: readonly ConfiguredRoute[];
  /** Whether there are no ways in beside these, such as other identity providers. */
  readonly complete: boolean;
}

/** What a pool comes to; undefined where nothing of it can be told. */
export function authOfPool(pool: Pool): ConfiguredAuth | undefined {
  const { identity, addresses, factors, passwordless } = pool;
  const recovery =
    pool.recovery !== undefined && speaksOfPhones(pool.recovery, addresses) ? pool.recovery : undefined;
  const unknowns = [
    ...(factors === undefined ? ["whether second factors are switched on"] : []),
    ...(recovery?.order[0] === "phone" && addresses.phone !== true
      ? ["whether phone numbers are confirmed, which this pool does not see to by itself"]
      : []),
    ...(recovery?.oneOfSeveral === true ? ["which of several settings holds at run time"] : []),
  ];
  return {
    ...identity,
    signIn: [{ with: ["password"], setting: unsaid(identity.place) }, ...passwordless],
    secondFactors: factors === undefined || factors === "off" ? null : secondFactors(factors),
    recovery: recovery === undefined ? [] : routes(recovery, addresses),
    recoverySetting: recovery?.setting ?? null,
    complete: pool.complete && recovery !== undefined && factors !== undefined,
    confidence: confidenceIn(recovery, addresses),
    unknowns,
  };
}

/** A default that prefers phones means nothing where no number is ever confirmed. */
function speaksOfPhones({ setting, order }: PoolRecovery, { phone }: PoolAddresses): boolean {
  return !setting.byDefault || phone === true || order[0] !== "phone";
}

function confidenceIn(recovery: PoolRecovery | undefined, { phone, email }: PoolAddresses): Confidence {
  if (recovery?.oneOfSeveral === true) return "low";
  if (recovery?.order[0] !== "phone" || phone === true) return "high";
  // A pool that confirms mail addresses and no numbers will hardly ever find a number to send a text to.
  return phone === false && email === true && recovery.order.includes("email") ? "low" : "medium";
}

function routes(recovery: PoolRecovery, { email }: PoolAddresses): readonly ConfiguredRecovery[] {
  const { order, barredByText, setting } = recovery;
  const [first, ...others] = order;
  const usable =
    first === "email"
      ? (["email"] as const)
      : first === "phone"
        ? others.length > 0 && email === true
          ? order
          : (["phone"] as const)
        : [];
  return usable.map((address) => ({
    with: [address === "phone" ? "sms-code" : "email-code"],
    gives: "new-password",
    barredByText: address === "phone" && barredByText,
    setting,
  }));
}

function secondFactors({ mode, kinds, setting }: PoolFactors): ConfiguredSecondFactors {
  return { mode, kinds, setting, ordered: false, textsDespiteApp: false, recoveryCodes: false };
}

/** What a pool does without being told. */
function unsaid(place: Setting["place"]): Setting {
  return { place, text: "sign-in with a password", byDefault: true };
}

/** What each choice of CDK's `AccountRecovery` means, by its name. Amplify takes the same names. */
export const accountRecovery = {
  PHONE_AND_EMAIL: { order: ["phone", "email"], barredByText: false },
  PHONE_ONLY_WITHOUT_MFA: { order: ["phone"], barredByText: true },
  PHONE_WITHOUT_MFA_AND_EMAIL: { order: ["phone", "email"], barredByText: true },
  EMAIL_AND_PHONE_WITHOUT_MFA: { order: ["email", "phone"], barredByText: true },
  EMAIL_ONLY: { order: ["email"], barredByText: true },
  NONE: { order: [], barredByText: true },
} as const satisfies Readonly<Record<string, Pick<PoolRecovery, "order" | "barredByText">>>;

export type RecoveryName = keyof typeof accountRecovery;

/** Of several names, the one that leans on the phone most; undefined if one of them is not known. */
export function weakest(names: readonly (string | undefined)[]): RecoveryName | undefined {
  const known = Object.keys(accountRecovery).filter((name): name is RecoveryName => names.includes(name));
  return names.every((name) => known.some((one) => one === name)) ? known[0] : undefined;
}

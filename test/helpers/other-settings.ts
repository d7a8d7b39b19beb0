// A setup with one of its settings changed everywhere: what a control is worth is what then comes out differently.
import type { Account, Setup } from "../../simulator/model/setup.ts";

/** The same setup with other values of one setting; each value is a setup of its own. */
export type OtherSettings = (setup: Setup) => readonly Setup[];

type Part = "numbers" | "devices" | "accounts";

/** Other values for a key of every number, device or account. */
function everywhere<P extends Part, K extends keyof Setup[P][number]>(
  part: P,
  key: K,
  ...values: readonly Setup[P][number][K][]
): OtherSettings {
  return (setup) =>
    values.map((value) => ({ ...setup, [part]: setup[part].map((each) => ({ ...each, [key]: value })) }));
}

function carrier<K extends keyof Setup["numbers"][number]["carrier"]>(
  key: K,
  ...values: readonly Setup["numbers"][number]["carrier"][K][]
): OtherSettings {
  return (setup) =>
    values.map((value) => ({
      ...setup,
      numbers: setup.numbers.map((number) => ({ ...number, carrier: { ...number.carrier, [key]: value } })),
    }));
}

function control<K extends keyof Account["controls"]>(
  key: K,
  ...values: readonly (Account["controls"][K] | undefined)[]
): OtherSettings {
  return (setup) =>
    values.map((value) => ({
      ...setup,
      accounts: setup.accounts.map((account) => {
        const { [key]: _, ...others } = account.controls;
        return {
          ...account,
          controls: (value === undefined ? others : { ...others, [key]: value }) as Account["controls"],
        };
      }),
    }));
}

/** Other values for a key of every authenticator that has it. */
function ofAuthenticators(key: string, ...values: readonly unknown[]): OtherSettings {
  return (setup) =>
    values.map((value) => ({
      ...setup,
      accounts: setup.accounts.map((account) => ({
        ...account,
        authenticators: account.authenticators.map((authenticator) =>
          key in authenticator ? { ...authenticator, [key]: value } : authenticator,
        ) as Account["authenticators"],
      })),
    }));
}

function ofRecovery(
  changed: (route: Account["recovery"][number]) => Account["recovery"][number],
): OtherSettings {
  return (setup) => [
    {
      ...setup,
      accounts: setup.accounts.map((account) => ({ ...account, recovery: account.recovery.map(changed) })),
    },
  ];
}

/** Every setting that a verdict may depend on, beside which authenticators there are and what they rest on. */
export const otherSettings: Readonly<Record<string, OtherSettings>> = {
  // carriers
  simChange: carrier("simChange", "nothing", "account-pin", "photo-id-in-person"),
  numberLock: carrier("numberLock", true, false),
  ss7Filtering: carrier("ss7Filtering", true, false),
  portOut: carrier("portOut", "letter", "account-pin"),
  rerouting: carrier("rerouting", "letter", "confirmed"),
  forwarding: carrier("forwarding", "personal-data", "account-pin"),
  // lines and devices
  line: everywhere("numbers", "line", "mobile", "landline"),
  simPin: everywhere("numbers", "simPin", true, false),
  voicemail: everywhere("numbers", "voicemail", "none", "open", "pin"),
  wifiCalling: everywhere("numbers", "wifiCalling", "none", "without-short-codes", "full"),
  abroad: everywhere("numbers", "abroad", "everything", "calls-only", "nothing"),
  lock: everywhere("devices", "lock", "none", "code"),
  previews: everywhere("devices", "previews", true, false),
  mirrors: everywhere("devices", "mirrors", []),
  wipedFrom: (setup) => [{ ...setup, devices: setup.devices.map(({ wipedFrom: _, ...device }) => device) }],
  // services
  codeLength: control("codeLength", 4, 8),
  codeLifetime: control("codeLifetime", "1m", "24h"),
  attempts: control("attempts", 3, "unlimited"),
  resendResetsAttempts: control("resendResetsAttempts", true, false),
  oneTimeUse: control("oneTimeUse", true, false),
  driftSteps: control("driftSteps", 0, 10),
  carrierChangeCheck: control("carrierChangeCheck", true, false),
  holdAfterChange: control("holdAfterChange", undefined, "7d"),
  textsDespiteApp: control("textsDespiteApp", true, false),
  pushLimit: control("pushLimit", undefined, 3),
  recoveryKey: control("recoveryKey", true, false),
  resetKeepsSecondFactor: control("resetKeepsSecondFactor", true, false),
  resetOpensSession: control("resetOpensSession", true, false),
  signedInOn: everywhere("accounts", "signedInOn", []),
  notifies: everywhere("accounts", "notifies", []),
  limited: (setup) =>
    [true, false].map((limited) => ({
      ...setup,
      accounts: setup.accounts.map((account) => ({
        ...account,
        signIn: account.signIn.map((route) => ({ ...route, limited })),
      })),
    })),
  after: ofRecovery(({ after: _, ...route }) => route),
  reactsWithin: (setup) => ["1m", "999d"].map((reactsWithin) => ({ ...setup, reactsWithin })),
  protectedActions: everywhere("accounts", "protectedActions", []),
  // authenticators
  sender: ofAuthenticators("sender", "short-code", "long-number"),
  keyPress: ofAuthenticators("keyPress", true, false),
  callPin: ofAuthenticators("pin", true, false),
  madeUp: ofAuthenticators("madeUp", true, false),
  answer: ofAuthenticators("answer", "approve", "number-matching", "typed-code"),
  needsInternet: ofAuthenticators("needsInternet", true, false),
  left: ofAuthenticators("left", 0, 10),
};

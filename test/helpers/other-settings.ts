// A setup with one of its settings changed everywhere: what a control is worth is what then comes out differently.
import type { ControlId } from "../../simulator/model/controls.ts";
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
export const otherSettings: Readonly<Record<ControlId, OtherSettings>> = {
  // carriers
  "sim-change": carrier("simChange", "nothing", "account-pin", "photo-id-in-person"),
  "number-lock": carrier("numberLock", true, false),
  "ss7-filtering": carrier("ss7Filtering", true, false),
  "port-out-proof": carrier("portOut", "letter", "account-pin"),
  rerouting: carrier("rerouting", "letter", "confirmed"),
  forwarding: carrier("forwarding", "personal-data", "account-pin"),
  // lines and devices
  "sim-pin": everywhere("numbers", "simPin", true, false),
  voicemail: everywhere("numbers", "voicemail", "none", "open", "pin"),
  "wifi-calling": everywhere("numbers", "wifiCalling", "none", "without-short-codes", "full"),
  abroad: everywhere("numbers", "abroad", "everything", "calls-only", "nothing"),
  "screen-lock": everywhere("devices", "lock", "none", "code"),
  previews: everywhere("devices", "previews", true, false),
  mirrors: everywhere("devices", "mirrors", []),
  "wiped-from": (setup) => [
    { ...setup, devices: setup.devices.map(({ wipedFrom: _account, ...device }) => device) },
  ],
  // services
  "code-length": control("codeLength", 4, 8),
  "code-lifetime": control("codeLifetime", "1m", "24h"),
  attempts: control("attempts", 3, "unlimited"),
  "resend-resets-attempts": control("resendResetsAttempts", true, false),
  "one-time-use": control("oneTimeUse", true, false),
  "drift-steps": control("driftSteps", 0, 10),
  "carrier-change-check": control("carrierChangeCheck", true, false),
  "hold-after-change": control("holdAfterChange", undefined, "7d"),
  "texts-despite-app": control("textsDespiteApp", true, false),
  "push-limit": control("pushLimit", undefined, 3),
  "recovery-key": control("recoveryKey", true, false),
  "reset-keeps-second-factor": control("resetKeepsSecondFactor", true, false),
  "reset-opens-session": control("resetOpensSession", true, false),
  "signed-in-on": everywhere("accounts", "signedInOn", []),
  notifies: everywhere("accounts", "notifies", []),
  "limited-route": (setup) =>
    [true, false].map((limited) => ({
      ...setup,
      accounts: setup.accounts.map((account) => ({
        ...account,
        signIn: account.signIn.map((route) => ({ ...route, limited })),
      })),
    })),
  "recovery-wait": ofRecovery(({ after: _wait, ...route }) => route),
  "reacts-within": (setup) => ["1m", "999d"].map((reactsWithin) => ({ ...setup, reactsWithin })),
  "protected-actions": everywhere("accounts", "protectedActions", []),
  // authenticators
  "code-sender": ofAuthenticators("sender", "short-code", "long-number"),
  "key-press": ofAuthenticators("keyPress", true, false),
  "call-pin": ofAuthenticators("pin", true, false),
  "made-up-answers": ofAuthenticators("madeUp", true, false),
  "number-matching": ofAuthenticators("answer", "approve", "number-matching", "typed-code"),
  "needs-internet": ofAuthenticators("needsInternet", true, false),
};

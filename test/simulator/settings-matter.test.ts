// Holds that no setting of a number, a device or an account is there for show: each changes a verdict in one of the
// example setups, and leaves another setup as it is. The controls of accounts are held to the same in `effects.test.ts`.
import { expect, test } from "vitest";
import { scenarios, verdicts } from "../../simulator/index.ts";
import type { Account, Device, PhoneNumber, Setup } from "../../simulator/index.ts";
import { exampleSetup, exampleSetupIds } from "./example-setups.ts";

const references = scenarios.flatMap(({ id, variants }) =>
  variants.map((variant) => ({ id, variant: variant.id })),
);
const setups = exampleSetupIds.map(exampleSetup);

/** What every scenario says about a setup, as text that can be compared. */
function everything(setup: Setup): string {
  return JSON.stringify(references.map((ref) => verdicts(setup, ref)));
}

type Change = (setup: Setup) => Setup;

const changes: Readonly<Record<string, Change>> = {
  "a PIN for SIM changes": withCarrier({ simChange: "account-pin" }),
  "a locked number": withCarrier({ numberLock: true }),
  "filtered signalling": withCarrier({ ss7Filtering: true }),
  "a PIN for leaving the carrier": withCarrier({ portOut: "account-pin" }),
  "rerouting that the number confirms": withCarrier({ rerouting: "confirmed" }),
  "a PIN for forwarding": withCarrier({ forwarding: "account-pin" }),
  "a SIM that asks for its PIN": withNumbers({ simPin: true }),
  "no voicemail": withNumbers({ voicemail: "none" }),
  "texts over Wi-Fi": withNumbers({ wifiCalling: "full" }),
  "everything arriving abroad": withNumbers({ abroad: "everything" }),
  "a phone without lock": withDevices({ lock: "none" }),
  "no previews on a locked screen": withDevices({ lock: "code", previews: false }),
  "no mirrored texts": withDevices({ mirrors: [] }),
  "no notices": withAccounts((account) => ({ ...account, notifies: [] })),
  "nothing that stays signed in": withAccounts((account) => ({ ...account, signedInOn: [] })),
  "full rights on every way in": withAccounts((account) => ({
    ...account,
    signIn: account.signIn.map((route) => ({ ...route, limited: false })),
  })),
  "recoveries that do not wait": withAccounts((account) => ({
    ...account,
    recovery: account.recovery.map(({ after: _after, ...route }) => route),
  })),
  "a month before notices are read": (setup) => ({ ...setup, reactsWithin: "30d" }),
};

test.each(Object.entries(changes))("%s: some setup comes out differently, and some does not", (_, change) => {
  const seen = new Set<boolean>();
  for (const setup of setups) {
    if (seen.size === 2) break;
    seen.add(everything(change(setup)) !== everything(setup));
  }
  expect(seen).toEqual(new Set([true, false]));
});

function withCarrier(carrier: Partial<PhoneNumber["carrier"]>): Change {
  return (setup) => ({
    ...setup,
    numbers: setup.numbers.map((number) => ({ ...number, carrier: { ...number.carrier, ...carrier } })),
  });
}

function withNumbers(settings: Partial<PhoneNumber>): Change {
  return (setup) => ({ ...setup, numbers: setup.numbers.map((number) => ({ ...number, ...settings })) });
}

function withDevices(settings: Partial<Device>): Change {
  return (setup) => ({ ...setup, devices: setup.devices.map((device) => ({ ...device, ...settings })) });
}

function withAccounts(change: (account: Account) => Account): Change {
  return (setup) => ({ ...setup, accounts: setup.accounts.map(change) });
}

// What a visitor can switch in a setup: second factors, ways back in, and what the carrier does. Pure functions from
// setup to setup; the simulator then plays whatever comes out.
import type {
  Account,
  Authenticator,
  Carrier,
  FactorId,
  RecoveryRoute,
  Setup,
} from "../../simulator/index.ts";

/** Something that is on or off. `next` is the setup after switching it; absent where the setup needs it as it is. */
export interface Switch {
  readonly id: string;
  readonly isOn: boolean;
  readonly next?: Setup;
}

/** A second factor of an account's sign-in. */
export interface FactorSwitch extends Switch {
  readonly factor: FactorId;
}

/** A way back into an account. */
export interface RecoverySwitch extends Switch {
  readonly factors: readonly FactorId[];
  readonly gives: RecoveryRoute["gives"];
}

export interface AccountSwitches {
  readonly account: Account;
  readonly factors: readonly FactorSwitch[];
  readonly recovery: readonly RecoverySwitch[];
}

export interface CarrierSwitches {
  readonly number: string;
  readonly lock: Switch;
  readonly filtering: Switch;
  readonly simChange: Carrier["simChange"];
  /** The setup with another answer to "what does the carrier ask before a SIM change". */
  readonly withSimChange: (simChange: Carrier["simChange"]) => Setup;
}

/** Second factors that can be added to an account with a password, in the order in which they are offered. */
const offered: readonly FactorId[] = ["sms-code", "totp", "security-key", "recovery-codes"];

/**
 * The switches of each modelled account. `original` is the setup that the visitor started from: switching something
 * off and on again brings back what stood there.
 */
export function accountSwitches(setup: Setup, original: Setup): readonly AccountSwitches[] {
  return setup.accounts
    .filter((account) => account.modelled)
    .map((account) => ({
      account,
      factors: factorSwitches(setup, original, account),
      recovery: recoverySwitches(setup, original, account),
    }));
}

/** The switches of each mobile number's carrier. */
export function carrierSwitches(setup: Setup): readonly CarrierSwitches[] {
  return setup.numbers
    .filter(({ line }) => line === "mobile")
    .map(({ id, carrier }) => {
      const withCarrier = (change: Partial<Carrier>): Setup => ({
        ...setup,
        numbers: setup.numbers.map((number) =>
          number.id === id ? { ...number, carrier: { ...number.carrier, ...change } } : number,
        ),
      });
      return {
        number: id,
        lock: {
          id: `${id}-lock`,
          isOn: carrier.numberLock,
          next: withCarrier({ numberLock: !carrier.numberLock }),
        },
        filtering: {
          id: `${id}-filtering`,
          isOn: carrier.ss7Filtering,
          next: withCarrier({ ss7Filtering: !carrier.ss7Filtering }),
        },
        simChange: carrier.simChange,
        withSimChange: (simChange) => withCarrier({ simChange }),
      };
    });
}

function factorSwitches(setup: Setup, original: Setup, account: Account): readonly FactorSwitch[] {
  const first = accountOf(original, account.id);
  const used = [account, first].flatMap((each) => (each === undefined ? [] : factorsInSignIn(each)));
  const kinds = new Set([...used, ...(passwordOf(account) === undefined ? [] : offered)]);
  kinds.delete("password");
  return [...kinds].flatMap((factor): FactorSwitch[] => {
    const isOn = factorsInSignIn(account).includes(factor);
    const next = isOn ? withoutFactor(setup, account, factor) : withFactor(setup, original, account, factor);
    if (!isOn && next === undefined) return [];
    return [{ id: `${account.id}-${factor}`, factor, isOn, ...(next === undefined ? {} : { next }) }];
  });
}

function factorsInSignIn(account: Account): readonly FactorId[] {
  return account.signIn.flatMap((route) => route.with.flatMap((id) => kindOf(account, id) ?? []));
}

/** Without the routes that ask for the factor; where none is left the password alone signs in. */
function withoutFactor(setup: Setup, account: Account, factor: FactorId): Setup | undefined {
  const routes = account.signIn.filter((route) => !route.with.some((id) => kindOf(account, id) === factor));
  const password = passwordOf(account);
  if (routes.length === 0 && password === undefined) return undefined;
  const signIn =
    routes.length === 0 && password !== undefined ? [{ with: [password.id], limited: false }] : routes;
  return withAccount(setup, { ...account, signIn });
}

/** With the factor beside the password, as the original had it or as a new route. */
function withFactor(setup: Setup, original: Setup, account: Account, factor: FactorId): Setup | undefined {
  const first = accountOf(original, account.id);
  const restored =
    first?.signIn.filter((route) => route.with.some((id) => kindOf(first, id) === factor)) ?? [];
  const ready = withAuthenticator(setup, original, account, factor);
  if (ready === undefined) return undefined;
  const password = passwordOf(account);
  const added =
    restored.length > 0
      ? restored
      : [{ with: [...(password ? [password.id] : []), ready.id], limited: false }];
  // A second factor that can be skipped is none: the route with the password alone goes.
  const kept = account.signIn.filter((route) => !(route.with.length === 1 && route.with[0] === password?.id));
  const changed = accountOf(ready.setup, account.id) ?? account;
  return withAccount(ready.setup, { ...changed, signIn: [...kept, ...added] });
}

function recoverySwitches(setup: Setup, original: Setup, account: Account): readonly RecoverySwitch[] {
  const first = accountOf(original, account.id);
  const known = new Map<string, { readonly route: RecoveryRoute; readonly from: Account }>();
  for (const from of [first, account])
    for (const route of from?.recovery ?? []) if (from) known.set(routeKey(from, route), { route, from });
  const switches = [...known].map(([key, { route, from }]): RecoverySwitch => {
    const isOn = account.recovery.some((each) => routeKey(account, each) === key);
    const recovery = isOn
      ? account.recovery.filter((each) => routeKey(account, each) !== key)
      : [...account.recovery, route];
    return {
      id: `${account.id}-back-${key}`,
      factors: route.with.flatMap((id) => kindOf(from, id) ?? []),
      gives: route.gives,
      isOn,
      next: withAccount(setup, { ...account, recovery }),
    };
  });
  return [...switches, ...offeredRecovery(setup, original, account, new Set(known.keys()))];
}

/** Ways back in that the setup does not have yet: a new password by text, and by mail. */
function offeredRecovery(
  setup: Setup,
  original: Setup,
  account: Account,
  known: ReadonlySet<string>,
): readonly RecoverySwitch[] {
  if (passwordOf(account) === undefined) return [];
  return (["sms-code", "email-code"] as const).flatMap((factor): RecoverySwitch[] => {
    const key = `${factor}-new-password`;
    const ready = known.has(key) ? undefined : withAuthenticator(setup, original, account, factor);
    if (ready === undefined) return [];
    const changed = accountOf(ready.setup, account.id) ?? account;
    const route: RecoveryRoute = { with: [ready.id], gives: "new-password" };
    const next = withAccount(ready.setup, { ...changed, recovery: [...changed.recovery, route] });
    return [{ id: `${account.id}-back-${key}`, factors: [factor], gives: "new-password", isOn: false, next }];
  });
}

function routeKey(account: Account, route: RecoveryRoute): string {
  return [...route.with.map((id) => kindOf(account, id) ?? id), route.gives].join("-");
}

interface Ready {
  readonly setup: Setup;
  /** The authenticator's id. */
  readonly id: string;
}

/** The setup with an authenticator of that kind on the account; undefined where there is nothing it could rest on. */
function withAuthenticator(
  setup: Setup,
  original: Setup,
  account: Account,
  factor: FactorId,
): Ready | undefined {
  const there = account.authenticators.find(({ kind }) => kind === factor);
  if (there !== undefined) return { setup, id: there.id };
  const before = accountOf(original, account.id)?.authenticators.find(({ kind }) => kind === factor);
  if (before !== undefined) return add(setup, account, before);
  const id = freeId(
    account.authenticators.map((each) => each.id),
    factor,
  );
  switch (factor) {
    case "sms-code": {
      const number = setup.numbers.find(({ line }) => line === "mobile");
      return number && add(setup, account, { kind: factor, id, number: number.id, sender: "short-code" });
    }
    case "totp": {
      const phone = setup.devices.find(({ kind }) => kind === "smartphone");
      return phone && add(setup, account, { kind: factor, id, devices: [phone.id] });
    }
    case "email-code": {
      const mailbox = setup.accounts.find(
        ({ kind, id: other }) => kind === "mailbox" && other !== account.id,
      );
      return mailbox && add(setup, account, { kind: factor, id, mailbox: mailbox.id });
    }
    case "security-key": {
      const { setup: withKey, thing } = withThing(setup, "security-key", "security-key");
      return add(withKey, account, { kind: factor, id, thing, pin: false });
    }
    case "recovery-codes": {
      const { setup: withSheet, thing } = withThing(setup, "paper", "recovery-codes-sheet");
      return add(withSheet, account, { kind: factor, id, sheet: thing, left: 10 });
    }
    default:
      return undefined;
  }
}

function add(setup: Setup, account: Account, authenticator: Authenticator): Ready {
  const changed = { ...account, authenticators: [...account.authenticators, authenticator] };
  return { setup: withAccount(setup, changed), id: authenticator.id };
}

/** The first thing of that kind, or a new one. New things lie at home: they are not lost with the phone. */
function withThing(
  setup: Setup,
  kind: "security-key" | "paper",
  id: string,
): { setup: Setup; thing: string } {
  const there = setup.things.find((thing) => thing.kind === kind);
  if (there !== undefined) return { setup, thing: there.id };
  const free = freeId(
    setup.things.map((thing) => thing.id),
    id,
  );
  return { setup: { ...setup, things: [...setup.things, { id: free, kind }] }, thing: free };
}

function freeId(taken: readonly string[], wanted: string): string {
  let id = wanted;
  for (let count = 2; taken.includes(id); count += 1) id = `${wanted}-${count}`;
  return id;
}

function withAccount(setup: Setup, account: Account): Setup {
  return { ...setup, accounts: setup.accounts.map((each) => (each.id === account.id ? account : each)) };
}

function accountOf(setup: Setup, id: string): Account | undefined {
  return setup.accounts.find((account) => account.id === id);
}

function kindOf(account: Account, authenticator: string): FactorId | undefined {
  return account.authenticators.find(({ id }) => id === authenticator)?.kind;
}

function passwordOf(account: Account): Authenticator | undefined {
  return account.authenticators.find(({ kind }) => kind === "password");
}

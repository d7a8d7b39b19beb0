// Checks what a schema cannot say: parts that contradict each other, or that could never work.
import type { Authenticator, AuthenticatorOf } from "./authenticators.ts";
import { passwordSecret } from "./holdings.ts";
import { type Finding, type Path, shown } from "./problems.ts";
import type { Parts, Placed } from "./salvage.ts";
import type { Account, RecoveryRoute, SignInRoute } from "./setup.ts";

/** Everything that makes no sense in the well-formed parts of a setup. */
export function senseFindings(parts: Parts): readonly Finding[] {
  return [
    ...simFindings(parts),
    ...parts.accounts.flatMap((account) => [
      ...authenticatorFindings(account, parts),
      ...recoveryFindings(account),
      ...modellingFindings(account),
    ]),
  ];
}

function error(id: Finding["id"], path: Path, params: NonNullable<Finding["params"]> = {}): Finding {
  return { id, severity: "error", path, params };
}

function warning(id: Finding["id"], path: Path, params: NonNullable<Finding["params"]> = {}): Finding {
  return { id, severity: "warning", path, params };
}

/** A number has one SIM, and a SIM is in one place. */
function simFindings({ devices }: Parts): readonly Finding[] {
  const findings: Finding[] = [];
  const homes = new Map<string, string>();
  for (const { part: device, path } of devices) {
    for (const [index, number] of device.sims.entries()) {
      const home = homes.get(number);
      if (home === undefined) homes.set(number, device.id);
      else if (home !== device.id)
        findings.push(
          error("sim-in-two-devices", [...path, "sims", index], { found: shown(number), other: home }),
        );
    }
  }
  return findings;
}

function authenticatorFindings({ part: account, path }: Placed<Account>, parts: Parts): readonly Finding[] {
  return account.authenticators.flatMap((authenticator, index) => {
    const at = [...path, "authenticators", index];
    const nowhere = placeProblem(authenticator, at);
    return [
      ...(nowhere === undefined ? [] : [nowhere]),
      ...selfProblems(account, authenticator, at),
      ...groundProblems(account, authenticator, at, parts),
    ];
  });
}

/** Seeds, passkeys and codes must be somewhere. */
function placeProblem(authenticator: Authenticator, at: Path): Finding | undefined {
  switch (authenticator.kind) {
    case "totp": {
      const { devices, syncedTo, printedOn } = authenticator;
      const placed = devices.length > 0 || syncedTo !== undefined || printedOn !== undefined;
      return placed
        ? undefined
        : error("nowhere", at, { kind: "totp", keys: "devices, syncedTo, printedOn" });
    }
    case "passkey": {
      const placed = authenticator.devices.length > 0 || authenticator.syncedTo !== undefined;
      return placed ? undefined : error("nowhere", at, { kind: "passkey", keys: "devices, syncedTo" });
    }
    case "recovery-codes": {
      const placed = authenticator.sheet !== undefined || authenticator.storedIn !== undefined;
      return placed ? undefined : warning("codes-nowhere", at, { keys: "sheet, storedIn" });
    }
    case "password":
    case "sms-code":
    case "email-code":
    case "security-key":
      return undefined;
  }
}

/** To read a code that is sent into an account one must be in it already. */
function selfProblems(account: Account, authenticator: Authenticator, at: Path): readonly Finding[] {
  if (authenticator.kind === "email-code" && authenticator.mailbox === account.id)
    return [error("code-to-itself", [...at, "mailbox"], { account: account.id })];
  if (authenticator.kind === "password" && authenticator.keptIn === account.id)
    return [error("kept-in-itself", [...at, "keptIn"], { account: account.id })];
  return [];
}

function groundProblems(
  account: Account,
  authenticator: Authenticator,
  at: Path,
  { numbers, devices, things, accounts }: Parts,
): readonly Finding[] {
  if (authenticator.kind === "security-key") {
    const thing = things.find(({ part }) => part.id === authenticator.thing)?.part;
    if (thing === undefined || thing.kind === "security-key") return [];
    return [error("not-a-security-key", [...at, "thing"], { found: shown(thing.id), kind: thing.kind })];
  }
  if (authenticator.kind === "sms-code") {
    const number = numbers.find(({ part }) => part.id === authenticator.number)?.part;
    const hasPhone = devices.some(({ part }) => part.sims.includes(authenticator.number));
    if (number === undefined || number.line === "landline" || hasPhone) return [];
    return [warning("sim-nowhere", [...at, "number"], { found: shown(number.id) })];
  }
  if (authenticator.kind === "password" && authenticator.keptIn !== undefined) {
    const keeper = accounts.find(({ part }) => part.id === authenticator.keptIn)?.part;
    if (keeper === undefined || keeper.id === account.id) return [];
    if (!opensOnlyWith(keeper, passwordSecret(account, authenticator))) return [];
    return [error("kept-behind-itself", [...at, "keptIn"], { account: keeper.id })];
  }
  return [];
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
  return keeper.modelled && ways.length > 0 && ways.every((way) => way.with.some((id) => same.has(id)));
}

function recoveryFindings({ part: account, path }: Placed<Account>): readonly Finding[] {
  return account.recovery.flatMap((route, index) => {
    const at = [...path, "recovery", index];
    const removal = route.gives === "factor-removal";
    if (removal && (route.removes ?? []).length === 0) return [error("removes-nothing", at)];
    if (!removal && route.removes !== undefined)
      return [
        { ...error("removes-without-removal", [...at, "removes"], { gives: route.gives }), onKey: true },
      ];
    return [];
  });
}

function modellingFindings({ part: account, path }: Placed<Account>): readonly Finding[] {
  if (account.modelled) return [];
  const described = (["authenticators", "signIn", "recovery", "protectedActions"] as const).find(
    (key) => account[key].length > 0,
  );
  if (described === undefined) return [];
  const about = error("described-although-not-modelled", [...path, described], {
    account: account.id,
    key: described,
  });
  return [{ ...about, onKey: true }];
}

// Checks what a schema cannot say: parts that contradict each other, or that could never work.
import { errorAt, type Finding, shown, warningAt } from "./problems.ts";
import type { Parts, Placed } from "./salvage.ts";
import { authenticatorFindings } from "./sense-authenticators.ts";
import type { Account } from "./setup.ts";

/** Everything that makes no sense in the well-formed parts of a setup. */
export function senseFindings(parts: Parts): readonly Finding[] {
  return [
    ...simFindings(parts),
    ...mirrorFindings(parts),
    ...parts.accounts.flatMap((account) => [
      ...authenticatorFindings(account, parts),
      ...recoveryFindings(account),
      ...noticeFindings(account),
      ...modellingFindings(account),
    ]),
  ];
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
          errorAt("sim-in-two-devices", [...path, "sims", index], { found: shown(number), other: home }),
        );
    }
  }
  return findings;
}

/** A device that answers a number has its texts anyway. */
function mirrorFindings({ devices }: Parts): readonly Finding[] {
  return devices.flatMap(({ part: device, path }) =>
    device.mirrors.flatMap((number, index) =>
      device.sims.includes(number)
        ? [warningAt("mirrors-own-number", [...path, "mirrors", index], { found: shown(number) })]
        : [],
    ),
  );
}

function recoveryFindings({ part: account, path }: Placed<Account>): readonly Finding[] {
  return account.recovery.flatMap((route, index) => {
    const at = [...path, "recovery", index];
    const removal = route.gives === "factor-removal";
    if (removal && (route.removes ?? []).length === 0) return [errorAt("removes-nothing", at)];
    if (!removal && route.removes !== undefined)
      return [
        { ...errorAt("removes-without-removal", [...at, "removes"], { gives: route.gives }), onKey: true },
      ];
    return [];
  });
}

/** Each notice goes to one place, so that it is clear who can read it. */
function noticeFindings({ part: account, path }: Placed<Account>): readonly Finding[] {
  return account.notifies.flatMap(({ mailbox, number }, index) => {
    const at = [...path, "notifies", index];
    if (mailbox === undefined && number === undefined) return [errorAt("notice-nowhere", at)];
    return mailbox !== undefined && number !== undefined ? [errorAt("notice-twice", at)] : [];
  });
}

function modellingFindings({ part: account, path }: Placed<Account>): readonly Finding[] {
  if (account.modelled) return [];
  const described = (["authenticators", "signIn", "recovery", "protectedActions", "notifies"] as const).find(
    (key) => account[key].length > 0,
  );
  if (described === undefined) return [];
  const about = errorAt("described-although-not-modelled", [...path, described], {
    account: account.id,
    key: described,
  });
  return [{ ...about, onKey: true }];
}

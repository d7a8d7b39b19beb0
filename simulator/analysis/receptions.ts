// Who gets the texts and hears the calls that an account sends to a number.
import { devicesAnswering } from "../model/holdings.ts";
import type { Account, Device, Setup } from "../model/setup.ts";
import type { Person } from "../model/trail.ts";
import type { AddRule, Fact, Step } from "./graph.ts";

/** Adds the rules for every number that an account texts or calls. */
export function addReceptionRules(setup: Setup, person: Person, account: Account, rule: AddRule): void {
  for (const number of textedBy(account)) addTextRules(setup, person, account.id, number, rule);
  for (const number of calledBy(account)) addCallRules(setup, person, account.id, number, rule);
}

function addTextRules(setup: Setup, person: Person, account: string, number: string, rule: AddRule): void {
  const reading: Fact = `reading:${number}/${account}`;
  const arrives: Fact = `delivery:${number}/${account}`;
  const step = (byNumber: boolean): Step => ({ kind: "receive", account, number, byNumber });
  rule(reading, [`number:${number}`, arrives], step(true));
  if (person === "owner") return;

  rule(reading, [`interception:${number}`], step(false));
  for (const phone of devicesAnswering(setup, number)) {
    const live: Fact = `line:${number}/${phone.id}`;
    rule(reading, [arrives, live, `device:${phone.id}`, ...behindLock(phone)], step(false));
    rule(reading, [arrives, live, `watch:${phone.id}`], step(false));
    for (const mirror of setup.devices.filter(({ mirrors }) => mirrors.includes(number))) {
      rule(reading, [arrives, live, `device:${mirror.id}`, `unlock:${mirror.id}`], step(false));
      rule(reading, [arrives, live, `watch:${mirror.id}`], step(false));
    }
  }
}

/** What it takes beside the phone itself: nothing where the locked screen shows texts. */
function behindLock(device: Device): readonly Fact[] {
  return device.lock !== "none" && !device.previews ? [`unlock:${device.id}`] : [];
}

function addCallRules(setup: Setup, person: Person, account: string, number: string, rule: AddRule): void {
  const hearing: Fact = `hearing:${number}/${account}`;
  const step = (byNumber: boolean): Step => ({ kind: "receive", account, number, byNumber });
  rule(hearing, [`number:${number}`, `ringing:${number}`], step(true));
  if (person === "owner") return;

  rule(hearing, [`calls:${number}`], step(false));
  // A ringing phone can be answered without passing its lock.
  for (const phone of devicesAnswering(setup, number))
    rule(hearing, [`ringing:${number}`, `line:${number}/${phone.id}`, `device:${phone.id}`], step(false));
}

function textedBy({ authenticators }: Account): ReadonlySet<string> {
  return new Set(
    authenticators.flatMap((authenticator) =>
      authenticator.kind === "sms-code" ? [authenticator.number] : [],
    ),
  );
}

function calledBy({ authenticators }: Account): ReadonlySet<string> {
  return new Set(
    authenticators.flatMap((authenticator) =>
      authenticator.kind === "voice-code" ||
      (authenticator.kind === "support-desk" && authenticator.asks === "call-back")
        ? (authenticator.number ?? [])
        : [],
    ),
  );
}

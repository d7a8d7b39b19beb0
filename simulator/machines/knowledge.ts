// What a person has and knows, and what they can offer a service because of it.
import { factorOf, nameOf } from "../factors/index.ts";
import type { Authenticator } from "../model/authenticators.ts";
import { accountById, authenticatorById, titleOf } from "../model/find.ts";
import { passwordSecret } from "../model/holdings.ts";
import type { CeremonyRef, PersonDoing } from "../model/move.ts";
import type { Account, Setup } from "../model/setup.ts";
import type { Person } from "../model/trail.ts";
import { ceremonyOf, sessionOf } from "./actor-ids.ts";
import { recoveryCodeList, seedFor, totpCode } from "./codes.ts";
import { send, tell } from "./messages.ts";
import type { ActorId, Contents, Emitted, Message, SentCode } from "./messages.ts";

/** Keys are `account/authenticator`. */
export interface Knowledge {
  readonly setup: Setup;
  readonly worldSeed: number;
  readonly person: Person;
  /** Devices, things and what is known by heart, as holdings. */
  readonly holds: readonly string[];
  /** The last code read of each challenge that this person asked for. */
  readonly codes: Readonly<Record<string, SentCode>>;
  /** Passwords found or set, beside those that follow from `holds`. */
  readonly passwords: Readonly<Record<string, string>>;
  readonly seeds: Readonly<Record<string, string>>;
  readonly passkeys: Readonly<Record<string, string>>;
  readonly lists: Readonly<Record<string, readonly string[]>>;
  /** Recovery codes already offered, wherever. */
  readonly spent: readonly string[];
  /** The ceremony begun last at each account. */
  readonly begun: Readonly<Record<string, CeremonyRef>>;
}

/** What a doing changes in the person, and what it sends and tells. */
export interface Response {
  readonly changes: Partial<Knowledge>;
  readonly emitted: readonly Emitted[];
}

/** The password behind a secret, as it was before any reset. */
export function originalPassword(account: Account, authenticator: Authenticator): string {
  return authenticator.kind === "password" ? `original ${passwordSecret(account, authenticator)}` : "";
}

/** The name that stands for a signature by the key or passkey of one account. */
export function signatureKey(account: string, authenticator: string): string {
  return `signed ${account}/${authenticator}`;
}

/** How a person does what a move says, with what they have and know at `now`. */
export function respond(knowledge: Knowledge, doing: PersonDoing, now: number): Response {
  const { person } = knowledge;
  switch (doing.do) {
    case "begin": {
      const ref: CeremonyRef = { account: doing.account, ceremony: doing.ceremony, route: doing.route };
      return {
        changes: { begun: { ...knowledge.begun, [doing.account]: ref } },
        emitted: [
          ref.ceremony === "action"
            ? send(sessionOf(ref.account, person), { type: "USE", use: { do: "begin", route: ref.route } })
            : send(`account:${ref.account}`, { type: "BEGIN", by: person, ...ref }),
        ],
      };
    }
    case "ask-for-code": {
      const ceremony = ceremonyInProgress(knowledge, doing.account);
      if (ceremony === undefined) return told(knowledge, doing, "nothing-begun");
      return sends(ceremony, { type: "ASK", authenticator: doing.authenticator });
    }
    case "look-inside":
    case "replace-authenticators":
      return sends(sessionOf(doing.account, person), { type: "USE", use: { do: doing.do } });
    case "present":
      return present(knowledge, doing, now);
  }
}

/** Passes on what an app has shown to the ceremony that asks for it. */
export function offer(knowledge: Knowledge, account: string, authenticator: string, proof: string): Response {
  const ceremony = ceremonyInProgress(knowledge, account);
  if (ceremony === undefined) return told(knowledge, { account, authenticator }, "nothing-begun");
  return sends(ceremony, { type: "OFFER", authenticator, proof });
}

/** A person has nothing to offer for an authenticator. */
export function hasNothing(knowledge: Knowledge, account: string, authenticator: string): Response {
  return told(knowledge, { account, authenticator }, "has-nothing");
}

/** Takes in what lies in an account that the person is inside of. */
export function takeIn(knowledge: Knowledge, contents: Contents): Partial<Knowledge> {
  const own = Object.values(contents.codes).filter((sent) => sent.requestedBy === knowledge.person);
  return {
    codes: { ...knowledge.codes, ...Object.fromEntries(own.map((sent) => [keyOf(sent), sent])) },
    // What the person set is newer than what was kept.
    passwords: { ...contents.passwords, ...knowledge.passwords },
    seeds: { ...knowledge.seeds, ...contents.seeds },
    passkeys: { ...knowledge.passkeys, ...contents.passkeys },
    lists: { ...knowledge.lists, ...contents.lists },
  };
}

/** The key under which a sent code is remembered. */
export function keyOf(sent: SentCode): string {
  return `${sent.account}/${sent.authenticator}`;
}

function present(
  knowledge: Knowledge,
  { account: accountId, authenticator: id }: { readonly account: string; readonly authenticator: string },
  now: number,
): Response {
  const { setup, person } = knowledge;
  if (ceremonyInProgress(knowledge, accountId) === undefined)
    return told(knowledge, { account: accountId, authenticator: id }, "nothing-begun");
  const account = accountById(setup, accountId);
  const authenticator = authenticatorById(account, id);
  const proof = proofAtHand(knowledge, account, authenticator, now);
  if (proof !== undefined) {
    const response = offer(knowledge, accountId, id, proof);
    return authenticator.kind === "recovery-codes"
      ? { ...response, changes: { spent: [...knowledge.spent, proof] } }
      : response;
  }
  const device = deviceAtHand(knowledge, authenticator);
  if (device === undefined) return hasNothing(knowledge, accountId, id);
  return sends(`handset:${device}`, {
    type: "OPEN_APP",
    by: person,
    knows: knowledge.holds,
    account: accountId,
    authenticator: id,
  });
}

function proofAtHand(
  { codes, passwords, seeds, passkeys, lists, spent, holds, worldSeed }: Knowledge,
  account: Account,
  authenticator: Authenticator,
  now: number,
): string | undefined {
  const key = `${account.id}/${authenticator.id}`;
  switch (authenticator.kind) {
    case "password":
      return (
        passwords[key] ??
        (authenticator.keptIn === undefined && holds.includes(passwordSecret(account, authenticator))
          ? originalPassword(account, authenticator)
          : undefined)
      );
    case "sms-code":
    case "email-code":
      return codes[key]?.code;
    case "totp": {
      const printed =
        authenticator.printedOn !== undefined && holds.includes(`thing:${authenticator.printedOn}`)
          ? seedFor(worldSeed, key)
          : undefined;
      const seed = seeds[key] ?? printed;
      return seed === undefined ? undefined : totpCode(seed, now);
    }
    case "recovery-codes": {
      const printed =
        authenticator.sheet !== undefined && holds.includes(`thing:${authenticator.sheet}`)
          ? recoveryCodeList(seedFor(worldSeed, key), authenticator.left)
          : [];
      return (lists[key] ?? printed).find((code) => !spent.includes(code));
    }
    case "security-key": {
      const signs =
        holds.includes(`thing:${authenticator.thing}`) &&
        (!authenticator.pin || holds.includes(`activation:thing/${authenticator.thing}`));
      return signs ? signatureKey(account.id, authenticator.id) : undefined;
    }
    case "passkey":
      return passkeys[key];
  }
}

function deviceAtHand({ holds }: Knowledge, authenticator: Authenticator): string | undefined {
  if (!("devices" in authenticator)) return undefined;
  const opens = factorOf(authenticator).verifier === "signature" ? "activation:device/" : "unlock:";
  const held = authenticator.devices.filter((device) => holds.includes(`device:${device}`));
  return held.find((device) => holds.includes(`${opens}${device}`)) ?? held[0];
}

function ceremonyInProgress({ begun, person }: Knowledge, account: string): ActorId | undefined {
  // An account may be called `constructor`, which every object has.
  const ref = Object.hasOwn(begun, account) ? begun[account] : undefined;
  return ref === undefined ? undefined : ceremonyOf(account, ref.ceremony, person);
}

function sends(to: ActorId, message: Message): Response {
  return { changes: {}, emitted: [send(to, message)] };
}

function told(
  { setup, person }: Knowledge,
  { account, authenticator }: { readonly account: string; readonly authenticator: string },
  id: string,
): Response {
  const found = accountById(setup, account);
  const params = { account: titleOf(found), authenticator: nameOf(authenticatorById(found, authenticator)) };
  return {
    changes: {},
    emitted: [tell({ actor: person, channel: "none", account, what: { id, params } })],
  };
}

// What an account keeps in mind, and small questions about it.
import { factorOf, nameOf } from "../factors/index.ts";
import { titleOf } from "../model/find.ts";
import type { Account } from "../model/setup.ts";
import type { Person } from "../model/trail.ts";
import { ceremonyOf, persons, verifierOf } from "./actor-ids.ts";
import { send, tell } from "./messages.ts";
import type { ActorId, Contents, Emitted } from "./messages.ts";

export interface AccountContext {
  readonly account: Account;
  /** Mails, passwords, seeds and lists that whoever is inside can read. */
  readonly contents: Contents;
  /** Authenticators that a recovery has removed, or that the service has stopped asking for. */
  readonly waived: readonly string[];
  /** Authenticators that the service no longer accepts. */
  readonly withdrawn: readonly string[];
  /** Devices that have been taken off the list. */
  readonly revoked: readonly string[];
  /** Who has carried out the action that guards the security settings. */
  readonly mayChangeSettings: readonly Person[];
  /** Whose devices stay signed in since somebody has ended all others; everybody's where it is undefined. */
  readonly keepsSignedIn: Person | undefined;
  /** Who has a session. */
  readonly inside: readonly Person[];
  /** The device that somebody's session came from, where it came from one. */
  readonly enteredFrom: Readonly<Partial<Record<Person, string>>>;
  /** Who has proven a recovery and waits for it. */
  readonly waiting: readonly Person[];
  /** Whose recovery has changed something, for as long as protected actions are held back because of it. */
  readonly heldBecauseOf: Person | undefined;
  /** Against whom the other person has objected: no protected action is theirs any more. */
  readonly blocked: readonly Person[];
}

/** What an event changes in an account, and what it sends and tells. */
export interface AccountResponse {
  readonly changes: Partial<Omit<AccountContext, "account">>;
  readonly emitted: readonly Emitted[];
}

/** An account to which nothing has happened. */
export function untouched(input: Pick<AccountContext, "account" | "contents">): AccountContext {
  return {
    ...input,
    waived: [],
    withdrawn: [],
    revoked: [],
    mayChangeSettings: [],
    keepsSignedIn: undefined,
    inside: [],
    enteredFrom: {},
    waiting: [],
    heldBecauseOf: undefined,
    blocked: [],
  };
}

/** The person who is not this one. */
export function otherThan(person: Person): Person {
  return person === "owner" ? "attacker" : "owner";
}

/** Something that the service tells a person on its page. */
export function toldTo(
  person: Person,
  account: Account,
  id: string,
  params: Readonly<Record<string, string>> = {},
): Emitted {
  return tell({
    actor: "service",
    channel: "web",
    to: person,
    account: account.id,
    what: { id, params: { account: titleOf(account), ...params } },
  });
}

/** Something that a person does at the service. */
export function toldBy(
  person: Person,
  account: Account,
  id: string,
  params: Readonly<Record<string, string>> = {},
): Emitted {
  return tell({
    actor: person,
    channel: "web",
    to: `account:${account.id}`,
    account: account.id,
    what: { id, params: { account: titleOf(account), ...params } },
  });
}

/** Something that the service decides for everybody. */
export function toldOfService(
  account: Account,
  id: string,
  params: Readonly<Record<string, string>> = {},
): Emitted {
  return tell({
    actor: "service",
    channel: "none",
    account: account.id,
    what: { id, params: { account: titleOf(account), ...params } },
  });
}

/** Has every ceremony at the account know what is no longer accepted. */
export function refusalsOf({
  account,
  withdrawn,
  revoked,
}: Pick<AccountContext, "account" | "withdrawn" | "revoked">): readonly Emitted[] {
  return persons.flatMap((person) =>
    (["sign-in", "recovery", "action"] as const).map((ceremony) =>
      send(ceremonyOf(account.id, ceremony, person), { type: "REFUSES", withdrawn, revoked }),
    ),
  );
}

/** Ends the session of somebody who has one. */
export function endSession({ account, inside }: AccountContext, person: Person): readonly Emitted[] {
  return inside.includes(person) ? [send(`session:${account.id}/${person}`, { type: "END" })] : [];
}

/** The charts of those authenticators that somebody inside can replace with their own. */
export function replaceableVerifiers(account: Account): readonly ActorId[] {
  return account.authenticators
    .filter((authenticator) => factorOf(authenticator).replaceable || account.controls.recoveryKey)
    .flatMap((authenticator) => [
      ...new Set(persons.map((person) => verifierOf(account.id, authenticator, person))),
    ]);
}

/** The name of one of its authenticators. */
export function nameIn(account: Account, authenticator: string): string {
  const found = account.authenticators.find(({ id }) => id === authenticator);
  return found === undefined ? authenticator : nameOf(found);
}

/** The names of some of its authenticators. */
export function namesIn(account: Account, authenticators: readonly string[]): string {
  return authenticators.map((id) => nameIn(account, id)).join(" + ");
}

/** The name of one of its protected actions. */
export function actionTitle(account: Account, route: number): string {
  const action = account.protectedActions[route];
  return action === undefined ? "" : titleOf(action);
}

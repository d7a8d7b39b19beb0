// What a person has and knows: what they hold, what they have read and found, and what they believe.
import { ownSecret, passwordSecret } from "../model/holdings.ts";
import type { Authenticator } from "../model/authenticators.ts";
import type { Lure } from "../model/lures.ts";
import type { CeremonyRef } from "../model/move.ts";
import type { Account, Setup } from "../model/setup.ts";
import type { Person } from "../model/trail.ts";
import type { Contents, SentCode } from "./messages.ts";

/** Keys are `account/authenticator`. */
export interface Knowledge {
  readonly setup: Setup;
  readonly worldSeed: number;
  readonly person: Person;
  /** Devices, things and what is known by heart, as holdings. */
  readonly holds: readonly string[];
  /** The last code read of each challenge that this person asked for. */
  readonly codes: Readonly<Record<string, SentCode>>;
  /** Codes that the other person asked for, as far as this one would hand them over. */
  readonly othersCodes: Readonly<Record<string, SentCode>>;
  /** Prompts that stand on the screen of a device that this person can open, by `account/authenticator/who asked`. */
  readonly prompts: Readonly<Record<string, { readonly code: string; readonly device: string }>>;
  /** Passwords found or set, beside those that follow from `holds`. */
  readonly passwords: Readonly<Record<string, string>>;
  readonly seeds: Readonly<Record<string, string>>;
  readonly passkeys: Readonly<Record<string, string>>;
  readonly lists: Readonly<Record<string, readonly string[]>>;
  /** Recovery codes already offered, wherever. */
  readonly spent: readonly string[];
  /** How often the button of a token, or of a copy of its seed, has been pressed. */
  readonly counters: Readonly<Record<string, number>>;
  /** The ceremony begun last at each account. */
  readonly begun: Readonly<Record<string, CeremonyRef>>;
  /** Accounts whose notices have reached this person. */
  readonly notices: readonly string[];
  /** The lures at work: of the attacker those that are laid out, of the owner those that are believed. */
  readonly lures: readonly { readonly account: string; readonly lure: Lure }[];
  /** Accounts at which the attacker tries codes until one is right. */
  readonly guessesAt: readonly string[];
  /** Desks and contacts whom this person has talked round. */
  readonly talkedRound: readonly string[];
  /** Passwords and codes that the attacker has seen the owner type. */
  readonly overseen: Readonly<Record<string, string>>;
  /** Accounts at which somebody looks on while this person types. */
  readonly watchedAt: readonly string[];
  /** Prompts that this person did not ask for and denied, and the last of them; of the attacker: that were denied. */
  readonly pestered: Readonly<Record<string, { readonly times: number; readonly code: string }>>;
  /** What this person is about to hand over, and the accounts that they have looked into for it. */
  readonly handing:
    | { readonly account: string; readonly authenticator: string; readonly looked: readonly string[] }
    | undefined;
}

/** What a person has from before. */
export type KnowledgeInput = Pick<Knowledge, "setup" | "worldSeed" | "holds">;

/** A person's knowledge before anything has happened. */
export function knowledgeAtFirst(person: Person, input: KnowledgeInput): Knowledge {
  return {
    ...input,
    person,
    codes: {},
    othersCodes: {},
    prompts: {},
    passwords: {},
    seeds: {},
    passkeys: {},
    lists: {},
    spent: [],
    counters: {},
    begun: {},
    notices: [],
    lures: [],
    guessesAt: [],
    talkedRound: [],
    overseen: {},
    watchedAt: [],
    pestered: {},
    handing: undefined,
  };
}

/** The password behind a secret, as it was before any reset. */
export function originalPassword(account: Account, authenticator: Authenticator): string {
  return authenticator.kind === "password" ? `original ${passwordSecret(account, authenticator)}` : "";
}

/** The right answers to an account's questions: made up, or what can be found out about the owner. */
export function rightAnswers(account: Account, authenticator: Authenticator): string {
  return `answers from ${answersRestOn(account, authenticator)}`;
}

/** What somebody has to know in order to answer an account's questions, as a holding. */
export function answersRestOn(account: Account, authenticator: Authenticator): string {
  return authenticator.kind === "security-questions" && authenticator.madeUp
    ? ownSecret(account, authenticator)
    : "personal-data:owner";
}

/** The name that stands for a signature by the key, passkey or browser of one account. */
export function signatureKey(account: string, authenticator: string): string {
  return `signed ${account}/${authenticator}`;
}

/** The key under which a sent code is remembered. */
export function keyOf(sent: SentCode): string {
  return `${sent.account}/${sent.authenticator}`;
}

/** Whether a lure is at work between the two people at an account. */
export function isLured({ lures }: Knowledge, account: string): boolean {
  return lures.some((each) => each.account === account);
}

/** Takes in what lies in an account that the person is inside of. */
export function takeIn(knowledge: Knowledge, contents: Contents): Partial<Knowledge> {
  const sent = Object.values(contents.codes);
  const byKey = (codes: readonly SentCode[]): Readonly<Record<string, SentCode>> =>
    Object.fromEntries(codes.map((each) => [keyOf(each), each]));
  const own = sent.filter(({ requestedBy }) => requestedBy === knowledge.person);
  const others = sent.filter(
    ({ requestedBy, account }) => requestedBy !== knowledge.person && handsCodesOver(knowledge, account),
  );
  return {
    codes: { ...knowledge.codes, ...byKey(own) },
    othersCodes: { ...knowledge.othersCodes, ...byKey(others) },
    // What the person set is newer than what was kept.
    passwords: { ...contents.passwords, ...knowledge.passwords },
    seeds: { ...knowledge.seeds, ...contents.seeds },
    passkeys: { ...knowledge.passkeys, ...contents.passkeys },
    lists: { ...knowledge.lists, ...contents.lists },
  };
}

/** Remembers a code that has been read: one's own, or one that a deceived owner would hand over. */
export function readCode(knowledge: Knowledge, sent: SentCode): Partial<Knowledge> {
  if (sent.notice !== undefined)
    return { notices: [...new Set([...knowledge.notices, sent.account])].toSorted() };
  if (sent.requestedBy === knowledge.person) return { codes: { ...knowledge.codes, [keyOf(sent)]: sent } };
  return handsCodesOver(knowledge, sent.account)
    ? { othersCodes: { ...knowledge.othersCodes, [keyOf(sent)]: sent } }
    : {};
}

function handsCodesOver(knowledge: Knowledge, account: string): boolean {
  return knowledge.person === "owner" && isLured(knowledge, account);
}

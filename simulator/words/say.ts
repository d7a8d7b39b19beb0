// Rendering: sayings become sentences of a language.
import { holdingParts } from "../model/holdings.ts";
import type { Holding } from "../model/holdings.ts";
import { titleOf } from "../model/find.ts";
import type { Account, Setup } from "../model/setup.ts";
import type { Saying, TrailEntry } from "../model/trail.ts";
import type { Authenticator, FactorId } from "../model/authenticators.ts";
import { factorTitles } from "./en/factor-titles.ts";
import { noticeWords, personWords, trailWords } from "./en/trail.ts";

const templates: Readonly<Record<string, string>> = { ...trailWords, ...noticeWords };

/** The sentence of a saying. What was filled in comes from the setup: escape it for wherever it goes. */
export function say(saying: Saying, more: Readonly<Record<string, string>> = {}): string {
  const template = Object.hasOwn(templates, saying.id) ? templates[saying.id] : undefined;
  if (template === undefined) throw new Error(`there are no words for "${saying.id}"`);
  const params: Readonly<Record<string, string | number>> = { ...saying.params, ...more };
  const text = template.replaceAll(/\{([a-z]+)\}/g, (_, name: string) =>
    name === "wait" ? lengthOfTime(String(params[name])) : named(params[name] ?? `{${name}}`),
  );
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** A length of time as a setup writes it, in words: `2d` is 2 days. */
function lengthOfTime(duration: string): string {
  const unit = units[duration.slice(-1)];
  const count = Number.parseInt(duration, 10);
  return unit === undefined ? duration : `${count} ${unit}${count === 1 ? "" : "s"}`;
}

const units: Readonly<Record<string, string>> = { s: "second", m: "minute", h: "hour", d: "day" };

// Authenticators without a title are named by their kind, in the language of the reader.
function named(value: string | number): string {
  return String(value).replaceAll(/\bfactor:([a-z-]+)/g, (whole, kind: string) =>
    Object.hasOwn(factorTitles, kind) ? factorTitles[kind as FactorId] : whole,
  );
}

/** The sentence of a trail entry, with its person's name. */
export function sayEntry(entry: TrailEntry): string {
  const who = entry.actor === "owner" || entry.actor === "attacker" ? entry.actor : entry.to;
  const person = who === "attacker" ? personWords.attacker : personWords.owner;
  return say(entry.what, person);
}

/** The name that people read for a holding. */
export function holdingTitle(setup: Setup, holding: Holding): string {
  const { kind, id } = holdingParts(holding);
  const titled = (list: readonly { readonly id: string; readonly title?: string | undefined }[]): string => {
    const found = list.find((item) => item.id === id);
    return found === undefined ? id : titleOf(found);
  };
  switch (kind) {
    case "number":
    case "interception":
    case "calls":
    case "voicemail":
      return titled(setup.numbers);
    case "device":
    case "watch":
      return titled(setup.devices);
    case "unlock":
      return `lock of ${titled(setup.devices)}`;
    case "thing":
      return titled(setup.things);
    case "account":
      return titled(setup.accounts);
    case "secret": {
      const [account, authenticator] = authenticatorAt(setup, id);
      if (account === undefined) return `password “${id}”`;
      return `${titleOf(account)} ${secretTitle(authenticator)}`;
    }
    case "pass":
    case "coax":
    case "works": {
      const [account, authenticator] = authenticatorAt(setup, id);
      const name =
        authenticator === undefined ? "" : (authenticator.title ?? factorTitles[authenticator.kind]);
      return [account === undefined ? id : titleOf(account), name].filter((part) => part !== "").join(" ");
    }
    case "contact":
      return contactTitle(setup, id) ?? `the word of “${id}”`;
    case "personal-data":
      return "the owner's personal data";
    case "self":
      return "the owner in person";
    case "activation": {
      const [list, name] = id.split("/");
      const owner = (list === "thing" ? setup.things : setup.devices).find((item) => item.id === name);
      return `PIN of ${owner === undefined ? id : titleOf(owner)}`;
    }
    case "delivery":
      return "delivery of texts";
    case "ringing":
      return "calls";
    case "line":
      return "the SIM in its phone";
  }
}

/** What the setup calls somebody who vouches. */
function contactTitle(setup: Setup, contact: string): string | undefined {
  return setup.accounts
    .flatMap(({ authenticators }) => authenticators)
    .find((candidate) => candidate.kind === "recovery-contact" && candidate.contact === contact)?.title;
}

function authenticatorAt(
  setup: Setup,
  path: string,
): readonly [Account | undefined, Authenticator | undefined] {
  const [accountId, id] = path.split("/");
  const account = setup.accounts.find((candidate) => candidate.id === accountId);
  return [account, account?.authenticators.find((candidate) => candidate.id === id)];
}

// Some secrets are no passwords: made-up answers, and the PIN that a call asks for.
function secretTitle(authenticator: Authenticator | undefined): string {
  switch (authenticator?.kind) {
    case "security-questions":
      return "made-up answers";
    case "voice-code":
      return "PIN for calls";
    default:
      return "password";
  }
}

// What a person can present for an authenticator, with what they have and know.
import { waysToPresent } from "../factors/index.ts";
import type { Authenticator } from "../model/authenticators.ts";
import { devicesOf } from "../model/authenticators.ts";
import { devicesAnswering, ownSecret, passwordSecret } from "../model/holdings.ts";
import type { Account, Setup } from "../model/setup.ts";
import type { Person } from "../model/trail.ts";
import { recoveryCodeList, seedFor, sentCode, totpCode } from "./codes.ts";
import { callsBack, goodStory, shownAtDesk } from "./desk.ts";
import { hotpDigits } from "./hotp.ts";
import { answersRestOn, originalPassword, rightAnswers, signatureKey } from "./knowledge.ts";
import type { Knowledge } from "./knowledge.ts";

/** Something to offer. */
export interface Proof {
  readonly proof: string;
  /** The device it was made on, where a service knows that. */
  readonly device?: string;
  /** Whose request it answered, where it is offered once more by somebody else. */
  readonly madeFor?: Person;
}

/** What a person can offer without opening an app, and what offering it changes in them. */
export interface ProofAtHand extends Proof {
  readonly changes?: Partial<Knowledge>;
}

/** What a person has at hand for an authenticator; undefined where they have nothing, or only in an app. */
export function proofAtHand(
  knowledge: Knowledge,
  account: Account,
  authenticator: Authenticator,
  now: number,
): ProofAtHand | undefined {
  const { codes, passwords, passkeys, lists, spent, holds, worldSeed, counters } = knowledge;
  const key = `${account.id}/${authenticator.id}`;
  switch (authenticator.kind) {
    case "password":
      return plain(
        passwords[key] ??
          (authenticator.keptIn === undefined && holds.includes(passwordSecret(account, authenticator))
            ? originalPassword(account, authenticator)
            : undefined),
      );
    case "security-questions":
      return holds.includes(answersRestOn(account, authenticator))
        ? { proof: rightAnswers(account, authenticator) }
        : undefined;
    case "sms-code":
    case "messenger-code":
    case "email-code":
    case "email-link":
    case "in-app-message":
      return plain(codes[key]?.code);
    case "voice-code":
      return knowsPin(knowledge, account, authenticator) ? plain(codes[key]?.code) : undefined;
    case "totp":
    case "device-code":
    case "otp-token": {
      const seed = seedAtHand(knowledge, key, authenticator);
      return seed === undefined ? undefined : { proof: totpCode(seed, now) };
    }
    case "hotp": {
      const seed = seedAtHand(knowledge, key, authenticator);
      if (seed === undefined) return undefined;
      const pressed = counters[key] ?? 0;
      return {
        proof: sentCode(seed, pressed, hotpDigits),
        changes: { counters: { ...counters, [key]: pressed + 1 } },
      };
    }
    case "recovery-codes": {
      const printed =
        authenticator.sheet !== undefined && holds.includes(`thing:${authenticator.sheet}`)
          ? recoveryCodeList(seedFor(worldSeed, key), authenticator.left)
          : [];
      const proof = (lists[key] ?? printed).find((code) => !spent.includes(code));
      return proof === undefined ? undefined : { proof, changes: { spent: [...spent, proof] } };
    }
    case "security-key": {
      const signs =
        holds.includes(`thing:${authenticator.thing}`) &&
        (!authenticator.pin || holds.includes(`activation:thing/${authenticator.thing}`));
      return signs ? { proof: signatureKey(account.id, authenticator.id) } : undefined;
    }
    case "passkey":
      return plain(passkeys[key]);
    case "trusted-browser":
      return undefined;
    case "push":
    case "session-approval":
      return promptFor(knowledge, key, knowledge.person);
    case "support-desk":
    case "recovery-contact":
    case "identity-proofing":
    case "voiceprint":
      return proofAtDesk(knowledge, account, authenticator);
  }
}

/** The answer to a prompt that somebody's request has put on the screen of a device at hand. */
export function promptFor({ prompts }: Knowledge, key: string, requestedBy: Person): ProofAtHand | undefined {
  const prompt = prompts[`${key}/${requestedBy}`];
  return prompt === undefined ? undefined : { proof: prompt.code, device: prompt.device };
}

/** A code that the attacker has seen the owner type, and offers once more. */
export function overseenProof({ overseen }: Knowledge, account: string, id: string): Proof | undefined {
  const proof = overseen[`${account}/${id}`];
  return proof === undefined ? undefined : { proof, madeFor: "owner" };
}

/** The devices in hand on which an authenticator may be, those that open first. */
export function devicesAtHand({ holds }: Knowledge, authenticator: Authenticator): readonly string[] {
  const opens = authenticator.kind === "passkey" ? "activation:device/" : "unlock:";
  const held = devicesOf(authenticator).filter((device) => holds.includes(`device:${device}`));
  const opened = held.filter((device) => holds.includes(`${opens}${device}`));
  return [...opened, ...held.filter((device) => !opened.includes(device))];
}

/** Whether a person has a device in hand and passes its lock. */
export function canOpen({ setup, holds }: Knowledge, device: string): boolean {
  const lock = setup.devices.find(({ id }) => id === device)?.lock;
  return holds.includes(`device:${device}`) && (lock === "none" || holds.includes(`unlock:${device}`));
}

/** Whether a person can key in what a call asks for. */
export function knowsPin({ holds }: Knowledge, account: Account, authenticator: Authenticator): boolean {
  return (
    authenticator.kind !== "voice-code" ||
    !authenticator.pin ||
    holds.includes(ownSecret(account, authenticator))
  );
}

/**
 * Whether a person could get into an account as things are, with what they have and nothing lost on the way. It stands
 * for the owner's going into an own mailbox or password manager in passing, while somebody keeps them busy.
 */
export function couldEnter(
  knowledge: Knowledge,
  account: Account,
  visited: ReadonlySet<string> = new Set(),
): boolean {
  if (!account.modelled) return true;
  if (visited.has(account.id)) return false;
  const seen = new Set([...visited, account.id]);
  return (
    account.signedInOn.some((device) => canOpen(knowledge, device)) ||
    account.signIn.some((route) =>
      route.with.every((id) => {
        const authenticator = account.authenticators.find((each) => each.id === id);
        return (
          authenticator !== undefined &&
          waysToPresent(authenticator, account).some((way) =>
            way.every((holding) => hasHolding(knowledge, holding, seen)),
          )
        );
      }),
    )
  );
}

function hasHolding(knowledge: Knowledge, holding: string, visited: ReadonlySet<string>): boolean {
  const { setup, holds } = knowledge;
  const colon = holding.indexOf(":");
  const id = holding.slice(colon + 1);
  switch (holding.slice(0, colon)) {
    case "account": {
      const found = setup.accounts.find((account) => account.id === id);
      return found !== undefined && couldEnter(knowledge, found, visited);
    }
    case "reading":
    case "hearing":
      return answers(setup, holds, id.slice(0, id.indexOf("/")));
    case "unlock":
      return (
        holds.includes(holding) || setup.devices.some((device) => device.id === id && device.lock === "none")
      );
    default:
      return holds.includes(holding);
  }
}

function answers(setup: Setup, holds: readonly string[], number: string): boolean {
  return devicesAnswering(setup, number).some(({ id }) => holds.includes(`device:${id}`));
}

function seedAtHand(
  { seeds, holds, worldSeed }: Knowledge,
  key: string,
  authenticator: Authenticator,
): string | undefined {
  const carriers = [
    "printedOn" in authenticator ? authenticator.printedOn : undefined,
    "thing" in authenticator ? authenticator.thing : undefined,
  ];
  const carried = carriers.some((thing) => thing !== undefined && holds.includes(`thing:${thing}`));
  return seeds[key] ?? (carried ? seedFor(worldSeed, key) : undefined);
}

function proofAtDesk(
  { codes, holds, talkedRound }: Knowledge,
  account: Account,
  authenticator: Authenticator,
): ProofAtHand | undefined {
  const key = `${account.id}/${authenticator.id}`;
  const story = talkedRound.includes(key) ? { proof: goodStory } : undefined;
  if (callsBack(authenticator)) return plain(codes[key]?.code) ?? story;
  const shown = shownAtDesk(account, authenticator);
  return shown.every((holding) => holds.includes(holding)) ? { proof: shown.join(" + ") } : story;
}

function plain(proof: string | undefined): ProofAtHand | undefined {
  return proof === undefined ? undefined : { proof };
}

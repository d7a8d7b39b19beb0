// The two sides of a lure: what the deceived owner hands over, and how the owner takes prompts that come unasked.
import { factorOf, nameOf } from "../factors/index.ts";
import { containersOf } from "../model/authenticators.ts";
import type { Authenticator } from "../model/authenticators.ts";
import { accountById, authenticatorById, titleOf } from "../model/find.ts";
import { handsOver } from "../model/lures.ts";
import type { Lure } from "../model/lures.ts";
import type { Account } from "../model/setup.ts";
import { verifierOf } from "./actor-ids.ts";
import { openNext, refOf } from "./doing.ts";
import type { AuthenticatorRef, Response } from "./doing.ts";
import type { Knowledge } from "./knowledge.ts";
import { send, tell } from "./messages.ts";
import type { Arriving, Emitted } from "./messages.ts";
import { canOpen, couldEnter, knowsPin, promptFor, proofAtHand } from "./proofs.ts";
import type { ProofAtHand } from "./proofs.ts";

/**
 * How often a pestered owner denies in a play before giving in. Reports tell of prompts for an hour (Uber, 2022); the
 * play shows the first and the last of them, and tells that there were more between.
 */
const patience = 1;

/** How often the attacker has another prompt sent after one was denied. */
const persistence = 2;

/** What a deceived owner does when the attacker wants what an authenticator gives. */
export function handOver(
  knowledge: Knowledge,
  at: AuthenticatorRef,
  now: number,
  looked: readonly string[] = [],
): Response {
  const account = accountById(knowledge.setup, at.account);
  const authenticator = authenticatorById(account, at.authenticator);
  const lure = lureFor(knowledge, account, authenticator);
  if (lure === undefined) return keepBack(knowledge, at, refusalOf(knowledge, account, authenticator));

  const found = proofForOther(knowledge, account, authenticator, now);
  if (found !== undefined) {
    const { proof, changes = {} } = found;
    const handed = handedOver(knowledge, at, proof);
    return { changes: { ...handed.changes, ...changes }, emitted: handed.emitted };
  }
  return openNext(knowledge, at, "attacker") ?? lookFor(knowledge, at, looked);
}

/** The proof goes to the attacker. */
export function handedOver(knowledge: Knowledge, at: AuthenticatorRef, proof: string): Response {
  const account = accountById(knowledge.setup, at.account);
  const authenticator = authenticatorById(account, at.authenticator);
  const lure = lureFor(knowledge, account, authenticator) ?? "false-site";
  return {
    changes: { handing: undefined },
    emitted: [
      toldBetween(account, authenticator, `hands-over-to-${howOf(authenticator, lure)}`),
      send("attacker", { type: "HANDED_OVER", ...refOf(at), proof }),
    ],
  };
}

/** The owner has looked into one account after the other where it is kept; if none is left, nothing is handed over. */
export function lookFor(knowledge: Knowledge, at: AuthenticatorRef, looked: readonly string[]): Response {
  const { setup } = knowledge;
  const authenticator = authenticatorById(accountById(setup, at.account), at.authenticator);
  const next = containersOf(authenticator).find(
    (id) => !looked.includes(id) && couldEnter(knowledge, accountById(setup, id)),
  );
  if (next === undefined) return keepBack(knowledge, at, "has-nothing-to-hand-over");
  return {
    changes: { handing: { ...refOf(at), looked: [...looked, next] } },
    emitted: [send(`account:${next}`, { type: "LOOK", by: "owner" })],
  };
}

/**
 * A person sees a prompt on a device in their hand. The owner denies one that they did not ask for, unless they are
 * deceived or worn down; what is not denied stands until it is answered.
 */
export function seePrompt(knowledge: Knowledge, { prompt, device }: Arriving<"PROMPT_SEEN">): Response {
  const key = `${prompt.account}/${prompt.authenticator}`;
  const stands: Response = canOpen(knowledge, device)
    ? {
        changes: {
          prompts: {
            ...knowledge.prompts,
            [`${key}/${prompt.requestedBy}`]: { code: prompt.code, device },
          },
        },
        emitted: [],
      }
    : { changes: {}, emitted: [] };
  if (prompt.requestedBy === knowledge.person) return stands;
  if (knowledge.person === "attacker") return { changes: {}, emitted: [] };

  const account = accountById(knowledge.setup, prompt.account);
  const authenticator = authenticatorById(account, prompt.authenticator);
  const before = knowledge.pestered[key];
  // The same prompt on another device is still one prompt.
  if (before?.code === prompt.code) return { changes: {}, emitted: [] };
  const lure = lureFor(knowledge, account, authenticator);
  const times = before?.times ?? 0;
  if (lure !== undefined && (lure !== "prompts" || times >= patience)) return stands;
  return {
    changes: {
      pestered: {
        ...knowledge.pestered,
        [key]: { times: Math.min(times + 1, patience), code: prompt.code },
      },
    },
    emitted: [
      send(verifierOf(account.id, authenticator, prompt.requestedBy), { type: "DENY", person: "owner" }),
    ],
  };
}

/** The attacker whose prompt has been denied sends another one, and gives up after some. */
export function askAgain(knowledge: Knowledge, at: AuthenticatorRef): Response {
  const { lures, pestered, begun } = knowledge;
  const key = `${at.account}/${at.authenticator}`;
  const times = pestered[key]?.times ?? 0;
  const pesters = lures.some(({ account, lure }) => account === at.account && lure === "prompts");
  const ref = Object.hasOwn(begun, at.account) ? begun[at.account] : undefined;
  if (!pesters || times >= persistence || ref === undefined) return { changes: {}, emitted: [] };
  return {
    changes: { pestered: { ...pestered, [key]: { times: times + 1, code: "" } } },
    emitted: [
      ...(times === 0 ? [promptsGoOn(accountById(knowledge.setup, at.account))] : []),
      send(`${ref.ceremony}:${at.account}/attacker`, { type: "ASK", authenticator: at.authenticator }),
    ],
  };
}

function promptsGoOn(account: Account): Emitted {
  return tell({
    actor: "attacker",
    channel: "web",
    to: `account:${account.id}`,
    account: account.id,
    what: { id: "prompts-go-on", params: { account: titleOf(account) } },
    sources: ["uber-2022"],
  });
}

function lureFor({ lures }: Knowledge, account: Account, authenticator: Authenticator): Lure | undefined {
  return lures.find(
    (each) => each.account === account.id && handsOver(authenticator, each.lure, account.controls),
  )?.lure;
}

function keepBack({ setup }: Knowledge, at: AuthenticatorRef, id: string): Response {
  const account = accountById(setup, at.account);
  return {
    changes: { handing: undefined },
    emitted: [
      toldBetween(account, authenticatorById(account, at.authenticator), id),
      send("attacker", { type: "KEPT_BACK", ...refOf(at) }),
    ],
  };
}

/** Keys and browsers sign for the real site's name, so that there is nothing to hand over on a false one. */
function refusalOf({ lures }: Knowledge, account: Account, authenticator: Authenticator): string {
  const isOnFalseSite = lures.some((each) => each.account === account.id && each.lure === "false-site");
  return isOnFalseSite && factorOf(authenticator).verifier === "signature"
    ? "signs-for-the-real-site-only"
    : "hands-nothing-over";
}

function proofForOther(
  knowledge: Knowledge,
  account: Account,
  authenticator: Authenticator,
  now: number,
): ProofAtHand | undefined {
  const key = `${account.id}/${authenticator.id}`;
  const { verifier } = factorOf(authenticator);
  if (verifier === "prompt") return promptFor(knowledge, key, "attacker");
  if (verifier !== "challenge") return proofAtHand(knowledge, account, authenticator, now);
  const proof = knowledge.othersCodes[key]?.code;
  return proof !== undefined && knowsPin(knowledge, account, authenticator) ? { proof } : undefined;
}

function howOf(authenticator: Authenticator, lure: Lure): "prompts" | "false-site" | "phone-call" | "page" {
  const approves = authenticator.kind === "push" || authenticator.kind === "session-approval";
  return lure === "false-site" && approves ? "page" : lure;
}

function toldBetween(account: Account, authenticator: Authenticator, id: string): Emitted {
  return tell({
    actor: "owner",
    channel: "web",
    to: "attacker",
    account: account.id,
    what: { id, params: { account: titleOf(account), authenticator: nameOf(authenticator) } },
  });
}

// Moves: which messages a move sends off, and what is told of things that have no chart of their own.
import { factorOf, nameOf } from "../factors/index.ts";
import type { Authenticator } from "../model/authenticators.ts";
import { blockedAccounts } from "../model/carrier-policy.ts";
import { accountById, authenticatorById, thingById, titleOf } from "../model/find.ts";
import { holdingParts, ownerHoldings, ownSecret, passwordSecret } from "../model/holdings.ts";
import type { Move } from "../model/move.ts";
import type { Account, Setup } from "../model/setup.ts";
import type { Actor } from "../model/trail.ts";
import { persons, sessionOf, verifierOf } from "./actor-ids.ts";
import { isSentToNumber, seededAtService } from "../model/kinds.ts";
import { send, tell } from "./messages.ts";
import type { ActorId, Emitted, Message } from "./messages.ts";
import { nothingUnusual } from "./sayings.ts";

/** What a move brings about first; everything else follows from it. */
export function beginningsOf(setup: Setup, move: Move): readonly Emitted[] {
  switch (move.do) {
    case "swap-sim":
      return [send(`line:${move.number}`, { type: "SIM_CHANGE_ASKED", approach: move.approach })];
    case "port-out":
      return [send(`line:${move.number}`, { type: "PORT_ASKED" })];
    case "reroute-texts":
      return [send(`line:${move.number}`, { type: "REROUTE_ASKED" })];
    case "redirect-texts":
      return [send(`line:${move.number}`, { type: "REDIRECT" })];
    case "end-redirect":
      return [send(`line:${move.number}`, { type: "REDIRECT_ENDED" })];
    case "forward-calls":
      return [send(`line:${move.number}`, { type: "FORWARD_ASKED" })];
    case "open-voicemail":
      return [send(`line:${move.number}`, { type: "VOICEMAIL_TRIED" })];
    case "block-texts":
      return [
        send(`line:${move.number}`, {
          type: "BLOCK",
          accounts: blockedAccounts(setup, move.number, move.senders),
        }),
      ];
    case "unblock-texts":
      return [send(`line:${move.number}`, { type: "UNBLOCK" })];
    case "set-reception":
      return [send(`line:${move.number}`, { type: "RECEPTION", reception: move.reception })];
    case "delay-texts":
      return [send(`line:${move.number}`, { type: "DELAY", by: move.by })];
    case "end-number":
      return [send(`line:${move.number}`, { type: "NUMBER_ENDED", recycled: move.recycled })];
    case "return-number":
      return [send(`line:${move.number}`, { type: "NUMBER_RETURNED" })];

    case "take-device":
      return [send(`handset:${move.device}`, { type: "TAKEN" })];
    case "return-device":
      return [send(`handset:${move.device}`, { type: "RETURNED" })];
    case "move-sims":
      return [send(`handset:${move.device}`, { type: "SIMS_MOVED" })];
    case "learn-passcode":
      return [send(`handset:${move.device}`, { type: "PASSCODE_SEEN" })];
    case "find-unlocked":
      return [send(`handset:${move.device}`, { type: "LEFT_OPEN" })];
    case "infect-device":
      return [
        send(`handset:${move.device}`, { type: "INFECTED", reads: move.reads }),
        // What is known by heart is typed sooner or later.
        ...(move.reads === "everything"
          ? [send("attacker", { type: "GAINS", holdings: secretsOf(setup) })]
          : []),
      ];
    case "lose-device":
      return [send(`handset:${move.device}`, { type: "LOST" })];
    case "break-device":
      return [send(`handset:${move.device}`, { type: "BROKEN" })];
    case "replace-device":
      return [
        send(`handset:${move.device}`, {
          type: "RENEWED",
          carriedOver: move.carriedOver === "all-but-device-codes",
        }),
      ];
    case "wipe-device":
      return [send(`handset:${move.device}`, { type: "WIPED" })];
    case "set-clock":
      return [send(`handset:${move.device}`, { type: "CLOCK_SET", seconds: move.seconds })];
    case "cut-internet":
      return [send(`handset:${move.device}`, { type: "INTERNET_CUT" })];
    case "restore-internet":
      return [send(`handset:${move.device}`, { type: "INTERNET_RESTORED" })];

    case "take-thing":
      return [
        thingTold(setup, move.thing, "attacker", "thing-taken"),
        send("owner", { type: "LOSES", holdings: [`thing:${move.thing}`] }),
        send("attacker", { type: "GAINS", holdings: [`thing:${move.thing}`] }),
      ];
    case "lose-thing":
      return [
        thingTold(setup, move.thing, "chance", "thing-lost"),
        send("owner", { type: "LOSES", holdings: [`thing:${move.thing}`] }),
      ];

    case "forget-secret":
      return [
        tell({
          actor: "chance",
          channel: "none",
          to: "owner",
          what: { id: "secret-forgotten", params: { secret: secretNamed(setup, move.secret) } },
        }),
        send("owner", { type: "LOSES", holdings: [`secret:${move.secret}`] }),
      ];
    case "lose-contact":
      return [
        tell({
          actor: "chance",
          channel: "none",
          to: "owner",
          what: { id: "contact-away", params: { contact: contactNamed(setup, move.contact) } },
        }),
        send("owner", { type: "LOSES", holdings: [`contact:${move.contact}`] }),
      ];

    case "deceive-owner":
      return [
        send("owner", { type: "FALLS_FOR", account: move.account, lure: move.lure }),
        send("attacker", { type: "DECEIVES", account: move.account, lure: move.lure }),
      ];
    case "look-over-shoulder":
      return [send("owner", { type: "WATCHED", account: move.account })];
    case "come-in": {
      const account = accountById(setup, move.account);
      const { id } = account;
      return [
        tell({
          actor: "attacker",
          channel: "web",
          to: `account:${id}`,
          account: id,
          what: { id: "let-in-before", params: { account: titleOf(account) } },
          sees: nothingUnusual,
          sources: ["retool-2023"],
        }),
        send(sessionOf(id, "attacker"), { type: "OPEN", isTold: true }),
      ];
    }
    case "start-guessing":
      return [send("attacker", { type: "STARTS_GUESSING", account: move.account })];
    case "copy-seeds":
      return [
        send("attacker", {
          type: "COPIES",
          account: move.account,
          authenticators: accountById(setup, move.account)
            .authenticators.filter(({ kind }) => seededAtService.has(kind))
            .map(({ id }) => id),
          how: "database",
        }),
      ];
    case "take-copy":
      return [
        send("attacker", {
          type: "COPIES",
          account: move.account,
          authenticators: [move.authenticator],
          how: "own-copy",
        }),
      ];
    case "talk-round":
      return toVerifiers(setup, move, { type: "TALK_ROUND" });
    case "forget-browser":
      return [
        authenticatorTold(setup, move, "browser-forgotten"),
        ...toVerifiers(setup, move, { type: "FORGOTTEN" }),
      ];
    case "spend-codes":
      return [authenticatorTold(setup, move, "codes-spent"), ...toVerifiers(setup, move, { type: "SPENT" })];
    case "misdirect-texts":
      return toVerifiers(setup, move, { type: "MISDIRECTED", number: move.number });

    case "tap-sender": {
      const account = accountById(setup, move.account);
      return [
        tell({
          actor: "attacker",
          channel: "none",
          to: `account:${account.id}`,
          account: account.id,
          what: { id: "sender-tapped", params: { account: titleOf(account) } },
          sees: nothingUnusual,
        }),
        ...account.authenticators
          .filter(({ kind }) => kind === "sms-code")
          .flatMap((text) =>
            verifiersOf(account, text).map((verifier) => send(verifier, { type: "TAPPED" })),
          ),
      ];
    }
    case "stop-sending": {
      const account = accountById(setup, move.account);
      const stopped = toSenders(account, { type: "STOP_SENDING" }, move.only);
      return stopped.length === 0 ? [outageTold(account, "sends-nothing-anyway")] : stopped;
    }
    case "resume-sending": {
      const account = accountById(setup, move.account);
      return [outageTold(account, "sending-resumed"), ...toSenders(account, { type: "RESUME_SENDING" })];
    }
    case "close-account":
      return [send(`account:${move.account}`, { type: "CLOSE_ACCOUNT" })];
    case "waive":
      return [send(`account:${move.account}`, { type: "WAIVE", authenticators: move.authenticators })];
    case "withdraw":
      return [send(`account:${move.account}`, { type: "WITHDRAW", authenticators: move.authenticators })];

    case "wait":
      return [];
    default: {
      const { actor, after: _, ...doing } = move;
      return [send(actor, { type: "DO", doing })];
    }
  }
}

/** What the owner knows by heart. */
function secretsOf(setup: Setup): readonly string[] {
  return ownerHoldings(setup).filter((holding) => holdingParts(holding).kind === "secret");
}

/** The passwords and made-up answers that a forgotten secret stands for: one may open several accounts. */
function secretNamed(setup: Setup, secret: string): string {
  const named = setup.accounts.flatMap((account) =>
    account.authenticators
      .filter((authenticator) => knownByHeart(account, authenticator) === `secret:${secret}`)
      .map((authenticator) => `${nameOf(authenticator)} of ${titleOf(account)}`),
  );
  return named.length === 0 ? secret : named.join(", ");
}

function knownByHeart(account: Account, authenticator: Authenticator): string {
  return authenticator.kind === "password"
    ? passwordSecret(account, authenticator)
    : ownSecret(account, authenticator);
}

/** What the owner calls somebody who vouches, at one account or several. */
function contactNamed(setup: Setup, contact: string): string {
  const names = setup.accounts.flatMap(({ authenticators }) =>
    authenticators.flatMap((authenticator) =>
      authenticator.kind === "recovery-contact" && authenticator.contact === contact
        ? [nameOf(authenticator)]
        : [],
    ),
  );
  return names.length === 0 ? contact : [...new Set(names)].join(", ");
}

/** What is told of something that becomes of an authenticator; used codes on paper can be seen to be used. */
function authenticatorTold(
  setup: Setup,
  { account: accountId, authenticator: id }: { readonly account: string; readonly authenticator: string },
  what: string,
): Emitted {
  const account = accountById(setup, accountId);
  const authenticator = authenticatorById(account, id);
  const onPaper = authenticator.kind === "recovery-codes" && authenticator.sheet !== undefined;
  return tell({
    actor: "chance",
    channel: "none",
    to: "owner",
    account: account.id,
    what: { id: what, params: { account: titleOf(account), authenticator: nameOf(authenticator) } },
    ...(onPaper ? { sees: { id: "list-crossed-out", params: {} } } : {}),
  });
}

function outageTold(account: Account, id: string): Emitted {
  return tell({
    actor: "service",
    channel: "none",
    account: account.id,
    what: { id, params: { account: titleOf(account) } },
  });
}

/** To every chart that checks an authenticator: those of sent codes are two, one for each person. */
function toVerifiers(
  setup: Setup,
  { account: accountId, authenticator: id }: { readonly account: string; readonly authenticator: string },
  message: Message,
): readonly Emitted[] {
  const account = accountById(setup, accountId);
  return verifiersOf(account, authenticatorById(account, id)).map((verifier) => send(verifier, message));
}

function toSenders(account: Account, message: Message, only?: "texts-and-calls"): readonly Emitted[] {
  return account.authenticators
    .filter(
      (authenticator) =>
        (only === undefined || isSentToNumber(authenticator)) &&
        ["challenge", "prompt"].includes(factorOf(authenticator).verifier),
    )
    .flatMap((authenticator) =>
      verifiersOf(account, authenticator).map((verifier) => send(verifier, message)),
    );
}

function verifiersOf(account: Account, authenticator: Authenticator): readonly ActorId[] {
  return [...new Set(persons.map((person) => verifierOf(account.id, authenticator, person)))];
}

function thingTold(setup: Setup, thing: string, actor: Actor, id: string): Emitted {
  const params = { thing: titleOf(thingById(setup, thing)) };
  return tell({
    actor,
    channel: "hand",
    to: "owner",
    what: { id, params },
    sees: { id: "thing-gone", params },
  });
}

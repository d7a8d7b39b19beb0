// The challenge of a code that a service sends: issued, then verified, expired or exhausted; a used code is refused.
import { and, assign, emit, enqueueActions, not, setup } from "xstate";
import { nameOf } from "../factors/index.ts";
import type { Authenticator } from "../model/authenticators.ts";
import { durationMilliseconds } from "../model/duration.ts";
import { titleOf } from "../model/find.ts";
import { guessingChance, guessingSucceeds, hoursOfTrying } from "../model/guessing.ts";
import { ownSecret } from "../model/holdings.ts";
import type { Account } from "../model/setup.ts";
import type { Channel, Person } from "../model/trail.ts";
import { sentCode } from "./codes.ts";
import { send, tell } from "./messages.ts";
import type { Arriving, Emitted, Refusal, SentCode } from "./messages.ts";
import { proven, refused } from "./verifier.ts";

export interface ChallengeContext {
  readonly account: Account;
  readonly authenticator: Authenticator;
  /** Whose request this is about: a code serves only the person who asked for it. */
  readonly person: Person;
  readonly seed: string;
  /** How many codes have been sent; the next code's counter. */
  readonly counter: number;
  /** The code sent last. */
  readonly code: string | undefined;
  /** What it was sent for. */
  readonly request: string | undefined;
  /** Wrong codes since a right one. Asking for another code does not reset this (NIST SP 800-63B-4, 3.1.3.2). */
  readonly wrong: number;
  /** Whose new number it goes to, after a recovery has changed the number on file. */
  readonly newNumberOf: Person | undefined;
  /** The number that the service texts by mistake. */
  readonly misdirectedTo: string | undefined;
  /** Whether somebody reads along at a company that passes the texts on. */
  readonly isTapped: boolean;
}

type ChallengeEvent = Arriving<
  | "ISSUE"
  | "VERIFY"
  | "GUESS"
  | "NEW_NUMBER"
  | "MISDIRECTED"
  | "TAPPED"
  | "STOP_SENDING"
  | "RESUME_SENDING"
  | "REPLACED"
>;

export const challengeMachine = setup({
  types: {
    context: {} as ChallengeContext,
    events: {} as ChallengeEvent,
    emitted: {} as Emitted,
    input: {} as Pick<ChallengeContext, "account" | "authenticator" | "person" | "seed">,
  },
  guards: {
    isRight: ({ context, event }) =>
      event.type === "VERIFY" && event.proof === context.code && event.request === context.request,
    isForOtherRequest: ({ context, event }) => event.type === "VERIFY" && event.request !== context.request,
    isLastTry: ({ context: { wrong, account } }) =>
      account.controls.attempts !== "unlimited" && wrong + 1 >= account.controls.attempts,
    isUsedOnce: ({ context }) => context.account.controls.oneTimeUse,
    isCountedAnew: ({ context }) => context.account.controls.resendResetsAttempts,
    isGuessed: ({ context }) => guessingSucceeds(context.authenticator, context.account.controls),
    /** The service sends nothing to a number as long as an app could be used instead. */
    isWithheld: ({ context, event }) => {
      const { account, authenticator } = context;
      return (
        event.type === "ISSUE" &&
        !account.controls.textsDespiteApp &&
        isSentToNumber(authenticator) &&
        account.authenticators.some(({ id, kind }) => appLike.has(kind) && !event.notAskedFor.includes(id))
      );
    },
  },
  delays: { lifetime: ({ context }) => durationMilliseconds(context.account.controls.codeLifetime) },
  actions: {
    draw: assign(({ context, event }) =>
      event.type === "ISSUE"
        ? {
            code: sentCode(context.seed, context.counter, context.account.controls.codeLength),
            counter: context.counter + 1,
            request: event.request,
            wrong: context.account.controls.resendResetsAttempts ? 0 : context.wrong,
          }
        : {},
    ),
    sendCode: enqueueActions(({ context, event, enqueue }) => {
      if (event.type !== "ISSUE") return;
      for (const emitted of dispatch(context, event.revoked)) enqueue.emit(emitted);
    }),
    tell: emit(({ context }, params: { readonly id: string }) => toldOf(context, params.id)),
    sendElsewhere: emit(({ context }) =>
      toldOf(context, elsewhere[context.authenticator.kind] ?? "code-sent-elsewhere"),
    ),
    reachNewNumber: assign({
      newNumberOf: ({ context, event }) => (event.type === "NEW_NUMBER" ? event.of : context.newNumberOf),
    }),
    misdirect: enqueueActions(({ context, event, enqueue }) => {
      if (event.type !== "MISDIRECTED") return;
      enqueue.assign({ misdirectedTo: event.number });
      if (context.person === "owner")
        enqueue.emit(toldOf(context, "texts-misdirected", context.person, "none"));
    }),
    tap: assign({ isTapped: true }),
    tellStopped: enqueueActions(({ context, enqueue }) => {
      if (context.person === "owner")
        enqueue.emit(toldOf(context, "sending-stopped", context.person, "none"));
    }),
    tellGuessed: emit(({ context }, params: { readonly id: string }) => guessTold(context, params.id)),
    drawGuessed: assign({
      code: ({ context }) =>
        context.code ?? sentCode(context.seed, context.counter, context.account.controls.codeLength),
    }),
    proveGuessed: emit(({ context, event }) => proven(context.authenticator.id, event, context.code ?? "")),
    // Where nothing depends on the count, none is kept.
    countWrong: assign({
      wrong: ({ context }) => (context.account.controls.attempts === "unlimited" ? 0 : context.wrong + 1),
    }),
    forgetWrong: assign({ wrong: 0 }),
    prove: emit(({ context, event }) => proven(context.authenticator.id, event)),
    refuse: emit(({ context, event }, params: { readonly why: Refusal }) =>
      refused(context.authenticator.id, event, params.why),
    ),
  },
}).createMachine({
  id: "challenge",
  context: ({ input }) => ({
    ...input,
    counter: 0,
    code: undefined,
    request: undefined,
    wrong: 0,
    newNumberOf: undefined,
    misdirectedTo: undefined,
    isTapped: false,
  }),
  initial: "idle",
  on: {
    ISSUE: [
      { guard: "isWithheld", actions: { type: "tell", params: { id: "code-withheld" } } },
      { target: ".issued", actions: ["draw", "sendCode"], reenter: true },
    ],
    GUESS: [
      {
        guard: "isGuessed",
        target: ".verified",
        actions: [
          "drawGuessed",
          { type: "tellGuessed", params: { id: "code-guessed" } },
          "proveGuessed",
          "forgetWrong",
        ],
      },
      {
        target: ".exhausted",
        actions: [
          { type: "tellGuessed", params: { id: "code-not-guessed" } },
          { type: "refuse", params: { why: "exhausted" } },
        ],
      },
    ],
    NEW_NUMBER: { actions: "reachNewNumber" },
    MISDIRECTED: { actions: "misdirect" },
    TAPPED: { actions: "tap" },
    STOP_SENDING: { target: ".silent", actions: "tellStopped" },
    REPLACED: ".replaced",
  },
  states: {
    idle: { on: { VERIFY: { actions: { type: "refuse", params: { why: "nothing-sent" } } } } },
    issued: {
      after: { lifetime: "expired" },
      on: {
        VERIFY: [
          { guard: and(["isRight", "isUsedOnce"]), target: "verified", actions: ["forgetWrong", "prove"] },
          // A service that lets a code be used again goes on accepting it until it is too old.
          { guard: "isRight", actions: ["forgetWrong", "prove"] },
          { guard: "isForOtherRequest", actions: { type: "refuse", params: { why: "other-request" } } },
          {
            guard: "isLastTry",
            target: "exhausted",
            actions: ["countWrong", { type: "refuse", params: { why: "exhausted" } }],
          },
          { actions: ["countWrong", { type: "refuse", params: { why: "wrong" } }] },
        ],
      },
    },
    verified: { on: { VERIFY: { actions: { type: "refuse", params: { why: "used-already" } } } } },
    expired: { on: { VERIFY: { actions: { type: "refuse", params: { why: "expired" } } } } },
    exhausted: {
      on: {
        ISSUE: [
          {
            guard: and(["isCountedAnew", not("isWithheld")]),
            target: "issued",
            actions: ["draw", "sendCode"],
          },
          { actions: { type: "tell", params: { id: "no-more-codes" } } },
        ],
        VERIFY: { actions: { type: "refuse", params: { why: "exhausted" } } },
      },
    },
    silent: {
      on: {
        ISSUE: { actions: { type: "tell", params: { id: "code-not-sent" } } },
        VERIFY: { actions: { type: "refuse", params: { why: "nothing-sent" } } },
        GUESS: { actions: { type: "refuse", params: { why: "nothing-sent" } } },
        STOP_SENDING: {},
        RESUME_SENDING: "idle",
      },
    },
    replaced: {
      on: {
        ISSUE: { actions: "sendElsewhere" },
        VERIFY: { actions: { type: "refuse", params: { why: "replaced" } } },
        GUESS: { actions: { type: "refuse", params: { why: "replaced" } } },
        STOP_SENDING: {},
        REPLACED: {},
      },
    },
  },
});

const appLike: ReadonlySet<Authenticator["kind"]> = new Set([
  "totp",
  "push",
  "device-code",
  "in-app-message",
]);

/** What is told of a code that goes to where the attacker's authenticators are. */
const elsewhere: Partial<Record<Authenticator["kind"], string>> = {
  "sms-code": "code-texted-elsewhere",
  "email-code": "code-mailed-elsewhere",
  "email-link": "code-mailed-elsewhere",
};

function isSentToNumber({ kind }: Authenticator): boolean {
  return kind === "sms-code" || kind === "voice-code";
}

function dispatch(context: ChallengeContext, revoked: readonly string[]): readonly Emitted[] {
  const { account, authenticator, person, code, newNumberOf, isTapped } = context;
  if (code === undefined) return [];
  const sent: SentCode = {
    account: account.id,
    accountTitle: titleOf(account),
    authenticator: authenticator.id,
    requestedBy: person,
    code,
  };
  const { carrierChangeCheck: checksChange } = account.controls;
  switch (authenticator.kind) {
    case "sms-code": {
      const number = context.misdirectedTo ?? authenticator.number;
      return [
        ...(newNumberOf === undefined
          ? [
              toldOf(context, "code-texted", `line:${number}`, "text"),
              send(`line:${number}`, {
                type: "TEXT",
                sent: context.misdirectedTo === undefined ? sent : { ...sent, isMisdirected: true },
                sender: authenticator.sender,
                checksChange,
              }),
            ]
          : [
              toldOf(context, `code-texted-to-new-number-of-${newNumberOf}`, newNumberOf, "text"),
              send(newNumberOf, { type: "CODE_READ", sent }),
            ]),
        ...(isTapped
          ? [
              toldOf(context, "text-copied", "attacker", "none"),
              send("attacker", { type: "CODE_READ", sent }),
            ]
          : []),
      ];
    }
    case "voice-code": {
      const spoken: SentCode = authenticator.pin ? { ...sent, pin: ownSecret(account, authenticator) } : sent;
      return newNumberOf === undefined
        ? [
            toldOf(context, "code-called", `line:${authenticator.number}`, "call"),
            send(`line:${authenticator.number}`, {
              type: "CALL",
              sent: spoken,
              keyPress: authenticator.keyPress,
              checksChange,
            }),
          ]
        : [
            toldOf(context, `code-called-to-new-number-of-${newNumberOf}`, newNumberOf, "call"),
            send(newNumberOf, { type: "CODE_READ", sent: spoken }),
          ];
    }
    case "email-code":
      return [send(`account:${authenticator.mailbox}`, { type: "MAIL", sent })];
    case "email-link":
      return [send(`account:${authenticator.mailbox}`, { type: "MAIL", sent: { ...sent, isLink: true } })];
    case "messenger-code":
      return [send(`account:${authenticator.messenger}`, { type: "MAIL", sent })];
    case "in-app-message":
      return [
        toldOf(context, "code-in-app"),
        ...authenticator.devices
          .filter((device) => !revoked.includes(device))
          .map((device) => send(`handset:${device}`, { type: "APP_MESSAGE", sent })),
      ];
    default:
      throw new Error(`a ${authenticator.kind} has no code to send`);
  }
}

function guessTold(context: ChallengeContext, id: string): Emitted {
  const { account, authenticator } = context;
  const chance = guessingChance(authenticator, account.controls, hoursOfTrying);
  return tell({
    actor: "attacker",
    channel: "web",
    to: `account:${account.id}`,
    account: account.id,
    what: {
      id,
      params: {
        account: titleOf(account),
        authenticator: nameOf(authenticator),
        hours: hoursOfTrying,
        percent: percentOf(chance),
      },
    },
    sources: ["asvs-5"],
  });
}

/** A chance in percent, with as many digits as tell it from none and from certainty. */
function percentOf(chance: number): string {
  if (chance > 0.9999) return "more than 99.99";
  return String(Number((chance * 100).toPrecision(2)));
}

function toldOf(
  { account, authenticator, person, code }: ChallengeContext,
  id: string,
  to: string = person,
  channel: Channel = "web",
): Emitted {
  return tell({
    actor: "service",
    channel,
    to,
    account: account.id,
    what: {
      id,
      params: { account: titleOf(account), authenticator: nameOf(authenticator), code: code ?? "" },
    },
  });
}

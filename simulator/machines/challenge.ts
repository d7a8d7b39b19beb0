// The challenge of a code that a service sends: issued, then verified, expired or exhausted; a used code is refused.
import { assign, emit, enqueueActions, setup } from "xstate";
import { nameOf } from "../factors/index.ts";
import type { Authenticator } from "../model/authenticators.ts";
import { durationMilliseconds } from "../model/duration.ts";
import { titleOf } from "../model/find.ts";
import type { Account } from "../model/setup.ts";
import type { Person } from "../model/trail.ts";
import { sentCode } from "./codes.ts";
import { send, tell } from "./messages.ts";
import type { Arriving, Emitted, Refusal } from "./messages.ts";
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
}

type ChallengeEvent = Arriving<"ISSUE" | "VERIFY" | "REPLACED">;

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
    isLastTry: ({ context }) => context.wrong + 1 >= context.account.controls.attempts,
  },
  delays: { lifetime: ({ context }) => durationMilliseconds(context.account.controls.codeLifetime) },
  actions: {
    draw: assign(({ context, event }) =>
      event.type === "ISSUE"
        ? {
            code: sentCode(context.seed, context.counter, context.account.controls.codeLength),
            counter: context.counter + 1,
            request: event.request,
          }
        : {},
    ),
    sendCode: enqueueActions(({ context, enqueue }) => {
      for (const emitted of dispatch(context)) enqueue.emit(emitted);
    }),
    sendElsewhere: enqueueActions(({ context, enqueue }) => {
      enqueue.emit(
        toldOf(
          context,
          context.authenticator.kind === "sms-code" ? "code-texted-elsewhere" : "code-mailed-elsewhere",
        ),
      );
    }),
    refuseToSend: enqueueActions(({ context, enqueue }) => {
      enqueue.emit(toldOf(context, "no-more-codes"));
    }),
    countWrong: assign({ wrong: ({ context }) => context.wrong + 1 }),
    forgetWrong: assign({ wrong: 0 }),
    prove: emit(({ context, event }) => proven(context.authenticator.id, event)),
    refuse: emit(({ context, event }, params: { readonly why: Refusal }) =>
      refused(context.authenticator.id, event, params.why),
    ),
  },
}).createMachine({
  id: "challenge",
  context: ({ input }) => ({ ...input, counter: 0, code: undefined, request: undefined, wrong: 0 }),
  initial: "idle",
  on: {
    ISSUE: { target: ".issued", actions: ["draw", "sendCode"], reenter: true },
    REPLACED: ".replaced",
  },
  states: {
    idle: { on: { VERIFY: { actions: { type: "refuse", params: { why: "nothing-sent" } } } } },
    issued: {
      after: { lifetime: "expired" },
      on: {
        VERIFY: [
          { guard: "isRight", target: "verified", actions: ["forgetWrong", "prove"] },
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
        ISSUE: { actions: "refuseToSend" },
        VERIFY: { actions: { type: "refuse", params: { why: "exhausted" } } },
      },
    },
    replaced: {
      on: {
        ISSUE: { actions: "sendElsewhere" },
        VERIFY: { actions: { type: "refuse", params: { why: "replaced" } } },
        REPLACED: {},
      },
    },
  },
});

function dispatch(context: ChallengeContext): readonly Emitted[] {
  const { account, authenticator, person, code } = context;
  if (code === undefined) return [];
  const sent = {
    account: account.id,
    accountTitle: titleOf(account),
    authenticator: authenticator.id,
    requestedBy: person,
    code,
  };
  switch (authenticator.kind) {
    case "sms-code":
      return [
        toldOf(context, "code-texted", `line:${authenticator.number}`),
        send(`line:${authenticator.number}`, { type: "TEXT", sent }),
      ];
    case "email-code":
      return [send(`account:${authenticator.mailbox}`, { type: "MAIL", sent })];
    default:
      throw new Error(`a ${authenticator.kind} has no code to send`);
  }
}

function toldOf(
  { account, authenticator, person, code }: ChallengeContext,
  id: string,
  to: string = person,
): Emitted {
  return tell({
    actor: "service",
    channel: id === "code-texted" ? "text" : "web",
    to,
    account: account.id,
    what: {
      id,
      params: { account: titleOf(account), authenticator: nameOf(authenticator), code: code ?? "" },
    },
  });
}

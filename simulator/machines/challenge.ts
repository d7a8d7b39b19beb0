// The challenge of a code that a service sends: issued, then verified, expired or exhausted; a used code is refused.
import { and, assign, emit, enqueueActions, not, setup } from "xstate";
import { appLike } from "../factors/index.ts";
import { durationMilliseconds } from "../model/duration.ts";
import { guessingSucceeds } from "../model/guessing.ts";
import { unsent } from "./challenge-context.ts";
import type { ChallengeContext, ChallengeEvent, ChallengeInput } from "./challenge-context.ts";
import { codeTold, dispatch, sentElsewhere } from "./challenge-dispatch.ts";
import { sentCode } from "./codes.ts";
import { guessTold } from "./guessing-tellings.ts";
import { isSentToNumber } from "../model/kinds.ts";
import type { Emitted, Refusal } from "./messages.ts";
import { countedWrong, isLastTry, proven, refused } from "./verifier.ts";

export const challengeMachine = setup({
  types: {
    context: {} as ChallengeContext,
    events: {} as ChallengeEvent,
    emitted: {} as Emitted,
    input: {} as ChallengeInput,
  },
  guards: {
    isRight: ({ context, event }) =>
      event.type === "VERIFY" && event.proof === context.code && !isForOtherRequest(context, event),
    isForOtherRequest: ({ context, event }) => isForOtherRequest(context, event),
    isLastTry: ({ context }) => isLastTry(context),
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
        account.authenticators.some(({ id, kind }) => appLike.has(kind) && !event.unenrolled.includes(id))
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
    tell: emit(({ context }, params: { readonly id: string }) => codeTold(context, params.id)),
    sendElsewhere: emit(({ context }) => sentElsewhere(context)),
    reachNewNumber: assign({
      newNumberOf: ({ context, event }) => (event.type === "NEW_NUMBER" ? event.of : context.newNumberOf),
    }),
    misdirect: enqueueActions(({ context, event, enqueue }) => {
      if (event.type !== "MISDIRECTED") return;
      enqueue.assign({ misdirectedTo: event.number });
      if (context.person === "owner")
        enqueue.emit(codeTold(context, "texts-misdirected", context.person, "none"));
    }),
    tap: assign({ isTapped: true }),
    tellStopped: enqueueActions(({ context, enqueue }) => {
      if (context.person === "owner")
        enqueue.emit(codeTold(context, "sending-stopped", context.person, "none"));
    }),
    tellGuessed: emit(({ context }, params: { readonly id: string }) =>
      guessTold(context.account, context.authenticator, params.id),
    ),
    drawGuessed: assign({
      code: ({ context }) =>
        context.code ?? sentCode(context.seed, context.counter, context.account.controls.codeLength),
    }),
    proveGuessed: emit(({ context, event }) => proven(context.authenticator.id, event, context.code ?? "")),
    // Where nothing depends on the count, none is kept.
    countWrong: assign({ wrong: ({ context }) => countedWrong(context) }),
    forgetWrong: assign({ wrong: 0 }),
    prove: emit(({ context, event }) => proven(context.authenticator.id, event)),
    refuse: emit(({ context, event }, params: { readonly why: Refusal }) =>
      refused(context.authenticator.id, event, params.why),
    ),
  },
}).createMachine({
  id: "challenge",
  context: ({ input }) => unsent(input),
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
        // Another number on file is as good as a first one.
        NEW_NUMBER: { target: "idle", actions: "reachNewNumber" },
        STOP_SENDING: {},
        REPLACED: {},
      },
    },
  },
});

/** A service that uses up its codes also binds each to what it was sent for; one that does not takes it for anything. */
function isForOtherRequest({ account, request }: ChallengeContext, event: ChallengeEvent): boolean {
  return event.type === "VERIFY" && account.controls.oneTimeUse && event.request !== request;
}

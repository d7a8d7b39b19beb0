// The prompt of a push or of another session, as the service handles it: shown on devices, then answered, denied or left.
import { assign, emit, enqueueActions, setup } from "xstate";
import type { Authenticator } from "../model/authenticators.ts";
import { devicesOf } from "../model/authenticators.ts";
import { durationMilliseconds } from "../model/duration.ts";
import { titleOf } from "../model/find.ts";
import type { Account } from "../model/setup.ts";
import type { Person } from "../model/trail.ts";
import { sentCode } from "./codes.ts";
import { send, tell } from "./messages.ts";
import type { Arriving, Emitted, Refusal } from "./messages.ts";
import { serviceTold } from "./service-tellings.ts";
import { proven, refused } from "./verifier.ts";

export interface PromptContext {
  readonly account: Account;
  readonly authenticator: Authenticator;
  /** Who signs in: a prompt is about one sign-in. */
  readonly person: Person;
  readonly seed: string;
  readonly counter: number;
  /** What approving the prompt that was sent last gives. */
  readonly code: string | undefined;
  readonly request: string | undefined;
  /** Prompts in a row that were denied or left; counted only where the service limits them. */
  readonly unanswered: number;
}

type PromptEvent = Arriving<
  "ISSUE" | "VERIFY" | "GUESS" | "DENY" | "REPLACED" | "STOP_SENDING" | "RESUME_SENDING"
>;

export const promptMachine = setup({
  types: {
    context: {} as PromptContext,
    events: {} as PromptEvent,
    emitted: {} as Emitted,
    input: {} as Pick<PromptContext, "account" | "authenticator" | "person" | "seed">,
  },
  guards: {
    isRight: ({ context, event }) =>
      event.type === "VERIFY" && event.proof === context.code && event.request === context.request,
    isForOtherRequest: ({ context, event }) => event.type === "VERIFY" && event.request !== context.request,
    isOneTooMany: ({ context: { account, unanswered } }) =>
      account.controls.pushLimit !== undefined && unanswered >= account.controls.pushLimit,
  },
  delays: { lifetime: ({ context }) => durationMilliseconds(context.account.controls.codeLifetime) },
  actions: {
    draw: assign(({ context, event }) =>
      event.type === "ISSUE"
        ? {
            // Only what tells one prompt from another; it is never read by anybody.
            code: sentCode(context.seed, context.counter, 6),
            counter: context.counter + 1,
            request: event.request,
            unanswered: context.account.controls.pushLimit === undefined ? 0 : context.unanswered + 1,
          }
        : {},
    ),
    show: enqueueActions(({ context, event, enqueue }) => {
      if (event.type !== "ISSUE") return;
      const { account, authenticator, person, code } = context;
      enqueue.emit(serviceTold(context, "prompt-sent"));
      const prompt = {
        account: account.id,
        accountTitle: titleOf(account),
        authenticator: authenticator.id,
        requestedBy: person,
        code: code ?? "",
      };
      for (const device of devicesOf(authenticator))
        if (!event.revoked.includes(device))
          enqueue.emit(send(`handset:${device}`, { type: "PROMPT_ARRIVES", prompt }));
    }),
    passDenialOn: enqueueActions(({ context, enqueue }) => {
      const { account, authenticator, person } = context;
      enqueue.emit(
        tell({
          actor: "owner",
          channel: "web",
          to: `account:${account.id}`,
          account: account.id,
          what: { id: "prompt-denied", params: { account: titleOf(account) } },
        }),
      );
      enqueue.emit(
        send(person, { type: "PROMPT_DENIED", account: account.id, authenticator: authenticator.id }),
      );
    }),
    tellStopped: enqueueActions(({ context, enqueue }) => {
      // Each person's prompts have a chart of their own; the outage is one.
      if (context.person === "owner")
        enqueue.emit(serviceTold(context, "sending-stopped", { channel: "none" }));
    }),
    tell: emit(({ context }, params: { readonly id: string }) => serviceTold(context, params.id)),
    forgetUnanswered: assign({ unanswered: 0 }),
    prove: emit(({ context, event }) => proven(context.authenticator.id, event)),
    refuse: emit(({ context, event }, params: { readonly why: Refusal }) =>
      refused(context.authenticator.id, event, params.why),
    ),
  },
}).createMachine({
  id: "prompt",
  context: ({ input }) => ({ ...input, counter: 0, code: undefined, request: undefined, unanswered: 0 }),
  initial: "idle",
  on: {
    ISSUE: [
      { guard: "isOneTooMany", actions: { type: "tell", params: { id: "no-more-prompts" } } },
      { target: ".shown", actions: ["draw", "show"], reenter: true },
    ],
    STOP_SENDING: { target: ".silent", actions: "tellStopped" },
    REPLACED: ".replaced",
  },
  states: {
    idle: { on: { VERIFY: { actions: { type: "refuse", params: { why: "nothing-sent" } } } } },
    shown: {
      after: { lifetime: "expired" },
      on: {
        DENY: { target: "denied", actions: "passDenialOn" },
        VERIFY: [
          { guard: "isRight", target: "answered", actions: ["forgetUnanswered", "prove"] },
          { guard: "isForOtherRequest", actions: { type: "refuse", params: { why: "other-request" } } },
          { actions: { type: "refuse", params: { why: "wrong" } } },
        ],
      },
    },
    answered: { on: { VERIFY: { actions: { type: "refuse", params: { why: "used-already" } } } } },
    // The owner looks at their device later than somebody who sits waiting with another one: that one's approval counts.
    denied: {
      on: {
        VERIFY: [
          {
            guard: "isRight",
            target: "answered",
            actions: [
              { type: "tell", params: { id: "approved-before-denied" } },
              "forgetUnanswered",
              "prove",
            ],
          },
          { actions: { type: "refuse", params: { why: "wrong" } } },
        ],
      },
    },
    expired: { on: { VERIFY: { actions: { type: "refuse", params: { why: "expired" } } } } },
    silent: {
      on: {
        ISSUE: { actions: { type: "tell", params: { id: "prompt-not-sent" } } },
        VERIFY: { actions: { type: "refuse", params: { why: "nothing-sent" } } },
        STOP_SENDING: {},
        RESUME_SENDING: "idle",
      },
    },
    replaced: {
      on: {
        ISSUE: { actions: { type: "tell", params: { id: "prompt-sent-elsewhere" } } },
        VERIFY: { actions: { type: "refuse", params: { why: "replaced" } } },
        STOP_SENDING: {},
        REPLACED: {},
      },
    },
  },
});

// HOTP as the service checks it: the code of the next counter or of one a little ahead, each counter once.
import { assign, emit, enqueueActions, setup } from "xstate";
import type { Authenticator } from "../model/authenticators.ts";
import { guessingSucceeds } from "../model/guessing.ts";
import type { Account } from "../model/setup.ts";
import type { Person } from "../model/trail.ts";
import { sentCode } from "./codes.ts";
import { send } from "./messages.ts";
import { guessTold } from "./guessing-tellings.ts";
import type { Arriving, Emitted, Refusal } from "./messages.ts";
import { countedWrong, isLastTry, proven, refused } from "./verifier.ts";

/** Digits of the codes that tokens and apps show (RFC 4226 asks for six at least). */
export const hotpDigits = 6;

export interface HotpContext {
  readonly account: Account;
  readonly authenticator: Authenticator;
  readonly seed: string;
  /** The counter whose code is expected next; all before it are used up. */
  readonly counter: number;
  readonly wrong: number;
}

type HotpEvent = Arriving<"VERIFY" | "GUESS" | "REPLACED">;

export const hotpMachine = setup({
  types: {
    context: {} as HotpContext,
    events: {} as HotpEvent,
    emitted: {} as Emitted,
    input: {} as Pick<HotpContext, "account" | "authenticator" | "seed">,
  },
  guards: {
    isAhead: ({ context, event }) => counterAhead(context, event) !== undefined,
    isUsedAndGood: ({ context, event }) =>
      !context.account.controls.oneTimeUse && usedCounter(context, event) === context.counter - 1,
    isUsed: ({ context, event }) => usedCounter(context, event) !== undefined,
    isLastTry: ({ context }) => isLastTry(context),
    isGuessed: ({ context }) => guessingSucceeds(context.authenticator, context.account.controls),
  },
  actions: {
    advance: assign({
      counter: ({ context, event }) => (counterAhead(context, event) ?? context.counter - 1) + 1,
      wrong: 0,
    }),
    advanceGuessed: assign({ counter: ({ context }) => context.counter + 1, wrong: 0 }),
    countWrong: assign({ wrong: ({ context }) => countedWrong(context) }),
    // Somebody else has used the token or a copy of its seed: the person presses the button again.
    askForNext: enqueueActions(({ context, event, enqueue }) => {
      if (event.type !== "VERIFY") return;
      const { account, authenticator } = context;
      const person = event.ceremony.slice(event.ceremony.lastIndexOf("/") + 1) as Person;
      enqueue.emit(send(person, { type: "TRY_NEXT", account: account.id, authenticator: authenticator.id }));
    }),
    prove: emit(({ context, event }) => proven(context.authenticator.id, event)),
    tellGuessed: emit(({ context }, params: { readonly id: string }) =>
      guessTold(context.account, context.authenticator, params.id),
    ),
    proveGuessed: emit(({ context, event }) =>
      proven(context.authenticator.id, event, sentCode(context.seed, context.counter, hotpDigits)),
    ),
    refuse: emit(({ context, event }, params: { readonly why: Refusal }) =>
      refused(context.authenticator.id, event, params.why),
    ),
  },
}).createMachine({
  id: "hotp",
  context: ({ input }) => ({ ...input, counter: 0, wrong: 0 }),
  initial: "ready",
  on: { REPLACED: ".replaced" },
  states: {
    ready: {
      on: {
        VERIFY: [
          { guard: "isAhead", actions: ["prove", "advance"] },
          { guard: "isUsedAndGood", actions: "prove" },
          {
            guard: "isUsed",
            actions: [{ type: "refuse", params: { why: "used-already" } }, "askForNext"],
          },
          {
            guard: "isLastTry",
            target: "exhausted",
            actions: ["countWrong", { type: "refuse", params: { why: "exhausted" } }],
          },
          { actions: ["countWrong", { type: "refuse", params: { why: "wrong" } }] },
        ],
        GUESS: [
          {
            guard: "isGuessed",
            actions: [
              { type: "tellGuessed", params: { id: "code-guessed" } },
              "proveGuessed",
              "advanceGuessed",
            ],
          },
          {
            actions: [
              { type: "tellGuessed", params: { id: "code-not-guessed" } },
              { type: "refuse", params: { why: "exhausted" } },
            ],
          },
        ],
      },
    },
    exhausted: {
      on: {
        VERIFY: { actions: { type: "refuse", params: { why: "exhausted" } } },
        GUESS: { actions: { type: "refuse", params: { why: "exhausted" } } },
      },
    },
    replaced: {
      on: {
        VERIFY: { actions: { type: "refuse", params: { why: "replaced" } } },
        GUESS: { actions: { type: "refuse", params: { why: "replaced" } } },
      },
    },
  },
});

/** The look-ahead of RFC 4226, 7.4: a button pressed a few times without signing in does no harm. */
function counterAhead({ seed, counter, account }: HotpContext, event: HotpEvent): number | undefined {
  if (event.type !== "VERIFY") return undefined;
  const ahead = Array.from({ length: account.controls.driftSteps + 1 }, (_, index) => counter + index);
  return ahead.find((each) => sentCode(seed, each, hotpDigits) === event.proof);
}

function usedCounter({ seed, counter }: HotpContext, event: HotpEvent): number | undefined {
  if (event.type !== "VERIFY") return undefined;
  for (let used = counter - 1; used >= 0; used -= 1)
    if (sentCode(seed, used, hotpDigits) === event.proof) return used;
  return undefined;
}

// TOTP as the service checks it: the code of a time step near enough, each step once, a bounded number of wrong codes.
import { assign, emit, setup } from "xstate";
import type { Authenticator } from "../model/authenticators.ts";
import { guessingSucceeds } from "../model/guessing.ts";
import type { Account } from "../model/setup.ts";
import { totpCode, totpStep } from "./codes.ts";
import { guessTold } from "./guessing-tellings.ts";
import type { Arriving, Emitted, Refusal } from "./messages.ts";
import { countedWrong, isLastTry, proven, refused } from "./verifier.ts";

export interface TotpContext {
  readonly authenticator: Authenticator;
  readonly seed: string;
  readonly account: Account;
  /** The time step accepted last; that step and all before it are used up (RFC 6238, 5.2). */
  readonly lastStep: number;
  readonly wrong: number;
}

type TotpEvent = Arriving<"VERIFY" | "GUESS" | "REPLACED">;

export const totpMachine = setup({
  types: {
    context: {} as TotpContext,
    events: {} as TotpEvent,
    emitted: {} as Emitted,
    input: {} as Pick<TotpContext, "account" | "authenticator" | "seed">,
  },
  guards: {
    isFresh: ({ context, event }) => (stepOf(context, event) ?? -1) > context.lastStep,
    isUsedAndGood: ({ context, event }) =>
      !context.account.controls.oneTimeUse && stepOf(context, event) !== undefined,
    isUsed: ({ context, event }) => stepOf(context, event) !== undefined,
    isLastTry: ({ context }) => isLastTry(context),
    isGuessed: ({ context }) => guessingSucceeds(context.authenticator, context.account.controls),
  },
  actions: {
    remember: assign({
      lastStep: ({ context, event }) => stepOf(context, event) ?? context.lastStep,
      wrong: 0,
    }),
    countWrong: assign({ wrong: ({ context }) => countedWrong(context) }),
    prove: emit(({ context, event }) => proven(context.authenticator.id, event)),
    tellGuessed: emit(({ context }, params: { readonly id: string }) =>
      guessTold(context.account, context.authenticator, params.id),
    ),
    proveGuessed: emit(({ context, event }) =>
      proven(context.authenticator.id, event, totpCode(context.seed, event.now)),
    ),
    refuse: emit(({ context, event }, params: { readonly why: Refusal }) =>
      refused(context.authenticator.id, event, params.why),
    ),
  },
}).createMachine({
  id: "totp",
  context: ({ input }) => ({ ...input, lastStep: -1, wrong: 0 }),
  initial: "ready",
  on: { REPLACED: ".replaced" },
  states: {
    ready: {
      on: {
        VERIFY: [
          { guard: "isFresh", actions: ["remember", "prove"] },
          { guard: "isUsedAndGood", actions: "prove" },
          { guard: "isUsed", actions: { type: "refuse", params: { why: "used-already" } } },
          {
            guard: "isLastTry",
            target: "exhausted",
            actions: ["countWrong", { type: "refuse", params: { why: "exhausted" } }],
          },
          { actions: ["countWrong", { type: "refuse", params: { why: "wrong" } }] },
        ],
        // Whoever guesses is stopped as a stranger; the owner's own tries are counted apart from that.
        GUESS: [
          {
            guard: "isGuessed",
            actions: [{ type: "tellGuessed", params: { id: "code-guessed" } }, "proveGuessed"],
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

function stepOf({ seed, account }: TotpContext, event: TotpEvent): number | undefined {
  return event.type === "VERIFY"
    ? totpStep(seed, event.proof, event.now, account.controls.driftSteps)
    : undefined;
}

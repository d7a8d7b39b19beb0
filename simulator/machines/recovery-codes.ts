// Recovery codes as the service keeps them: a list, each code good once, until all are spent.
import { assign, emit, setup } from "xstate";
import type { Arriving, Emitted, Refusal } from "./messages.ts";
import { proven, refused } from "./verifier.ts";

export interface RecoveryCodesContext {
  readonly authenticator: string;
  readonly codes: readonly string[];
  readonly used: readonly string[];
  /** Whether each is good once. */
  readonly oneTimeUse: boolean;
}

type RecoveryCodesEvent = Arriving<"VERIFY" | "SPENT" | "REPLACED">;

export const recoveryCodesMachine = setup({
  types: {
    context: {} as RecoveryCodesContext,
    events: {} as RecoveryCodesEvent,
    emitted: {} as Emitted,
    input: {} as Pick<RecoveryCodesContext, "authenticator" | "codes" | "oneTimeUse">,
  },
  guards: {
    isUnused: ({ context, event }) =>
      event.type === "VERIFY" && context.codes.includes(event.proof) && !context.used.includes(event.proof),
    isUsedAndGood: ({ context, event }) =>
      event.type === "VERIFY" && !context.oneTimeUse && context.used.includes(event.proof),
    isUsed: ({ context, event }) => event.type === "VERIFY" && context.used.includes(event.proof),
  },
  actions: {
    use: assign({
      used: ({ context, event }) => (event.type === "VERIFY" ? [...context.used, event.proof] : context.used),
    }),
    useAll: assign({ used: ({ context }) => context.codes }),
    prove: emit(({ context, event }) => proven(context.authenticator, event)),
    refuse: emit(({ context, event }, params: { readonly why: Refusal }) =>
      refused(context.authenticator, event, params.why),
    ),
  },
}).createMachine({
  id: "recovery-codes",
  context: ({ input }) => ({ ...input, used: [] }),
  initial: "inForce",
  on: { REPLACED: ".replaced" },
  states: {
    inForce: {
      on: {
        VERIFY: [
          { guard: "isUnused", actions: ["use", "prove"] },
          { guard: "isUsedAndGood", actions: "prove" },
          { guard: "isUsed", actions: { type: "refuse", params: { why: "used-already" } } },
          { actions: { type: "refuse", params: { why: "wrong" } } },
        ],
        SPENT: { target: "spent", actions: "useAll" },
      },
    },
    spent: { on: { VERIFY: { actions: { type: "refuse", params: { why: "used-already" } } } } },
    replaced: { on: { VERIFY: { actions: { type: "refuse", params: { why: "replaced" } } } } },
  },
});

// Recovery codes as the service keeps them: a list, each code good once.
import { assign, enqueueActions, setup } from "xstate";
import { send } from "./messages.ts";
import type { Arriving, Emitted, Refusal } from "./messages.ts";

export interface RecoveryCodesContext {
  readonly authenticator: string;
  readonly codes: readonly string[];
  readonly used: readonly string[];
}

type RecoveryCodesEvent = Arriving<"VERIFY" | "REPLACED">;

export const recoveryCodesMachine = setup({
  types: {
    context: {} as RecoveryCodesContext,
    events: {} as RecoveryCodesEvent,
    emitted: {} as Emitted,
    input: {} as Pick<RecoveryCodesContext, "authenticator" | "codes">,
  },
  guards: {
    isUnused: ({ context, event }) =>
      event.type === "VERIFY" && context.codes.includes(event.proof) && !context.used.includes(event.proof),
    isUsed: ({ context, event }) => event.type === "VERIFY" && context.used.includes(event.proof),
  },
  actions: {
    use: assign({
      used: ({ context, event }) => (event.type === "VERIFY" ? [...context.used, event.proof] : context.used),
    }),
    prove: enqueueActions(({ context, event, enqueue }) => {
      if (event.type === "VERIFY")
        enqueue.emit(
          send(event.ceremony, { type: "PROVEN", authenticator: context.authenticator, proof: event.proof }),
        );
    }),
    refuse: enqueueActions(({ context, event, enqueue }, params: { readonly why: Refusal }) => {
      if (event.type === "VERIFY")
        enqueue.emit(
          send(event.ceremony, { type: "REFUSED", authenticator: context.authenticator, why: params.why }),
        );
    }),
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
          { guard: "isUsed", actions: { type: "refuse", params: { why: "used-already" } } },
          { actions: { type: "refuse", params: { why: "wrong" } } },
        ],
      },
    },
    replaced: { on: { VERIFY: { actions: { type: "refuse", params: { why: "replaced" } } } } },
  },
});

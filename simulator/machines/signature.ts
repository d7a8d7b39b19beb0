// Security keys, passkeys and trusted browsers as the service checks them: a signature by the registered key.
import { emit, setup } from "xstate";
import type { Arriving, Emitted, Refusal } from "./messages.ts";
import { proven, refused } from "./verifier.ts";

export interface SignatureContext {
  readonly authenticator: string;
  /** The registered key; its holder signs for this service only, so the name stands for the signature. */
  readonly key: string;
}

type SignatureEvent = Arriving<"VERIFY" | "FORGOTTEN" | "REPLACED">;

export const signatureMachine = setup({
  types: {
    context: {} as SignatureContext,
    events: {} as SignatureEvent,
    emitted: {} as Emitted,
    input: {} as SignatureContext,
  },
  guards: { isRight: ({ context, event }) => event.type === "VERIFY" && event.proof === context.key },
  actions: {
    prove: emit(({ context, event }) => proven(context.authenticator, event)),
    refuse: emit(({ context, event }, params: { readonly why: Refusal }) =>
      refused(context.authenticator, event, params.why),
    ),
  },
}).createMachine({
  id: "signature",
  context: ({ input }) => input,
  initial: "registered",
  on: { REPLACED: ".replaced" },
  states: {
    registered: {
      on: {
        VERIFY: [
          { guard: "isRight", actions: "prove" },
          { actions: { type: "refuse", params: { why: "wrong" } } },
        ],
        FORGOTTEN: "forgotten",
      },
    },
    forgotten: { on: { VERIFY: { actions: { type: "refuse", params: { why: "forgotten" } } } } },
    replaced: { on: { VERIFY: { actions: { type: "refuse", params: { why: "replaced" } } } } },
  },
});

// The password as the service knows it: right, wrong, or replaced.
import { assign, emit, setup } from "xstate";
import type { Arriving, Emitted, Refusal } from "./messages.ts";
import { proven, refused } from "./verifier.ts";

export interface PasswordContext {
  readonly authenticator: string;
  readonly value: string;
}

type PasswordEvent = Arriving<"VERIFY" | "SET" | "REPLACED">;

export const passwordMachine = setup({
  types: {
    context: {} as PasswordContext,
    events: {} as PasswordEvent,
    emitted: {} as Emitted,
    input: {} as PasswordContext,
  },
  guards: { isRight: ({ context, event }) => event.type === "VERIFY" && event.proof === context.value },
  actions: {
    set: assign({ value: ({ context, event }) => (event.type === "SET" ? event.value : context.value) }),
    prove: emit(({ context, event }) => proven(context.authenticator, event)),
    refuse: emit(({ context, event }, params: { readonly why: Refusal }) =>
      refused(context.authenticator, event, params.why),
    ),
  },
}).createMachine({
  id: "password",
  context: ({ input }) => input,
  initial: "inForce",
  on: { REPLACED: ".replaced" },
  states: {
    inForce: {
      on: {
        SET: { actions: "set" },
        VERIFY: [
          { guard: "isRight", actions: "prove" },
          { actions: { type: "refuse", params: { why: "wrong" } } },
        ],
      },
    },
    replaced: {
      on: {
        SET: { target: "inForce", actions: "set" },
        VERIFY: { actions: { type: "refuse", params: { why: "replaced" } } },
      },
    },
  },
});

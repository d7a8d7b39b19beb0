// Answers to questions as the service knows them: right, wrong, or replaced.
import { emit, setup } from "xstate";
import type { Arriving, Emitted, Refusal } from "./messages.ts";
import { proven, refused } from "./verifier.ts";

export interface AnswersContext {
  readonly authenticator: string;
  readonly value: string;
}

type AnswersEvent = Arriving<"VERIFY" | "REPLACED">;

export const answersMachine = setup({
  types: {
    context: {} as AnswersContext,
    events: {} as AnswersEvent,
    emitted: {} as Emitted,
    input: {} as AnswersContext,
  },
  guards: { isRight: ({ context, event }) => event.type === "VERIFY" && event.proof === context.value },
  actions: {
    prove: emit(({ context, event }) => proven(context.authenticator, event)),
    refuse: emit(({ context, event }, params: { readonly why: Refusal }) =>
      refused(context.authenticator, event, params.why),
    ),
  },
}).createMachine({
  id: "answers",
  context: ({ input }) => input,
  initial: "inForce",
  on: { REPLACED: ".replaced" },
  states: {
    inForce: {
      on: {
        VERIFY: [
          { guard: "isRight", actions: "prove" },
          { actions: { type: "refuse", params: { why: "wrong" } } },
        ],
      },
    },
    replaced: { on: { VERIFY: { actions: { type: "refuse", params: { why: "replaced" } } } } },
  },
});

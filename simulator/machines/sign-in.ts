// Signing in, and asking once more before a protected action: prove everything the route asks for, then it is granted.
import { assign, enqueueActions, setup } from "xstate";
import { answer, isComplete, notAsked, notBegun } from "./ceremony.ts";
import type { CeremonyContext, CeremonyEvent, CeremonyInput } from "./ceremony.ts";
import { send } from "./messages.ts";
import type { Emitted } from "./messages.ts";

export const signInMachine = setup({
  types: {
    context: {} as CeremonyContext,
    events: {} as CeremonyEvent,
    emitted: {} as Emitted,
    input: {} as CeremonyInput,
  },
  guards: { isComplete: ({ context }) => isComplete(context) },
  actions: {
    start: assign(({ event }) =>
      event.type === "START"
        ? { route: event.route, needs: event.needs, waived: event.waived, proven: [] }
        : {},
    ),
    tickOff: assign({
      proven: ({ context, event }) =>
        event.type === "PROVEN"
          ? [...new Set([...context.proven, event.authenticator])].toSorted()
          : context.proven,
    }),
    answer: enqueueActions(({ context, event, enqueue }) => {
      for (const emitted of answer(context, event)) enqueue.emit(emitted);
    }),
    sayNotAsked: enqueueActions(({ context, event, enqueue }) => {
      if ("authenticator" in event) enqueue.emit(notAsked(context, event.authenticator));
    }),
    grant: enqueueActions(({ context, enqueue }) => {
      const { account, person, ceremony, route } = context;
      enqueue.emit(send(`account:${account.id}`, { type: "GRANTED", by: person, ceremony, route }));
    }),
  },
}).createMachine({
  id: "sign-in",
  context: ({ input }) => notBegun(input),
  initial: "notBegun",
  on: { START: { target: ".proving", actions: "start", reenter: true } },
  states: {
    notBegun: { on: { ASK: { actions: "sayNotAsked" }, OFFER: { actions: "sayNotAsked" } } },
    proving: {
      always: { guard: "isComplete", target: "granted" },
      on: {
        ASK: { actions: "answer" },
        OFFER: { actions: "answer" },
        PROVEN: { actions: ["tickOff", "answer"] },
        REFUSED: { actions: "answer" },
      },
    },
    granted: {
      entry: "grant",
      on: { ASK: { actions: "sayNotAsked" }, OFFER: { actions: "sayNotAsked" } },
    },
  },
});

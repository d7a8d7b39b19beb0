// Getting back in: prove everything the route asks for, wait as long as the service wants, then it is granted.
import { assign, enqueueActions, setup } from "xstate";
import { durationMilliseconds } from "../model/duration.ts";
import { titleOf } from "../model/find.ts";
import { answer, isComplete, notAsked, notBegun } from "./ceremony.ts";
import type { CeremonyContext, CeremonyEvent, CeremonyInput } from "./ceremony.ts";
import { send, tell } from "./messages.ts";
import type { Emitted } from "./messages.ts";

export const recoveryMachine = setup({
  types: {
    context: {} as CeremonyContext,
    events: {} as CeremonyEvent,
    emitted: {} as Emitted,
    input: {} as CeremonyInput,
  },
  guards: {
    isComplete: ({ context }) => isComplete(context),
    isCompleteAndWaits: ({ context }) => isComplete(context) && coolingOff(context) > 0,
  },
  delays: { coolingOff: ({ context }) => coolingOff(context) },
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
    tellWaiting: enqueueActions(({ context, enqueue }) => {
      const { account, person, route } = context;
      enqueue.emit(
        tell({
          actor: "service",
          channel: "web",
          to: person,
          account: account.id,
          what: {
            id: "cooling-off",
            params: { account: titleOf(account), wait: account.recovery[route]?.after ?? "" },
          },
        }),
      );
    }),
    grant: enqueueActions(({ context, enqueue }) => {
      const { account, person, ceremony, route } = context;
      enqueue.emit(send(`account:${account.id}`, { type: "GRANTED", by: person, ceremony, route }));
    }),
  },
}).createMachine({
  id: "recovery",
  context: ({ input }) => notBegun(input),
  initial: "notBegun",
  on: { START: { target: ".requested", actions: "start", reenter: true } },
  states: {
    notBegun: { on: { ASK: { actions: "sayNotAsked" }, OFFER: { actions: "sayNotAsked" } } },
    requested: {
      always: [
        { guard: "isCompleteAndWaits", target: "coolingOff" },
        { guard: "isComplete", target: "granted" },
      ],
      on: {
        ASK: { actions: "answer" },
        OFFER: { actions: "answer" },
        PROVEN: { actions: ["tickOff", "answer"] },
        REFUSED: { actions: "answer" },
      },
    },
    coolingOff: {
      entry: "tellWaiting",
      after: { coolingOff: "granted" },
      on: { ASK: { actions: "sayNotAsked" }, OFFER: { actions: "sayNotAsked" } },
    },
    granted: {
      entry: "grant",
      on: { ASK: { actions: "sayNotAsked" }, OFFER: { actions: "sayNotAsked" } },
    },
  },
});

function coolingOff({ account, route }: CeremonyContext): number {
  const after = account.recovery[route]?.after;
  return after === undefined ? 0 : durationMilliseconds(after);
}

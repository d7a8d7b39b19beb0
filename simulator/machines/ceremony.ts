// What sign-in and recovery have in common: a list of things asked for, offered one by one and ticked off.
import { assign, enqueueActions, setup } from "xstate";
import { titleOf } from "../model/find.ts";
import { answer, notAsked, turnedAway } from "./ceremony-answers.ts";
import { coolingOff, isComplete } from "./ceremony-context.ts";
import type { CeremonyContext, CeremonyEvent, CeremonyInput } from "./ceremony-context.ts";
import { send, tell } from "./messages.ts";
import type { Emitted } from "./messages.ts";

/** What the charts of signing in and of getting back in are made of. */
export const ceremonySetup = setup({
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
        ? {
            route: event.route,
            needs: event.needs,
            waived: event.waived,
            notAskedFor: event.notAskedFor,
            proven: [],
          }
        : {},
    ),
    noteRefusals: assign(({ event }) =>
      event.type === "REFUSES" ? { withdrawn: event.withdrawn, revoked: event.revoked } : {},
    ),
    tickOff: assign({
      proven: ({ context, event }) =>
        event.type === "PROVEN"
          ? [...new Set([...context.proven, event.authenticator])].toSorted()
          : context.proven,
    }),
    answer: enqueueActions(({ context, event, enqueue }) => {
      for (const emitted of answer(context, event)) enqueue.emit(emitted);
      enqueue.assign({ madeOn: event.type === "OFFER" ? event.device : undefined });
    }),
    sayNotAsked: enqueueActions(({ context, event, enqueue }) => {
      if ("authenticator" in event) enqueue.emit(notAsked(context, event.authenticator));
    }),
    sayTurnedAway: enqueueActions(({ context, event, enqueue }) => {
      if ("authenticator" in event) enqueue.emit(turnedAway(context, event.authenticator));
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
      enqueue.emit(send(`account:${account.id}`, { type: "RECOVERY_WAITS", by: person }));
    }),
    tellCancelled: enqueueActions(({ context, enqueue }) => {
      const { account, person } = context;
      enqueue.emit(
        tell({
          actor: "service",
          channel: "web",
          to: person,
          account: account.id,
          what: { id: "recovery-cancelled", params: { account: titleOf(account) } },
        }),
      );
    }),
    grant: enqueueActions(({ context, enqueue }) => {
      const { account, person, ceremony, route } = context;
      enqueue.emit(send(`account:${account.id}`, { type: "GRANTED", by: person, ceremony, route }));
    }),
  },
});

// The session of one person in one account: without it there is nothing to read and nothing to change.
import { assign, enqueueActions, setup } from "xstate";
import type { Person } from "../model/trail.ts";
import { send, tell } from "./messages.ts";
import type { Arriving, Emitted } from "./messages.ts";

export interface SessionContext {
  readonly account: string;
  readonly accountTitle: string;
  readonly person: Person;
  /** Whether it is for looking only: the weaker way in allows no protected action and no change. */
  readonly limited: boolean;
}

type SessionEvent = Arriving<"OPEN" | "USE" | "END">;

export const sessionMachine = setup({
  types: {
    context: {} as SessionContext,
    events: {} as SessionEvent,
    emitted: {} as Emitted,
    input: {} as Omit<SessionContext, "limited">,
  },
  guards: {
    isTooMuch: ({ context, event }) =>
      event.type === "USE" && context.limited && event.use.do !== "look-inside",
  },
  actions: {
    begin: assign({ limited: ({ event }) => event.type === "OPEN" && event.limited === true }),
    // Signing in once more by a stronger way lifts the limit; a weaker one takes nothing away.
    widen: assign({
      limited: ({ context, event }) => context.limited && event.type === "OPEN" && event.limited === true,
    }),
    enter: enqueueActions(({ context, event, enqueue }) => {
      const { account, accountTitle, person } = context;
      if (event.type !== "OPEN" || event.isTold !== true)
        enqueue.emit(
          tell({
            actor: person,
            channel: "web",
            to: `account:${account}`,
            account,
            what: { id: "enters", params: { account: accountTitle } },
          }),
        );
      enqueue.emit(send(person, { type: "ENTERED", account }));
      enqueue.emit(send(`account:${account}`, { type: "INSIDE", by: person }));
    }),
    use: enqueueActions(({ context, event, enqueue }) => {
      if (event.type !== "USE") return;
      const { account, person } = context;
      const { use } = event;
      switch (use.do) {
        case "look-inside":
          enqueue.emit(send(`account:${account}`, { type: "LOOK", by: person }));
          return;
        case "replace-authenticators":
          enqueue.emit(send(`account:${account}`, { type: "REPLACE", by: person }));
          return;
        case "change-password":
          enqueue.emit(send(`account:${account}`, { type: "CHANGE_PASSWORD", by: person }));
          return;
        case "revoke-device":
          enqueue.emit(send(`account:${account}`, { type: "REVOKE", by: person, device: use.device }));
          return;
        case "begin":
          enqueue.emit(
            send(`account:${account}`, {
              type: "BEGIN",
              by: person,
              account,
              ceremony: "action",
              route: use.route,
            }),
          );
      }
    }),
    refuse: enqueueActions(({ context, enqueue }, params: { readonly why: string }) => {
      const { account, accountTitle, person } = context;
      enqueue.emit(
        tell({
          actor: "service",
          channel: "web",
          to: person,
          account,
          what: { id: params.why, params: { account: accountTitle } },
        }),
      );
    }),
  },
}).createMachine({
  id: "session",
  context: ({ input }) => ({ ...input, limited: false }),
  initial: "none",
  states: {
    none: {
      on: {
        OPEN: { target: "open", actions: ["begin", "enter"] },
        USE: { actions: { type: "refuse", params: { why: "not-inside" } } },
      },
    },
    open: {
      on: {
        OPEN: { actions: ["widen", "enter"] },
        USE: [
          { guard: "isTooMuch", actions: { type: "refuse", params: { why: "session-limited" } } },
          { actions: "use" },
        ],
        END: { target: "none", actions: { type: "refuse", params: { why: "session-ended" } } },
      },
    },
  },
});

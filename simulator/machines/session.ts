// The session of one person in one account: without it there is nothing to read and nothing to change.
import { enqueueActions, setup } from "xstate";
import type { Person } from "../model/trail.ts";
import { send, tell } from "./messages.ts";
import type { Arriving, Emitted } from "./messages.ts";

export interface SessionContext {
  readonly account: string;
  readonly accountTitle: string;
  readonly person: Person;
}

type SessionEvent = Arriving<"OPEN" | "USE">;

export const sessionMachine = setup({
  types: {
    context: {} as SessionContext,
    events: {} as SessionEvent,
    emitted: {} as Emitted,
    input: {} as SessionContext,
  },
  actions: {
    enter: enqueueActions(({ context, enqueue }) => {
      const { account, accountTitle, person } = context;
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
    refuse: enqueueActions(({ context, enqueue }) => {
      const { account, accountTitle, person } = context;
      enqueue.emit(
        tell({
          actor: "service",
          channel: "web",
          to: person,
          account,
          what: { id: "not-inside", params: { account: accountTitle } },
        }),
      );
    }),
  },
}).createMachine({
  id: "session",
  context: ({ input }) => input,
  initial: "none",
  states: {
    none: { on: { OPEN: { target: "open", actions: "enter" }, USE: { actions: "refuse" } } },
    open: { on: { OPEN: { actions: "enter" }, USE: { actions: "use" } } },
  },
});

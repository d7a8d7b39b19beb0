// What owner and attacker have in common as statecharts: they do, read, find, lose; each adds moods of their own.
import { assign, enqueueActions, setup } from "xstate";
import { hasNothing, keyOf, offer, respond, takeIn } from "./knowledge.ts";
import type { Knowledge } from "./knowledge.ts";
import { tell } from "./messages.ts";
import type { Arriving, Emitted } from "./messages.ts";

type PersonEvent = Arriving<
  | "DO"
  | "CODE_READ"
  | "APP_SHOWS"
  | "APP_CLOSED"
  | "FOUND"
  | "NEW_PASSWORD"
  | "LOSES"
  | "GAINS"
  | "MAIL_NOTICED"
  | "NOTICED"
  | "ENTERED"
>;

export const personSetup = setup({
  types: {
    context: {} as Knowledge,
    events: {} as PersonEvent,
    emitted: {} as Emitted,
    input: {} as Pick<Knowledge, "setup" | "worldSeed" | "holds">,
  },
  actions: {
    act: enqueueActions(({ context, event, enqueue }) => {
      if (event.type !== "DO") return;
      const { changes, emitted } = respond(context, event.doing, event.now);
      enqueue.assign(changes);
      for (const each of emitted) enqueue.emit(each);
    }),
    offerShown: enqueueActions(({ context, event, enqueue }) => {
      if (event.type !== "APP_SHOWS" && event.type !== "APP_CLOSED") return;
      const { account, authenticator } = event;
      const { emitted } =
        event.type === "APP_SHOWS"
          ? offer(context, account, authenticator, event.proof)
          : hasNothing(context, account, authenticator);
      for (const each of emitted) enqueue.emit(each);
    }),
    readCode: assign({
      codes: ({ context, event }) => {
        if (event.type !== "CODE_READ" || event.sent.requestedBy !== context.person) return context.codes;
        const { behindLockOf } = event;
        if (behindLockOf !== undefined && !context.holds.includes(`unlock:${behindLockOf}`))
          return context.codes;
        return { ...context.codes, [keyOf(event.sent)]: event.sent };
      },
    }),
    // Mail is seen on whatever device is still at hand.
    seeMail: enqueueActions(({ context, event, enqueue }) => {
      if (event.type !== "MAIL_NOTICED") return;
      if (!context.holds.some((holding) => holding.startsWith("device:"))) return;
      const { mailboxTitle, sent } = event;
      enqueue.emit(
        tell({
          actor: "service",
          channel: "mail",
          to: "owner",
          account: sent.account,
          what: { id: "mail-noticed", params: { account: sent.accountTitle, mailbox: mailboxTitle } },
          sees: { id: "code-mail", params: { account: sent.accountTitle, code: sent.code } },
        }),
      );
    }),
    takeIn: assign(({ context, event }) => (event.type === "FOUND" ? takeIn(context, event.contents) : {})),
    learnPassword: assign({
      passwords: ({ context, event }) => {
        if (event.type !== "NEW_PASSWORD") return context.passwords;
        const learned = event.authenticators.map((id) => [`${event.account}/${id}`, event.value] as const);
        return { ...context.passwords, ...Object.fromEntries(learned) };
      },
    }),
    lose: assign({
      holds: ({ context, event }) =>
        event.type === "LOSES"
          ? context.holds.filter((holding) => !event.holdings.includes(holding))
          : context.holds,
    }),
    gain: assign({
      holds: ({ context, event }) =>
        event.type === "GAINS" ? [...new Set([...context.holds, ...event.holdings])] : context.holds,
    }),
  },
});

/** What every person reacts to, whatever their mood. */
export const personReactions = {
  DO: { actions: "act" },
  APP_SHOWS: { actions: "offerShown" },
  APP_CLOSED: { actions: "offerShown" },
  CODE_READ: { actions: "readCode" },
  FOUND: { actions: "takeIn" },
  NEW_PASSWORD: { actions: "learnPassword" },
  LOSES: { actions: "lose" },
  GAINS: { actions: "gain" },
} as const;

/** A person's knowledge before anything has happened. */
export function knowledgeAtFirst(
  person: Knowledge["person"],
  input: Pick<Knowledge, "setup" | "worldSeed" | "holds">,
): Knowledge {
  return {
    ...input,
    person,
    codes: {},
    passwords: {},
    seeds: {},
    passkeys: {},
    lists: {},
    spent: [],
    begun: {},
  };
}

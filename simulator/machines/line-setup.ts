// What the chart of a phone line is made of: its conditions, and the actions by which it reaches handsets and people.
import { assign, emit, enqueueActions, setup } from "xstate";
import type { LineContext, LineEvent, LineInput } from "./line-context.ts";
import { lineGuards } from "./line-guards.ts";
import { endTold, lineTold, portRefusal, receptionTold, simRefusal } from "./line-tellings.ts";
import type { LineTelling } from "./line-tellings.ts";
import { send } from "./messages.ts";
import type { Emitted } from "./messages.ts";

interface Ending {
  /** What is told, as the id of a saying. */
  readonly how: string;
}

export const lineSetup = setup({
  types: {
    context: {} as LineContext,
    events: {} as LineEvent,
    emitted: {} as Emitted,
    input: {} as LineInput,
  },
  guards: lineGuards,
  actions: {
    tell: emit(({ context }, params: LineTelling) => lineTold(context, params)),
    tellAsked: enqueueActions(({ context, event, enqueue }) => {
      if (event.type !== "SIM_CHANGE_ASKED") return;
      const id = `sim-change-asked-by-${event.approach}`;
      enqueue.emit(
        lineTold(context, { id, actor: "attacker", channel: "call", sources: ["princeton-2020"] }),
      );
    }),
    tellSimRefused: emit(({ context }) =>
      lineTold(context, {
        id: simRefusal(context.number),
        actor: "carrier",
        channel: "call",
        to: "attacker",
      }),
    ),
    tellPortRefused: emit(({ context }) =>
      lineTold(context, {
        id: portRefusal(context.number),
        actor: "carrier",
        channel: "web",
        to: "attacker",
        sources: ["fcc-23-95"],
      }),
    ),
    tellReception: enqueueActions(({ context, event, enqueue }) => {
      if (event.type === "RECEPTION") enqueue.emit(receptionTold(context, event.reception));
    }),
    tellSimStolen: enqueueActions(({ context, event, enqueue }) => {
      if (event.type !== "SIM_STOLEN") return;
      enqueue.emit(lineTold(context, { id: "sim-stolen", actor: "attacker", channel: "hand" }));
      enqueue.emit(send(`handset:${event.handset}`, { type: "SIM_DEAD", number: context.number.id }));
    }),

    /** The number stops working in its handsets, in front of whoever has them. */
    takeFromHandsets: enqueueActions(({ context, enqueue }) => {
      for (const handset of context.handsets)
        enqueue.emit(send(`handset:${handset}`, { type: "SERVICE_LOST", number: context.number.id }));
      enqueue.assign({ handsets: [], inHand: false });
    }),
    /** The number stops working in its handsets, and nobody looks. */
    endInHandsets: enqueueActions(({ context, enqueue }) => {
      for (const handset of context.handsets)
        enqueue.emit(send(`handset:${handset}`, { type: "SIM_DEAD", number: context.number.id }));
      enqueue.assign({ handsets: [], inHand: false });
    }),
    findHandset: enqueueActions(({ context, enqueue }) => {
      const [first, ...next] = context.candidates;
      enqueue.emit(
        first === undefined
          ? send(`line:${context.number.id}`, { type: "SIM_IN_HAND" })
          : send(`handset:${first}`, { type: "TAKE_SIM", number: context.number.id, next, orElse: true }),
      );
    }),
    simInHand: assign({ inHand: true }),
    simEnters: assign({
      inHand: false,
      handsets: ({ context, event }) =>
        event.type === "SIM_ENTERS" ? [...new Set([...context.handsets, event.handset])] : context.handsets,
    }),
    simLeaves: assign({
      handsets: ({ context, event }) =>
        event.type === "SIM_LEAVES" || event.type === "SIM_STOLEN"
          ? context.handsets.filter((handset) => handset !== event.handset)
          : context.handsets,
    }),

    block: assign({
      blocked: ({ context, event }) =>
        event.type === "BLOCK" ? [...new Set([...context.blocked, ...event.accounts])] : context.blocked,
    }),
    unblock: assign({ blocked: [] }),
    setReception: assign({
      reception: ({ context, event }) => (event.type === "RECEPTION" ? event.reception : context.reception),
    }),
    setDelay: assign({ delay: ({ context, event }) => (event.type === "DELAY" ? event.by : context.delay) }),

    giveToAttacker: enqueueActions(({ context, event, enqueue }, { how }: Ending) => {
      if (!("sent" in event)) return;
      enqueue.emit(endTold(context, event.sent, how, "attacker"));
      enqueue.emit(send("attacker", { type: "CODE_READ", sent: event.sent }));
    }),
    giveToOwner: enqueueActions(({ context, event, enqueue }, { how }: Ending) => {
      if (!("sent" in event)) return;
      const { accountTitle: account, code, notice } = event.sent;
      const sees = { id: notice ?? "code-text", params: { account, code } };
      enqueue.emit(endTold(context, event.sent, how, "owner", sees));
      enqueue.emit(send("owner", { type: "CODE_READ", sent: event.sent }));
    }),
    drop: enqueueActions(({ context, event, enqueue }, { how }: Ending) => {
      if ("sent" in event) enqueue.emit(endTold(context, event.sent, how));
    }),
    holdUp: enqueueActions(({ context, event, enqueue }) => {
      if (event.type !== "TEXT") return;
      const { sent } = event;
      enqueue.emit(endTold(context, sent, "text-held-up"));
      enqueue.raise(
        { type: "TEXT_DUE", sent },
        {
          delay: context.delay,
          // What follows the sign is left out of the keys of states, which know only how long it still takes.
          id: `${sent.account}/${sent.authenticator}/${sent.requestedBy}@${event.now + context.delay}`,
        },
      );
    }),
    deliver: enqueueActions(({ context, event, enqueue }) => {
      if (!("sent" in event)) return;
      const { sent } = event;
      for (const handset of context.handsets)
        enqueue.emit(send(`handset:${handset}`, { type: "TEXT_ARRIVES", sent, number: context.number.id }));
    }),
    ring: enqueueActions(({ context, event, enqueue }) => {
      if (event.type !== "CALL") return;
      const { sent, keyPress } = event;
      const { id: number } = context.number;
      for (const handset of context.handsets)
        enqueue.emit(send(`handset:${handset}`, { type: "CALL_ARRIVES", sent, number, keyPress }));
    }),
    leaveUnanswered: enqueueActions(({ context, event, enqueue }) => {
      if (event.type !== "CALL") return;
      const { sent, keyPress } = event;
      enqueue.emit(endTold(context, sent, "call-finds-nobody"));
      enqueue.emit(send(`line:${context.number.id}`, { type: "UNANSWERED", sent, keyPress }));
    }),
  },
});

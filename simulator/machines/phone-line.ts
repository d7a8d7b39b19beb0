// The phone line: who holds the number, how its texts are routed, and which of them the carrier's filter stops.
import { assign, emit, enqueueActions, setup, stateIn } from "xstate";
import { redirectSucceeds, simSwapObstacle, simSwapSucceeds } from "../model/carrier-policy.ts";
import { titleOf } from "../model/find.ts";
import type { PhoneNumber } from "../model/setup.ts";
import { send, tell } from "./messages.ts";
import type { Arriving, Emitted } from "./messages.ts";

/** What the line knows: its number with the carrier's policy, the device with its SIM, and the senders that are stopped. */
export interface LineContext {
  readonly number: PhoneNumber;
  readonly handset: string | undefined;
  readonly blocked: readonly string[];
}

type LineEvent = Arriving<"SIM_CHANGE_ASKED" | "REDIRECT" | "REDIRECT_ENDED" | "BLOCK" | "TEXT">;

export const phoneLineMachine = setup({
  types: {
    context: {} as LineContext,
    events: {} as LineEvent,
    emitted: {} as Emitted,
    input: {} as Pick<LineContext, "number" | "handset">,
  },
  guards: {
    carrierGivesIn: ({ context, event }) =>
      event.type === "SIM_CHANGE_ASKED" && simSwapSucceeds(context.number, event.approach),
    canBeRedirected: ({ context }) => redirectSucceeds(context.number),
    isFiltered: ({ context, event }) => event.type === "TEXT" && context.blocked.includes(event.sent.account),
    isBareLandline: ({ context }) => context.number.line === "landline" && context.handset === undefined,
    hasNoHandset: ({ context }) => context.handset === undefined,
  },
  actions: {
    tellAsked: emit(({ context, event }) =>
      tell({
        actor: "attacker",
        channel: "call",
        to: `line:${context.number.id}`,
        what: {
          id: `sim-change-asked-by-${(event as Arriving<"SIM_CHANGE_ASKED">).approach}`,
          params: { number: titleOf(context.number) },
        },
        sources: ["princeton-2020"],
      }),
    ),
    tellSimMoved: enqueueActions(({ context, event, enqueue }) => {
      if (event.type !== "SIM_CHANGE_ASKED") return;
      enqueue.emit(
        tell({
          actor: "carrier",
          channel: "signalling",
          to: "attacker",
          what: { id: "sim-moved", params: { number: titleOf(context.number) } },
        }),
      );
      if (context.handset !== undefined)
        enqueue.emit(send(`handset:${context.handset}`, { type: "SERVICE_LOST", number: context.number.id }));
    }),
    tellSimRefused: emit(({ context }) =>
      tell({
        actor: "carrier",
        channel: "call",
        to: "attacker",
        what: {
          id: `sim-refused-${context.number.line === "landline" ? "landline" : (simSwapObstacle(context.number.carrier) ?? "landline")}`,
          params: { number: titleOf(context.number) },
        },
      }),
    ),
    tellRedirected: emit(({ context }) =>
      tell({
        actor: "attacker",
        channel: "signalling",
        to: `line:${context.number.id}`,
        what: { id: "texts-redirected", params: { number: titleOf(context.number) } },
        sees: { id: "nothing-unusual", params: {} },
        sources: ["o2-ss7-2017", "fight"],
      }),
    ),
    tellRedirectRefused: emit(({ context }) =>
      tell({
        actor: "carrier",
        channel: "signalling",
        to: "attacker",
        what: { id: "redirect-refused", params: { number: titleOf(context.number) } },
        sources: ["fight"],
      }),
    ),
    tellRedirectEnded: emit(({ context }) =>
      tell({
        actor: "attacker",
        channel: "signalling",
        to: `line:${context.number.id}`,
        what: { id: "redirect-ended", params: { number: titleOf(context.number) } },
      }),
    ),
    tellBlocked: emit(({ context }) =>
      tell({
        actor: "carrier",
        channel: "none",
        to: `line:${context.number.id}`,
        what: { id: "texts-blocked", params: { number: titleOf(context.number) } },
        sees: { id: "nothing-unusual", params: {} },
        sources: ["tidbits"],
      }),
    ),
    block: assign({
      blocked: ({ context, event }) =>
        event.type === "BLOCK" ? [...new Set([...context.blocked, ...event.accounts])] : context.blocked,
    }),
    giveToAttacker: enqueueActions(({ context, event, enqueue }, params: { readonly how: string }) => {
      if (event.type !== "TEXT") return;
      enqueue.emit(textTold(event, context, params.how, "attacker"));
      enqueue.emit(send("attacker", { type: "CODE_READ", sent: event.sent }));
    }),
    drop: emit(({ context, event }, params: { readonly how: string }) =>
      textTold(event as Arriving<"TEXT">, context, params.how, `line:${context.number.id}`),
    ),
    deliver: emit(({ context, event }) =>
      send(`handset:${context.handset ?? ""}`, {
        type: "TEXT_ARRIVES",
        sent: (event as Arriving<"TEXT">).sent,
      }),
    ),
  },
}).createMachine({
  id: "phone-line",
  context: ({ input }) => ({ ...input, blocked: [] }),
  type: "parallel",
  states: {
    possession: {
      initial: "owner",
      states: {
        owner: {
          on: {
            SIM_CHANGE_ASKED: [
              { guard: "carrierGivesIn", target: "attacker", actions: ["tellAsked", "tellSimMoved"] },
              { actions: ["tellAsked", "tellSimRefused"] },
            ],
          },
        },
        attacker: {},
      },
    },
    routing: {
      initial: "direct",
      states: {
        direct: {
          on: {
            REDIRECT: [
              { guard: "canBeRedirected", target: "intercepted", actions: "tellRedirected" },
              { actions: "tellRedirectRefused" },
            ],
          },
        },
        intercepted: { on: { REDIRECT_ENDED: { target: "direct", actions: "tellRedirectEnded" } } },
      },
    },
    delivery: {
      initial: "reachable",
      states: {
        reachable: { on: { BLOCK: { target: "filtered", actions: ["block", "tellBlocked"] } } },
        filtered: { on: { BLOCK: { actions: ["block", "tellBlocked"] } } },
      },
    },
  },
  on: {
    TEXT: [
      {
        guard: stateIn({ routing: "intercepted" }),
        actions: { type: "giveToAttacker", params: { how: "text-intercepted" } },
      },
      { guard: "isFiltered", actions: { type: "drop", params: { how: "text-blocked" } } },
      {
        guard: stateIn({ possession: "attacker" }),
        actions: { type: "giveToAttacker", params: { how: "text-reaches-attacker" } },
      },
      { guard: "isBareLandline", actions: { type: "drop", params: { how: "text-reaches-landline" } } },
      { guard: "hasNoHandset", actions: { type: "drop", params: { how: "text-reaches-nobody" } } },
      { actions: "deliver" },
    ],
  },
});

function textTold(event: Arriving<"TEXT">, context: LineContext, id: string, to: string): Emitted {
  const { sent } = event;
  return tell({
    actor: "carrier",
    channel: "text",
    to,
    account: sent.account,
    what: {
      id,
      params: { account: sent.accountTitle, number: titleOf(context.number), code: sent.code },
    },
  });
}

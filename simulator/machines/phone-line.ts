// The phone line: who holds the number, where its texts and calls are routed, and what of them still arrives.
import { and, assign, emit, enqueueActions, or, setup, stateIn } from "xstate";
import {
  forwardingSucceeds,
  portOutSucceeds,
  redirectSucceeds,
  reroutingSucceeds,
  simSwapObstacle,
  simSwapSucceeds,
  voicemailOpens,
} from "../model/carrier-policy.ts";
import { titleOf } from "../model/find.ts";
import type { Reception } from "../model/move.ts";
import type { PhoneNumber } from "../model/setup.ts";
import type { SourceId } from "../model/sources.ts";
import type { Actor, Channel, Saying } from "../model/trail.ts";
import { send, tell } from "./messages.ts";
import type { Arriving, Emitted, SentCode } from "./messages.ts";

/** What the line knows: its number with the carrier's policy, the devices that answer it, and what stops its texts. */
export interface LineContext {
  readonly number: PhoneNumber;
  /** The devices that answer it. */
  readonly handsets: readonly string[];
  /** The owner's devices that could answer it, in the order in which a SIM would be put into them. */
  readonly candidates: readonly string[];
  /** Whether the owner has the SIM in a phone that the setup does not describe. */
  readonly inHand: boolean;
  readonly blocked: readonly string[];
  readonly reception: Reception;
  /** Milliseconds that a text takes. */
  readonly delay: number;
}

export type LineInput = Pick<LineContext, "number" | "handsets" | "candidates">;

/** A text that has been held up and is due now. */
interface TextDue {
  readonly type: "TEXT_DUE";
  readonly sent: SentCode;
}

type LineEvent =
  | Arriving<
      | "SIM_CHANGE_ASKED"
      | "PORT_ASKED"
      | "REROUTE_ASKED"
      | "REDIRECT"
      | "REDIRECT_ENDED"
      | "FORWARD_ASKED"
      | "VOICEMAIL_TRIED"
      | "BLOCK"
      | "UNBLOCK"
      | "RECEPTION"
      | "DELAY"
      | "NUMBER_ENDED"
      | "NUMBER_RETURNED"
      | "TEXT"
      | "CALL"
      | "UNANSWERED"
      | "SIM_ENTERS"
      | "SIM_LEAVES"
      | "SIM_IN_HAND"
      | "SIM_STOLEN"
    >
  | TextDue;

const nothingUnusual: Saying = { id: "nothing-unusual", params: {} };
const givenUp: Saying = { id: "number-given-up", params: {} };

/** What is told in the place of texts with codes where the text only gives notice of something. */
const noticeInstead: Readonly<Record<string, string>> = {
  "text-intercepted": "notice-text-reaches-attacker",
  "text-reaches-attacker": "notice-text-reaches-attacker",
  "text-on-new-phone": "notice-text-on-new-phone",
};

/** Where a text goes once nothing holds it up any more. */
const arrivals = [
  {
    guard: stateIn({ possession: "attacker" }),
    actions: { type: "giveToAttacker", params: { how: "text-reaches-attacker" } },
  },
  { guard: "isForLandline", actions: { type: "drop", params: { how: "text-reaches-landline" } } },
  { guard: "isInHand", actions: { type: "giveToOwner", params: { how: "text-on-new-phone" } } },
  { guard: "hasNoHandset", actions: { type: "drop", params: { how: "text-reaches-nobody" } } },
  { actions: "deliver" },
] as const;

export const phoneLineMachine = setup({
  types: {
    context: {} as LineContext,
    events: {} as LineEvent,
    emitted: {} as Emitted,
    input: {} as LineInput,
  },
  guards: {
    carrierGivesIn: ({ context, event }) =>
      event.type === "SIM_CHANGE_ASKED" && simSwapSucceeds(context.number, event.approach),
    canBePorted: ({ context }) => portOutSucceeds(context.number),
    canBeRerouted: ({ context }) => reroutingSucceeds(context.number),
    canBeRedirected: ({ context }) => redirectSucceeds(context.number),
    canBeForwarded: ({ context }) => forwardingSucceeds(context.number),
    voicemailIsOpen: ({ context }) => voicemailOpens(context.number),
    isRecycled: ({ event }) => event.type === "NUMBER_ENDED" && event.recycled,
    hasSimPin: ({ context }) => context.number.simPin,
    checksChange: ({ event }) =>
      (event.type === "TEXT" || event.type === "CALL") && event.checksChange === true,
    isFiltered: ({ context, event }) => "sent" in event && context.blocked.includes(event.sent.account),
    findsNoNetwork: ({ context, event }) => !brings(context.reception, event),
    isDelayed: ({ context, event }) => event.type === "TEXT" && context.delay > 0,
    isForLandline: ({ context, event }) =>
      context.number.line === "landline" &&
      (context.handsets.length === 0 || ("sent" in event && event.sent.isMisdirected === true)),
    isInHand: ({ context }) => context.inHand && context.handsets.length === 0,
    hasNoHandset: ({ context }) => context.handsets.length === 0,
    isForAttacker: ({ event }) => event.type === "CALL" && event.sent.requestedBy === "attacker",
    canBeRecorded: ({ context, event }) =>
      (event.type === "CALL" || event.type === "UNANSWERED") &&
      !event.keyPress &&
      context.number.voicemail !== "none",
  },
  actions: {
    tellAsked: emit(({ context, event }) =>
      toldOf(
        context,
        `sim-change-asked-by-${(event as Arriving<"SIM_CHANGE_ASKED">).approach}`,
        "attacker",
        "call",
        {
          sources: ["princeton-2020"],
        },
      ),
    ),
    tellSimRefused: emit(({ context }) =>
      toldOf(
        context,
        `sim-refused-${context.number.line === "landline" ? "landline" : (simSwapObstacle(context.number.carrier) ?? "landline")}`,
        "carrier",
        "call",
        { to: "attacker" },
      ),
    ),
    tellPortRefused: emit(({ context: { number }, context }) =>
      toldOf(
        context,
        number.line === "landline"
          ? "port-refused-landline"
          : number.carrier.numberLock
            ? "port-refused-number-lock"
            : "port-refused-account-pin",
        "carrier",
        "web",
        { to: "attacker" },
      ),
    ),
    tellCarrier: emit(
      ({ context }, { id, ...more }: { readonly id: string; readonly channel?: Channel } & More) =>
        toldOf(context, id, "carrier", more.channel ?? "signalling", more),
    ),
    tellAttacker: emit(
      ({ context }, { id, channel, ...more }: { readonly id: string; readonly channel: Channel } & More) =>
        toldOf(context, id, "attacker", channel, more),
    ),
    takeFromHandsets: enqueueActions(({ context, enqueue }) => {
      for (const handset of context.handsets)
        enqueue.emit(send(`handset:${handset}`, { type: "SERVICE_LOST", number: context.number.id }));
      enqueue.assign({ handsets: [], inHand: false });
    }),
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
    block: assign({
      blocked: ({ context, event }) =>
        event.type === "BLOCK" ? [...new Set([...context.blocked, ...event.accounts])] : context.blocked,
    }),
    unblock: assign({ blocked: [] }),
    setReception: assign({
      reception: ({ context, event }) => (event.type === "RECEPTION" ? event.reception : context.reception),
    }),
    tellReception: emit(({ context, event }) => {
      const { reception } = event as Arriving<"RECEPTION">;
      return toldOf(context, `reception-${reception}`, "carrier", "signalling", {
        sees: {
          id: reception === "nothing" ? "no-service" : "nothing-unusual",
          params: {},
        },
      });
    }),
    setDelay: assign({ delay: ({ context, event }) => (event.type === "DELAY" ? event.by : context.delay) }),
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
    tellSimStolen: enqueueActions(({ context, event, enqueue }) => {
      if (event.type !== "SIM_STOLEN") return;
      enqueue.emit(toldOf(context, "sim-stolen", "attacker", "hand"));
      enqueue.emit(send(`handset:${event.handset}`, { type: "SIM_DEAD", number: context.number.id }));
    }),
    giveToAttacker: enqueueActions(({ context, event, enqueue }, params: { readonly how: string }) => {
      if (!("sent" in event)) return;
      enqueue.emit(receivedTold(event.sent, context, params.how, "attacker"));
      enqueue.emit(send("attacker", { type: "CODE_READ", sent: event.sent }));
    }),
    giveToOwner: enqueueActions(({ context, event, enqueue }, params: { readonly how: string }) => {
      if (!("sent" in event)) return;
      enqueue.emit(
        receivedTold(event.sent, context, params.how, "owner", {
          id: event.sent.notice ?? "code-text",
          params: { account: event.sent.accountTitle, code: event.sent.code },
        }),
      );
      enqueue.emit(send("owner", { type: "CODE_READ", sent: event.sent }));
    }),
    drop: emit(({ context, event }, params: { readonly how: string }) =>
      receivedTold(
        (event as Arriving<"TEXT" | "CALL">).sent,
        context,
        params.how,
        `line:${context.number.id}`,
      ),
    ),
    holdUp: enqueueActions(({ context, event, enqueue }) => {
      if (event.type !== "TEXT") return;
      const { sent } = event;
      enqueue.emit(receivedTold(sent, context, "text-held-up", `line:${context.number.id}`));
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
      for (const handset of context.handsets)
        enqueue.emit(
          send(`handset:${handset}`, { type: "TEXT_ARRIVES", sent: event.sent, number: context.number.id }),
        );
    }),
    ring: enqueueActions(({ context, event, enqueue }) => {
      if (event.type !== "CALL") return;
      const { sent, keyPress } = event;
      for (const handset of context.handsets)
        enqueue.emit(
          send(`handset:${handset}`, { type: "CALL_ARRIVES", sent, number: context.number.id, keyPress }),
        );
    }),
    leaveUnanswered: enqueueActions(({ context, event, enqueue }) => {
      if (event.type !== "CALL") return;
      const { sent, keyPress } = event;
      enqueue.emit(receivedTold(sent, context, "call-finds-nobody", `line:${context.number.id}`));
      enqueue.emit(send(`line:${context.number.id}`, { type: "UNANSWERED", sent, keyPress }));
    }),
  },
}).createMachine({
  id: "phone-line",
  context: ({ input }) => ({ ...input, inHand: false, blocked: [], reception: "everything", delay: 0 }),
  type: "parallel",
  states: {
    possession: {
      initial: "owner",
      on: {
        NUMBER_RETURNED: {
          target: ".owner",
          actions: [
            { type: "tellCarrier", params: { id: "number-returned", to: "owner" } },
            "endInHandsets",
            "findHandset",
          ],
        },
      },
      states: {
        owner: {
          on: {
            SIM_CHANGE_ASKED: [
              {
                guard: "carrierGivesIn",
                target: "attacker",
                actions: [
                  "tellAsked",
                  { type: "tellCarrier", params: { id: "sim-moved", to: "attacker" } },
                  "takeFromHandsets",
                ],
              },
              { actions: ["tellAsked", "tellSimRefused"] },
            ],
            PORT_ASKED: [
              {
                guard: "canBePorted",
                target: "attacker",
                actions: [
                  { type: "tellAttacker", params: { id: "port-asked", channel: "web" } },
                  { type: "tellCarrier", params: { id: "number-ported", to: "attacker" } },
                  "takeFromHandsets",
                ],
              },
              {
                actions: [
                  { type: "tellAttacker", params: { id: "port-asked", channel: "web" } },
                  "tellPortRefused",
                ],
              },
            ],
            NUMBER_ENDED: [
              {
                guard: "isRecycled",
                target: "attacker",
                actions: [
                  { type: "tellCarrier", params: { id: "number-recycled", channel: "none", sees: givenUp } },
                  "endInHandsets",
                ],
              },
              {
                target: "nobody",
                actions: [
                  { type: "tellCarrier", params: { id: "number-ended", channel: "none", sees: givenUp } },
                  "endInHandsets",
                ],
              },
            ],
            SIM_STOLEN: [
              {
                guard: "hasSimPin",
                actions: { type: "tellAttacker", params: { id: "sim-pin-asked", channel: "hand" } },
              },
              { target: "attacker", actions: ["simLeaves", "tellSimStolen"] },
            ],
          },
        },
        attacker: {},
        nobody: {},
      },
    },
    /** Whether the number has been moved, for services that ask the carrier. */
    change: {
      initial: "none",
      states: {
        none: {
          on: {
            SIM_CHANGE_ASKED: { guard: "carrierGivesIn", target: "recent" },
            PORT_ASKED: { guard: "canBePorted", target: "recent" },
            NUMBER_ENDED: { guard: "isRecycled", target: "recent" },
          },
        },
        recent: {},
      },
    },
    routing: {
      initial: "direct",
      on: { NUMBER_RETURNED: ".direct" },
      states: {
        direct: {
          on: {
            REDIRECT: [
              {
                guard: "canBeRedirected",
                target: "intercepted",
                actions: {
                  type: "tellAttacker",
                  params: {
                    id: "texts-redirected",
                    channel: "signalling",
                    sees: nothingUnusual,
                    sources: ["o2-ss7-2017", "fight"],
                  },
                },
              },
              {
                actions: {
                  type: "tellCarrier",
                  params: { id: "redirect-refused", to: "attacker", sources: ["fight"] },
                },
              },
            ],
            REROUTE_ASKED: [
              {
                guard: "canBeRerouted",
                target: "rerouted",
                actions: {
                  type: "tellAttacker",
                  params: {
                    id: "texts-rerouted",
                    channel: "web",
                    sees: nothingUnusual,
                    sources: ["sakari-2021"],
                  },
                },
              },
              {
                actions: {
                  type: "tellCarrier",
                  params: { id: "rerouting-refused", to: "attacker", sources: ["sakari-2021"] },
                },
              },
            ],
          },
        },
        intercepted: {
          on: {
            REDIRECT_ENDED: {
              target: "direct",
              actions: {
                type: "tellAttacker",
                params: { id: "redirect-ended", channel: "signalling" },
              },
            },
          },
        },
        rerouted: {},
      },
    },
    calls: {
      initial: "ring",
      on: { NUMBER_RETURNED: ".ring" },
      states: {
        ring: {
          on: {
            FORWARD_ASKED: [
              {
                guard: "canBeForwarded",
                target: "forwarded",
                actions: {
                  type: "tellAttacker",
                  params: { id: "calls-forwarded", channel: "call", sees: nothingUnusual },
                },
              },
              {
                actions: {
                  type: "tellCarrier",
                  params: { id: "forwarding-refused", channel: "call", to: "attacker" },
                },
              },
            ],
          },
        },
        forwarded: {},
      },
    },
    voicemail: {
      initial: "closed",
      on: { NUMBER_RETURNED: ".closed" },
      states: {
        closed: {
          on: {
            VOICEMAIL_TRIED: [
              {
                guard: "voicemailIsOpen",
                target: "opened",
                actions: {
                  type: "tellAttacker",
                  params: { id: "voicemail-opened", channel: "call", sees: nothingUnusual },
                },
              },
              {
                actions: {
                  type: "tellCarrier",
                  params: { id: "voicemail-stays-shut", channel: "call", to: "attacker" },
                },
              },
            ],
          },
        },
        opened: {},
      },
    },
    delivery: {
      initial: "reachable",
      states: {
        reachable: {},
        filtered: {
          on: {
            UNBLOCK: {
              target: "reachable",
              actions: [
                "unblock",
                { type: "tellCarrier", params: { id: "texts-unblocked", channel: "none" } },
              ],
            },
          },
        },
      },
      on: {
        BLOCK: {
          target: ".filtered",
          actions: [
            "block",
            {
              type: "tellCarrier",
              params: { id: "texts-blocked", channel: "none", sees: nothingUnusual, sources: ["tidbits"] },
            },
          ],
        },
      },
    },
  },
  on: {
    RECEPTION: { actions: ["setReception", "tellReception"] },
    DELAY: {
      actions: [
        "setDelay",
        { type: "tellCarrier", params: { id: "texts-held-up", channel: "none", sees: nothingUnusual } },
      ],
    },
    SIM_ENTERS: { actions: "simEnters" },
    SIM_LEAVES: { actions: "simLeaves" },
    SIM_IN_HAND: { actions: "simInHand" },
    TEXT: [
      {
        guard: and(["checksChange", stateIn({ change: "recent" })]),
        actions: { type: "drop", params: { how: "text-withheld-after-change" } },
      },
      {
        guard: or([stateIn({ routing: "intercepted" }), stateIn({ routing: "rerouted" })]),
        actions: { type: "giveToAttacker", params: { how: "text-intercepted" } },
      },
      { guard: "isFiltered", actions: { type: "drop", params: { how: "text-blocked" } } },
      { guard: "findsNoNetwork", actions: { type: "drop", params: { how: "text-finds-no-network" } } },
      { guard: "isDelayed", actions: "holdUp" },
      ...arrivals,
    ],
    TEXT_DUE: arrivals,
    CALL: [
      {
        guard: and(["checksChange", stateIn({ change: "recent" })]),
        actions: { type: "drop", params: { how: "call-withheld-after-change" } },
      },
      {
        guard: stateIn({ routing: "intercepted" }),
        actions: { type: "giveToAttacker", params: { how: "call-intercepted" } },
      },
      {
        guard: stateIn({ calls: "forwarded" }),
        actions: { type: "giveToAttacker", params: { how: "call-forwarded" } },
      },
      {
        guard: stateIn({ possession: "attacker" }),
        actions: { type: "giveToAttacker", params: { how: "call-reaches-attacker" } },
      },
      {
        guard: stateIn({ possession: "nobody" }),
        actions: { type: "drop", params: { how: "call-finds-nobody" } },
      },
      // Whoever has voicemail in hand calls when the phone is off or the owner asleep.
      {
        guard: and(["canBeRecorded", stateIn({ voicemail: "opened" }), "isForAttacker"]),
        actions: { type: "giveToAttacker", params: { how: "call-to-voicemail" } },
      },
      { guard: "findsNoNetwork", actions: "leaveUnanswered" },
      { guard: "isInHand", actions: { type: "giveToOwner", params: { how: "call-on-new-phone" } } },
      { guard: "hasNoHandset", actions: "leaveUnanswered" },
      { actions: "ring" },
    ],
    UNANSWERED: [
      {
        guard: and(["canBeRecorded", stateIn({ voicemail: "opened" })]),
        actions: { type: "giveToAttacker", params: { how: "call-to-voicemail" } },
      },
      { guard: "canBeRecorded", actions: { type: "drop", params: { how: "call-recorded" } } },
    ],
  },
});

/** Whether the network still brings something to the phone. */
function brings(reception: Reception, event: LineEvent): boolean {
  switch (reception) {
    case "everything":
      return true;
    case "no-short-codes":
      return event.type !== "TEXT" || event.sender !== "short-code";
    case "calls-only":
      return event.type === "CALL";
    case "nothing":
      return false;
  }
}

interface More {
  readonly to?: string;
  readonly sees?: Saying;
  readonly sources?: readonly SourceId[];
}

function toldOf(
  { number }: LineContext,
  id: string,
  actor: Actor,
  channel: Channel,
  more: More = {},
): Emitted {
  return tell({
    actor,
    channel,
    to: more.to ?? `line:${number.id}`,
    what: { id, params: { number: titleOf(number) } },
    ...(more.sees === undefined ? {} : { sees: more.sees }),
    ...(more.sources === undefined ? {} : { sources: more.sources }),
  });
}

function receivedTold(sent: SentCode, context: LineContext, id: string, to: string, sees?: Saying): Emitted {
  return tell({
    actor: "carrier",
    channel: id.startsWith("call") ? "call" : "text",
    to,
    account: sent.account,
    what: {
      id: sent.notice === undefined ? id : (noticeInstead[id] ?? id),
      params: { account: sent.accountTitle, number: titleOf(context.number), code: sent.code },
    },
    ...(sees === undefined ? {} : { sees }),
  });
}

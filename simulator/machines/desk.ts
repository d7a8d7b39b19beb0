// A desk as it decides: somebody, or a machine that hears and looks, judges whether a person is who they say they are.
import { and, emit, enqueueActions, setup } from "xstate";
import { nameOf, waysToPresent } from "../factors/index.ts";
import type { Authenticator } from "../model/authenticators.ts";
import { titleOf } from "../model/find.ts";
import type { Account } from "../model/setup.ts";
import type { Person } from "../model/trail.ts";
import { sentCode } from "./codes.ts";
import { send, tell } from "./messages.ts";
import type { Arriving, Emitted, Refusal } from "./messages.ts";
import { serviceTold } from "./service-tellings.ts";
import { proven, refused } from "./verifier.ts";

export interface DeskContext {
  readonly account: Account;
  readonly authenticator: Authenticator;
  readonly seed: string;
  readonly counter: number;
  /** What the desk has said in its last call back to each person who asked for one. */
  readonly calls: Readonly<Partial<Record<Person, { readonly code: string }>>>;
}

type DeskEvent = Arriving<"ISSUE" | "VERIFY" | "TALK_ROUND" | "REPLACED">;

/** What somebody offers who has talked the desk round: a story and nothing else. */
export const goodStory = "a good story";

export const deskMachine = setup({
  types: {
    context: {} as DeskContext,
    events: {} as DeskEvent,
    emitted: {} as Emitted,
    input: {} as Pick<DeskContext, "account" | "authenticator" | "seed">,
  },
  guards: {
    convinces: ({ context, event }) => event.type === "VERIFY" && convinces(context, event),
    isBelieved: ({ event }) => event.type === "ISSUE" && event.by === "attacker",
    isStory: ({ event }) => event.type === "VERIFY" && event.proof === goodStory,
    callsBack: ({ context: { authenticator } }) => callsBack(authenticator),
    givesIn: ({ context: { authenticator } }) => canBeTalkedRound(authenticator),
  },
  actions: {
    call: enqueueActions(({ context, event, enqueue }) => {
      if (event.type !== "ISSUE") return;
      const { account, seed, counter, calls } = context;
      const person = event.by;
      const code = sentCode(seed, counter, account.controls.codeLength);
      enqueue.assign({ counter: counter + 1, calls: { ...calls, [person]: { code } } });
      for (const emitted of callBack(context, person, code)) enqueue.emit(emitted);
    }),
    sayNothingToSend: emit(({ context, event }) =>
      toldOf(context, "desk-calls-nobody", event.type === "ISSUE" ? event.by : "owner"),
    ),
    giveIn: enqueueActions(({ context, enqueue }) => {
      const { account, authenticator } = context;
      enqueue.emit(
        tell({
          actor: "attacker",
          channel: "call",
          to: `account:${account.id}`,
          account: account.id,
          what: {
            id: "desk-talked-round",
            params: { account: titleOf(account), authenticator: nameOf(authenticator) },
          },
        }),
      );
      enqueue.emit(
        send("attacker", { type: "TALKED_ROUND", account: account.id, authenticator: authenticator.id }),
      );
    }),
    skipCall: emit(({ context }) => toldOf(context, "desk-skips-call", "attacker")),
    stayFirm: emit(({ context }) => toldOf(context, "desk-stays-firm", "attacker")),
    prove: emit(({ context, event }) => proven(context.authenticator.id, event)),
    refuse: emit(({ context, event }, params: { readonly why: Refusal }) =>
      refused(context.authenticator.id, event, params.why),
    ),
  },
}).createMachine({
  id: "desk",
  context: ({ input }) => ({ ...input, counter: 0, calls: {} }),
  initial: "careful",
  on: { REPLACED: ".replaced" },
  states: {
    careful: {
      on: {
        ISSUE: [{ guard: "callsBack", actions: "call" }, { actions: "sayNothingToSend" }],
        VERIFY: [
          { guard: "convinces", actions: "prove" },
          { actions: { type: "refuse", params: { why: "wrong" } } },
        ],
        TALK_ROUND: [{ guard: "givesIn", target: "talkedRound", actions: "giveIn" }, { actions: "stayFirm" }],
      },
    },
    talkedRound: {
      on: {
        ISSUE: [
          { guard: and(["callsBack", "isBelieved"]), actions: "skipCall" },
          { guard: "callsBack", actions: "call" },
          { actions: "sayNothingToSend" },
        ],
        VERIFY: [
          { guard: "isStory", actions: "prove" },
          { guard: "convinces", actions: "prove" },
          { actions: { type: "refuse", params: { why: "wrong" } } },
        ],
      },
    },
    replaced: { on: { VERIFY: { actions: { type: "refuse", params: { why: "replaced" } } } } },
  },
});

/** What a desk wants to see, as one string: all that the only way past it rests on. */
export function shownAtDesk(account: Account, authenticator: Authenticator): readonly string[] {
  return waysToPresent(authenticator, account)[0] ?? [];
}

/** Whether a desk goes by whoever answers the number on file. */
export function callsBack(authenticator: Authenticator): boolean {
  return (
    authenticator.kind === "support-desk" &&
    authenticator.asks === "call-back" &&
    authenticator.number !== undefined
  );
}

/** A document or a face can be forged, but not talked into being; a person who goes by a story can be told one. */
function canBeTalkedRound(authenticator: Authenticator): boolean {
  return authenticator.kind === "support-desk"
    ? authenticator.asks !== "document"
    : authenticator.kind === "recovery-contact";
}

function convinces({ account, authenticator, calls }: DeskContext, event: Arriving<"VERIFY">): boolean {
  if (!callsBack(authenticator)) return event.proof === shownAtDesk(account, authenticator).join(" + ");
  const person = event.ceremony.endsWith("/owner") ? "owner" : "attacker";
  return event.proof === calls[person]?.code;
}

function callBack({ account, authenticator }: DeskContext, person: Person, code: string): readonly Emitted[] {
  if (authenticator.kind !== "support-desk" || authenticator.number === undefined) return [];
  const line = `line:${authenticator.number}` as const;
  const sent = {
    account: account.id,
    accountTitle: titleOf(account),
    authenticator: authenticator.id,
    requestedBy: person,
    code,
  };
  return [
    serviceTold({ account, authenticator, person }, "desk-calls-back", { to: line, channel: "call" }),
    // The desk talks to whoever answers; it leaves nothing on a tape.
    send(line, { type: "CALL", sent, keyPress: true, checksChange: account.controls.carrierChangeCheck }),
  ];
}

function toldOf({ account, authenticator }: DeskContext, id: string, person: Person): Emitted {
  return serviceTold({ account, authenticator, person }, id, { channel: "call" });
}

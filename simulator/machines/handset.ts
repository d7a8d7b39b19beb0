// The handset: who has it in the hand, what its screen shows, and the apps on it.
import { assign, enqueueActions, setup } from "xstate";
import { titleOf } from "../model/find.ts";
import type { Device } from "../model/setup.ts";
import type { Actor, Person, Saying } from "../model/trail.ts";
import { totpCode } from "./codes.ts";
import { send, tell } from "./messages.ts";
import type { Arriving, Emitted } from "./messages.ts";

/** Something on the screen of a device. */
export interface ScreenMessage {
  /** Milliseconds since the play began. */
  readonly at: number;
  /** The account that sent it, or `carrier`. */
  readonly from: string;
  readonly text: Saying;
}

export interface HandsetContext {
  readonly device: Device;
  /** The things that are carried with it, and lost with it. */
  readonly carries: readonly string[];
  /** Seeds of authenticator apps, by `account/authenticator`. */
  readonly seeds: Readonly<Record<string, string>>;
  /** Passkeys, by `account/authenticator`. */
  readonly passkeys: Readonly<Record<string, string>>;
  /** The numbers that still work in it. */
  readonly service: readonly string[];
  readonly messages: readonly ScreenMessage[];
}

type HandsetEvent = Arriving<"TEXT_ARRIVES" | "SERVICE_LOST" | "LOST" | "TAKEN" | "OPEN_APP">;

export const handsetMachine = setup({
  types: {
    context: {} as HandsetContext,
    events: {} as HandsetEvent,
    emitted: {} as Emitted,
    input: {} as Pick<HandsetContext, "device" | "carries" | "seeds" | "passkeys">,
  },
  actions: {
    showText: assign({
      messages: ({ context, event }) => {
        if (event.type !== "TEXT_ARRIVES") return context.messages;
        return [...context.messages, { at: event.now, from: event.sent.account, text: codeText(event) }];
      },
    }),
    ownerReads: enqueueActions(({ context, event, enqueue }) => {
      if (event.type !== "TEXT_ARRIVES") return;
      enqueue.emit(textTold(context, event, "text-arrives", codeText(event)));
      enqueue.emit(send("owner", { type: "CODE_READ", sent: event.sent }));
    }),
    thiefReads: enqueueActions(({ context, event, enqueue }) => {
      if (event.type !== "TEXT_ARRIVES") return;
      const { device } = context;
      const isHidden = device.lock !== "none" && !device.previews;
      enqueue.emit(textTold(context, event, isHidden ? "text-behind-lock" : "text-on-stolen-screen"));
      enqueue.emit(
        send("attacker", {
          type: "CODE_READ",
          sent: event.sent,
          ...(isHidden ? { behindLockOf: device.id } : {}),
        }),
      );
    }),
    nobodyReads: enqueueActions(({ context, event, enqueue }) => {
      if (event.type === "TEXT_ARRIVES") enqueue.emit(textTold(context, event, "text-on-lost-device"));
    }),
    loseService: enqueueActions(({ context, event, enqueue }) => {
      if (event.type !== "SERVICE_LOST") return;
      const text: Saying = { id: "no-service", params: { device: titleOf(context.device) } };
      enqueue.assign({
        service: context.service.filter((number) => number !== event.number),
        messages: [...context.messages, { at: event.now, from: "carrier", text }],
      });
      enqueue.emit(
        tell({
          actor: "carrier",
          channel: "signalling",
          to: `handset:${context.device.id}`,
          what: { id: "service-lost", params: { device: titleOf(context.device) } },
          sees: text,
        }),
      );
      enqueue.emit(send("owner", { type: "NOTICED" }));
    }),
    goMissing: enqueueActions(({ context, enqueue }) => {
      enqueue.emit(goneTold(context, "chance", "device-lost"));
      enqueue.emit(send("owner", { type: "LOSES", holdings: goesWith(context) }));
    }),
    changeHands: enqueueActions(({ context, enqueue }) => {
      enqueue.emit(goneTold(context, "attacker", "device-taken"));
      enqueue.emit(send("owner", { type: "LOSES", holdings: goesWith(context) }));
      enqueue.emit(send("attacker", { type: "GAINS", holdings: goesWith(context) }));
    }),
    showApp: enqueueActions(({ context, event, enqueue }, params: { readonly holder: Person }) => {
      if (event.type !== "OPEN_APP") return;
      const { account, authenticator, by, knows } = event;
      const key = `${account}/${authenticator}`;
      const seed = context.seeds[key];
      const passkey = context.passkeys[key];
      const opens = context.device.lock === "none" || knows.includes(`unlock:${context.device.id}`);
      const activates = knows.includes(`activation:device/${context.device.id}`);
      const proof =
        seed !== undefined && opens
          ? totpCode(seed, event.now)
          : passkey !== undefined && activates
            ? passkey
            : undefined;
      enqueue.emit(
        send(
          by,
          by !== params.holder || proof === undefined
            ? { type: "APP_CLOSED", account, authenticator }
            : { type: "APP_SHOWS", account, authenticator, proof },
        ),
      );
    }),
    appOutOfReach: enqueueActions(({ event, enqueue }) => {
      if (event.type !== "OPEN_APP") return;
      const { account, authenticator, by } = event;
      enqueue.emit(send(by, { type: "APP_CLOSED", account, authenticator }));
    }),
  },
}).createMachine({
  id: "handset",
  context: ({ input }) => ({ ...input, service: input.device.sims, messages: [] }),
  initial: "withOwner",
  states: {
    withOwner: {
      on: {
        TEXT_ARRIVES: { actions: ["showText", "ownerReads"] },
        SERVICE_LOST: { actions: "loseService" },
        LOST: { target: "withNobody", actions: "goMissing" },
        TAKEN: { target: "withAttacker", actions: "changeHands" },
        OPEN_APP: { actions: { type: "showApp", params: { holder: "owner" } } },
      },
    },
    withAttacker: {
      on: {
        TEXT_ARRIVES: { actions: ["showText", "thiefReads"] },
        OPEN_APP: { actions: { type: "showApp", params: { holder: "attacker" } } },
      },
    },
    withNobody: {
      on: {
        TEXT_ARRIVES: { actions: ["showText", "nobodyReads"] },
        OPEN_APP: { actions: "appOutOfReach" },
      },
    },
  },
});

// The knowledge of its lock stays in its owner's head.
function goesWith({ device, carries }: HandsetContext): readonly string[] {
  return [`device:${device.id}`, ...carries.map((thing) => `thing:${thing}`)];
}

function codeText({ sent }: Arriving<"TEXT_ARRIVES">): Saying {
  return { id: "code-text", params: { account: sent.accountTitle, code: sent.code } };
}

function textTold(
  { device }: HandsetContext,
  { sent }: Arriving<"TEXT_ARRIVES">,
  id: string,
  sees?: Saying,
): Emitted {
  return tell({
    actor: "carrier",
    channel: "text",
    to: `handset:${device.id}`,
    account: sent.account,
    what: { id, params: { account: sent.accountTitle, code: sent.code, device: titleOf(device) } },
    ...(sees === undefined ? {} : { sees }),
  });
}

function goneTold({ device }: HandsetContext, actor: Actor, id: string): Emitted {
  const params = { device: titleOf(device) };
  return tell({
    actor,
    channel: "hand",
    to: `handset:${device.id}`,
    what: { id, params },
    sees: { id: "device-gone", params },
  });
}

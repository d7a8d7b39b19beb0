// The handset: who has it in the hand, whether it works, what its screen shows, and the apps on it.
import { enqueueActions, setup } from "xstate";
import { titleOf } from "../model/find.ts";
import type { Actor, Person, Saying } from "../model/trail.ts";
import { sentCode, totpCode } from "./codes.ts";
import { arrive, unanswered } from "./handset-arrivals.ts";
import type { Custody } from "./handset-arrivals.ts";
import { untouched } from "./handset-context.ts";
import type { HandsetContext, HandsetInput } from "./handset-context.ts";
import { hotpDigits } from "./hotp.ts";
import { send, tell } from "./messages.ts";
import type { Arriving, Emitted } from "./messages.ts";

export type { HandsetContext, ScreenMessage } from "./handset-context.ts";

type HandsetEvent = Arriving<
  | "TEXT_ARRIVES"
  | "TEXT_MIRRORED"
  | "CALL_ARRIVES"
  | "APP_MESSAGE"
  | "PROMPT_ARRIVES"
  | "SERVICE_LOST"
  | "SIM_DEAD"
  | "TAKE_SIM"
  | "LOST"
  | "TAKEN"
  | "RETURNED"
  | "SIMS_MOVED"
  | "PASSCODE_SEEN"
  | "INFECTED"
  | "BROKEN"
  | "RENEWED"
  | "WIPED"
  | "CLOCK_SET"
  | "INTERNET_CUT"
  | "INTERNET_RESTORED"
  | "OPEN_APP"
  | "OPEN_DEVICE"
>;

const seeded: ReadonlySet<string> = new Set(["totp", "hotp", "device-code"]);

export const handsetMachine = setup({
  types: {
    context: {} as HandsetContext,
    events: {} as HandsetEvent,
    emitted: {} as Emitted,
    input: {} as HandsetInput,
  },
  guards: {
    canTakeSim: ({ context: { device }, event }) =>
      event.type === "TAKE_SIM" &&
      (device.sims.includes(event.number) || device.kind === "smartphone" || device.kind === "feature-phone"),
  },
  actions: {
    receive: enqueueActions(({ context, event, enqueue }, params: { readonly custody: Custody }) => {
      switch (event.type) {
        case "TEXT_ARRIVES":
        case "TEXT_MIRRORED":
        case "CALL_ARRIVES":
        case "APP_MESSAGE":
        case "PROMPT_ARRIVES": {
          const { shown, emitted } = arrive(context, params.custody, event);
          enqueue.assign({ messages: [...context.messages, ...shown] });
          for (const each of emitted) enqueue.emit(each);
          return;
        }
        default:
          return;
      }
    }),
    leaveUnanswered: enqueueActions(({ context, event, enqueue }) => {
      if (event.type !== "CALL_ARRIVES") return;
      for (const emitted of unanswered(context, event)) enqueue.emit(emitted);
    }),
    loseService: enqueueActions(({ context, event, enqueue }) => {
      if (event.type !== "SERVICE_LOST") return;
      const text: Saying = { id: "no-service", params: { device: titleOf(context.device) } };
      enqueue.assign({
        service: context.service.filter((number) => number !== event.number),
        messages: [...context.messages, { at: event.now, from: "carrier", text }],
      });
      enqueue.emit(deviceTold(context, "carrier", "service-lost", text));
      enqueue.emit(send("owner", { type: "NOTICED" }));
    }),
    dropSim: enqueueActions(({ context, event, enqueue }) => {
      if (event.type !== "SIM_DEAD" && event.type !== "SERVICE_LOST") return;
      enqueue.assign({ service: context.service.filter((number) => number !== event.number) });
    }),
    takeSim: enqueueActions(({ context, event, enqueue }) => {
      if (event.type !== "TAKE_SIM") return;
      enqueue.assign({ service: [...new Set([...context.service, event.number])] });
      enqueue.emit(deviceTold(context, "owner", "sim-put-in", { id: "service-again", params: {} }));
      enqueue.emit(send(`line:${event.number}`, { type: "SIM_ENTERS", handset: context.device.id }));
    }),
    passSimOn: enqueueActions(({ event, enqueue }) => {
      if (event.type !== "TAKE_SIM") return;
      const { number, next, orElse } = event;
      const [first, ...rest] = next;
      if (first !== undefined)
        enqueue.emit(send(`handset:${first}`, { type: "TAKE_SIM", number, next: rest, orElse }));
      else if (orElse) enqueue.emit(send(`line:${number}`, { type: "SIM_IN_HAND" }));
    }),
    goMissing: enqueueActions(({ context, enqueue }) => {
      enqueue.emit(deviceTold(context, "chance", "device-lost", gone(context)));
      enqueue.emit(send("owner", { type: "LOSES", holdings: goesWith(context) }));
    }),
    changeHands: enqueueActions(({ context, enqueue }) => {
      enqueue.emit(deviceTold(context, "attacker", "device-taken", gone(context)));
      enqueue.emit(send("owner", { type: "LOSES", holdings: goesWith(context) }));
      enqueue.emit(send("attacker", { type: "GAINS", holdings: goesWith(context) }));
    }),
    comeBack: enqueueActions(({ context, enqueue }) => {
      enqueue.emit(
        deviceTold(context, "attacker", "device-returned", {
          id: "device-back",
          params: { device: titleOf(context.device) },
        }),
      );
      enqueue.emit(send("attacker", { type: "LOSES", holdings: goesWith(context) }));
      enqueue.emit(send("owner", { type: "GAINS", holdings: goesWith(context) }));
    }),
    offerSims: enqueueActions(({ context, enqueue }) => {
      // What a landline's phone answers is no SIM that could be taken out.
      if (context.device.kind === "landline-phone") return;
      for (const number of context.service)
        enqueue.emit(send(`line:${number}`, { type: "SIM_STOLEN", handset: context.device.id }));
    }),
    seePasscode: enqueueActions(({ context, enqueue }) => {
      enqueue.emit(deviceTold(context, "attacker", "passcode-seen", nothingUnusual));
      enqueue.emit(send("attacker", { type: "GAINS", holdings: [`unlock:${context.device.id}`] }));
    }),
    infect: enqueueActions(({ context, event, enqueue }) => {
      if (event.type !== "INFECTED") return;
      enqueue.assign({ infected: event.reads });
      enqueue.emit(deviceTold(context, "attacker", `device-infected-${event.reads}`, nothingUnusual));
      if (event.reads === "texts") return;
      const seeds = Object.entries(context.apps).flatMap(([key, { kind, secret }]) =>
        seeded.has(kind) ? [[key, secret] as const] : [],
      );
      enqueue.emit(send("attacker", { type: "SEEDS_READ", seeds: Object.fromEntries(seeds) }));
    }),
    breakDown: enqueueActions(({ context, enqueue }) => {
      const { device, service, spares } = context;
      enqueue.emit(
        deviceTold(context, "chance", "device-broken", {
          id: "screen-dark",
          params: { device: titleOf(device) },
        }),
      );
      enqueue.emit(send("owner", { type: "LOSES", holdings: [`device:${device.id}`] }));
      enqueue.assign({ service: [] });
      const [first, ...next] = device.kind === "landline-phone" ? [] : spares;
      for (const number of service) {
        enqueue.emit(send(`line:${number}`, { type: "SIM_LEAVES", handset: device.id }));
        if (first !== undefined)
          enqueue.emit(send(`handset:${first}`, { type: "TAKE_SIM", number, next, orElse: false }));
      }
    }),
    renew: enqueueActions(({ context, event, enqueue }) => {
      if (event.type !== "RENEWED") return;
      const { device, apps } = context;
      const { carriedOver } = event;
      const kept = Object.entries(apps).filter(([, { kind }]) => kind !== "device-code");
      enqueue.assign({
        ...(carriedOver ? { apps: Object.fromEntries(kept) } : emptied),
        service: device.sims,
        clockOff: 0,
        online: true,
      });
      enqueue.emit(
        deviceTold(context, "owner", carriedOver ? "device-carried-over" : "device-renewed", {
          id: carriedOver ? "codes-not-carried-over" : "nothing-carried-over",
          params: { device: titleOf(device) },
        }),
      );
      if (!carriedOver) enqueue.emit(send("owner", { type: "LOSES", holdings: [`device:${device.id}`] }));
      for (const number of device.sims)
        enqueue.emit(send(`line:${number}`, { type: "SIM_ENTERS", handset: device.id }));
    }),
    wipe: enqueueActions(({ context, enqueue }) => {
      enqueue.assign(emptied);
      enqueue.emit(deviceTold(context, "owner", "device-wiped"));
    }),
    setClock: enqueueActions(({ context, event, enqueue }) => {
      if (event.type !== "CLOCK_SET") return;
      enqueue.assign({ clockOff: event.seconds });
      enqueue.emit(
        deviceTold(context, "chance", "clock-set", nothingUnusual, { seconds: Math.abs(event.seconds) }),
      );
    }),
    setInternet: enqueueActions(({ context, event, enqueue }) => {
      const online = event.type === "INTERNET_RESTORED";
      enqueue.assign({ online });
      enqueue.emit(
        online
          ? deviceTold(context, "chance", "internet-restored")
          : deviceTold(context, "chance", "internet-cut", { id: "no-internet", params: {} }),
      );
    }),
    showApp: enqueueActions(({ context, event, enqueue }, params: { readonly custody: Custody }) => {
      if (event.type !== "OPEN_APP") return;
      const { type: _, now, knows, ...request } = event;
      const key = `${event.account}/${event.authenticator}`;
      const proof = event.by === params.custody ? proofOf(context, key, knows, now) : undefined;
      if (proof === undefined) {
        enqueue.emit(send(event.by, { type: "APP_CLOSED", ...request }));
        return;
      }
      if (context.apps[key]?.kind === "hotp")
        enqueue.assign({ counter: { ...context.counter, [key]: (context.counter[key] ?? 0) + 1 } });
      enqueue.emit(send(event.by, { type: "APP_SHOWS", ...request, proof }));
    }),
    openSession: enqueueActions(({ context, event, enqueue }, params: { readonly custody: Custody }) => {
      if (event.type !== "OPEN_DEVICE") return;
      const { device } = context;
      const { by, account, knows } = event;
      if (by === params.custody && opens(context, knows) && context.sessions.includes(account))
        enqueue.emit(send(`account:${account}`, { type: "DEVICE_OPENED", by, device: device.id }));
      else enqueue.emit(deviceTold(context, by, "nothing-open-on-device"));
    }),
  },
}).createMachine({
  id: "handset",
  context: ({ input }) => untouched(input),
  initial: "withOwner",
  on: {
    SIM_DEAD: { actions: "dropSim" },
    SERVICE_LOST: { actions: "dropSim" },
    TAKE_SIM: { actions: "passSimOn" },
    PASSCODE_SEEN: { actions: "seePasscode" },
    WIPED: { actions: "wipe" },
    CLOCK_SET: { actions: "setClock" },
    INTERNET_CUT: { actions: "setInternet" },
    INTERNET_RESTORED: { actions: "setInternet" },
  },
  states: {
    withOwner: {
      on: {
        ...receivedBy("owner"),
        SERVICE_LOST: { actions: "loseService" },
        TAKE_SIM: [{ guard: "canTakeSim", actions: "takeSim" }, { actions: "passSimOn" }],
        LOST: { target: "withNobody", actions: "goMissing" },
        TAKEN: { target: "withAttacker", actions: "changeHands" },
        BROKEN: { target: "broken", actions: "breakDown" },
        RENEWED: { actions: "renew" },
        INFECTED: { actions: "infect" },
      },
    },
    withAttacker: {
      on: {
        ...receivedBy("attacker"),
        RETURNED: { target: "withOwner", actions: "comeBack" },
        SIMS_MOVED: { actions: "offerSims" },
        INFECTED: { actions: "infect" },
      },
    },
    withNobody: {
      on: { ...receivedBy("nobody"), RENEWED: { target: "withOwner", actions: "renew" } },
    },
    broken: {
      on: {
        CALL_ARRIVES: { actions: "leaveUnanswered" },
        OPEN_APP: { actions: { type: "showApp", params: { custody: "nobody" } } },
        OPEN_DEVICE: { actions: { type: "openSession", params: { custody: "nobody" } } },
        RENEWED: { target: "withOwner", actions: "renew" },
      },
    },
  },
});

const nothingUnusual: Saying = { id: "nothing-unusual", params: {} };

/** What is left of a device's contents when it is erased or another takes its place. */
const emptied = { apps: {}, sessions: [], infected: "no", mirrors: false } as const;

/** What a handset reacts to wherever it is, and who comes to know of it. */
function receivedBy(custody: Custody) {
  const receive = { actions: { type: "receive", params: { custody } } } as const;
  return {
    TEXT_ARRIVES: receive,
    TEXT_MIRRORED: receive,
    CALL_ARRIVES: receive,
    APP_MESSAGE: receive,
    PROMPT_ARRIVES: receive,
    OPEN_APP: { actions: { type: "showApp", params: { custody } } },
    OPEN_DEVICE: { actions: { type: "openSession", params: { custody } } },
  } as const;
}

/** What an app shows, or how a key signs, to somebody who has the device in the hand. */
function proofOf(
  context: HandsetContext,
  key: string,
  knows: readonly string[],
  now: number,
): string | undefined {
  const { device, apps, counter, clockOff, online } = context;
  const app = Object.hasOwn(apps, key) ? apps[key] : undefined;
  if (app === undefined || (app.needsInternet && !online)) return undefined;
  switch (app.kind) {
    case "totp":
    case "device-code":
      return opens(context, knows) ? totpCode(app.secret, now + clockOff * 1_000) : undefined;
    case "hotp":
      return opens(context, knows) ? sentCode(app.secret, counter[key] ?? 0, hotpDigits) : undefined;
    case "trusted-browser":
      return opens(context, knows) ? app.secret : undefined;
    case "passkey":
      return knows.includes(`activation:device/${device.id}`) ? app.secret : undefined;
    default:
      return undefined;
  }
}

function opens({ device }: HandsetContext, knows: readonly string[]): boolean {
  return device.lock === "none" || knows.includes(`unlock:${device.id}`);
}

// The knowledge of its lock stays in its owner's head.
function goesWith({ device, carries }: HandsetContext): readonly string[] {
  return [`device:${device.id}`, ...carries.map((thing) => `thing:${thing}`)];
}

function gone({ device }: HandsetContext): Saying {
  return { id: "device-gone", params: { device: titleOf(device) } };
}

function deviceTold(
  { device }: HandsetContext,
  actor: Actor | Person,
  id: string,
  sees?: Saying,
  more: Readonly<Record<string, number>> = {},
): Emitted {
  return tell({
    actor,
    channel: actor === "carrier" ? "signalling" : "hand",
    to: `handset:${device.id}`,
    what: { id, params: { device: titleOf(device), ...more } },
    ...(sees === undefined ? {} : { sees }),
  });
}

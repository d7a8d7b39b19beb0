// What the chart of a handset is made of: the actions by which SIMs, apps and contents change, and who is told.
import { enqueueActions, setup } from "xstate";
import { opens, proofOf, seedsOn } from "./handset-apps.ts";
import { arrive, unanswered } from "./handset-arrivals.ts";
import type { Custody } from "./handset-arrivals.ts";
import { emptied } from "./handset-context.ts";
import type { HandsetContext, HandsetEvent, HandsetInput } from "./handset-context.ts";
import * as custody from "./handset-custody.ts";
import { deviceTold, seenOf } from "./handset-tellings.ts";
import { send } from "./messages.ts";
import type { Emitted } from "./messages.ts";
import { nothingUnusual } from "./sayings.ts";

interface InHand {
  readonly custody: Custody;
}

export const handsetSetup = setup({
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
    receive: enqueueActions(({ context, event, enqueue }, params: InHand) => {
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
      const text = seenOf(context, "no-service");
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
    offerSims: enqueueActions(({ context, enqueue }) => {
      // What a landline's phone answers is no SIM that could be taken out.
      const sims = context.device.kind === "landline-phone" ? [] : context.service;
      if (sims.length === 0) enqueue.emit(deviceTold(context, "attacker", "no-sim-to-move"));
      for (const number of sims)
        enqueue.emit(send(`line:${number}`, { type: "SIM_STOLEN", handset: context.device.id }));
    }),

    goMissing: enqueueActions(({ context, enqueue }) => {
      for (const emitted of custody.lost(context)) enqueue.emit(emitted);
    }),
    changeHands: enqueueActions(({ context, enqueue }) => {
      for (const emitted of custody.taken(context)) enqueue.emit(emitted);
    }),
    comeBack: enqueueActions(({ context, enqueue }) => {
      for (const emitted of custody.givenBack(context)) enqueue.emit(emitted);
    }),
    breakDown: enqueueActions(({ context, enqueue }) => {
      enqueue.assign({ service: [] });
      for (const emitted of custody.broken(context)) enqueue.emit(emitted);
    }),

    seePasscode: enqueueActions(({ context, enqueue }) => {
      enqueue.emit(deviceTold(context, "attacker", "passcode-seen", nothingUnusual));
      const { id } = context.device;
      const holdings = [`unlock:${id}`, `activation:device/${id}`];
      enqueue.emit(send("attacker", { type: "GAINS", holdings }));
    }),
    leaveOpen: enqueueActions(({ context, enqueue }) => {
      enqueue.emit(deviceTold(context, "attacker", "device-left-open", nothingUnusual));
      enqueue.emit(send("attacker", { type: "GAINS", holdings: [`unlock:${context.device.id}`] }));
    }),
    infect: enqueueActions(({ context, event, enqueue }) => {
      if (event.type !== "INFECTED") return;
      enqueue.assign({ infected: event.reads });
      enqueue.emit(deviceTold(context, "attacker", `device-infected-${event.reads}`, nothingUnusual));
      if (event.reads === "everything")
        enqueue.emit(send("attacker", { type: "SEEDS_READ", seeds: seedsOn(context) }));
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
        carriedOver
          ? deviceTold(context, "owner", "device-carried-over", seenOf(context, "codes-not-carried-over"))
          : deviceTold(context, "owner", "device-renewed", seenOf(context, "nothing-carried-over")),
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
      const seconds = Math.abs(event.seconds);
      enqueue.assign({ clockOff: event.seconds });
      enqueue.emit(deviceTold(context, "chance", "clock-set", nothingUnusual, { seconds }));
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

    showApp: enqueueActions(({ context, event, enqueue }, params: InHand) => {
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
    openSession: enqueueActions(({ context, event, enqueue }, params: InHand) => {
      if (event.type !== "OPEN_DEVICE") return;
      const { device } = context;
      const { by, account, accountTitle, knows } = event;
      if (by === params.custody && opens(context, knows) && context.sessions.includes(account))
        enqueue.emit(send(`account:${account}`, { type: "DEVICE_OPENED", by, device: device.id }));
      else
        enqueue.emit(deviceTold(context, by, "nothing-open-on-device", undefined, { account: accountTitle }));
    }),
  },
});

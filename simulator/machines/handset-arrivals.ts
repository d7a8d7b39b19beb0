// What arrives on a handset (texts, copies of texts, calls, messages in apps, prompts), and who comes to know it.
import { titleOf } from "../model/find.ts";
import type { Channel, Person, Saying } from "../model/trail.ts";
import type { HandsetContext, ScreenMessage } from "./handset-context.ts";
import { send, tell } from "./messages.ts";
import type { Arriving, Emitted, SentCode } from "./messages.ts";

/** Whose hand a handset is in. */
export type Custody = Person | "nobody";

export type Arrival = Arriving<
  "TEXT_ARRIVES" | "TEXT_MIRRORED" | "CALL_ARRIVES" | "APP_MESSAGE" | "PROMPT_ARRIVES"
>;

/** What an arrival shows on the screen, and what it sends and tells. */
export interface Arrived {
  readonly shown: readonly ScreenMessage[];
  readonly emitted: readonly Emitted[];
}

const nothing: Arrived = { shown: [], emitted: [] };

/** What happens when something arrives on a handset that works. */
export function arrive(context: HandsetContext, custody: Custody, event: Arrival): Arrived {
  switch (event.type) {
    case "TEXT_ARRIVES": {
      const copies = custody === "owner" ? (context.mirroredOn[event.number ?? ""] ?? []) : [];
      const { shown, emitted } = textArrives(context, custody, event, "text-arrives", hidesTexts(context));
      return {
        shown,
        emitted: [
          ...emitted,
          ...copies.map((device) => send(`handset:${device}`, { type: "TEXT_MIRRORED", sent: event.sent })),
        ],
      };
    }
    case "TEXT_MIRRORED":
      return context.mirrors && context.online
        ? textArrives(context, custody, event, "text-mirrored", context.device.lock !== "none")
        : nothing;
    case "CALL_ARRIVES":
      return callArrives(context, custody, event);
    case "APP_MESSAGE": {
      const unseen = whyUnseen(context, event.sent);
      return unseen === undefined
        ? textArrives(context, custody, event, "app-message-arrives", context.device.lock !== "none")
        : { shown: [], emitted: [toldOf(context, event.sent, unseen, "web")] };
    }
    case "PROMPT_ARRIVES": {
      const { prompt } = event;
      const unseen = whyUnseen(context, prompt);
      if (unseen !== undefined) return { shown: [], emitted: [toldOf(context, prompt, unseen, "web")] };
      if (custody === "nobody")
        return { shown: [], emitted: [toldOf(context, prompt, "text-on-lost-device", "web")] };
      const text: Saying = { id: "prompt-text", params: { account: prompt.accountTitle } };
      return {
        shown: [{ at: event.now, from: prompt.account, text }],
        emitted: [
          toldOf(context, prompt, "prompt-shows", "web", custody === "owner" ? text : undefined),
          send(custody, { type: "PROMPT_SEEN", prompt, device: context.device.id }),
        ],
      };
    }
  }
}

/** What a broken handset makes of a call: it is not answered. */
export function unanswered(context: HandsetContext, { sent, number, keyPress }: Arriving<"CALL_ARRIVES">) {
  return [
    toldOf(context, sent, "call-unanswered", "call"),
    send(`line:${number}`, { type: "UNANSWERED", sent, keyPress }),
  ] as const;
}

/** What is told of something that arrives on a handset, or would have. */
export function toldOf(
  { device }: Pick<HandsetContext, "device">,
  sent: Pick<SentCode, "account" | "accountTitle" | "code">,
  id: string,
  channel: Channel,
  sees?: Saying,
): Emitted {
  return tell({
    actor: channel === "web" ? "service" : "carrier",
    channel,
    to: `handset:${device.id}`,
    account: sent.account,
    what: { id, params: { account: sent.accountTitle, code: sent.code, device: titleOf(device) } },
    ...(sees === undefined ? {} : { sees }),
  });
}

function hidesTexts({ device }: HandsetContext): boolean {
  return device.lock !== "none" && !device.previews;
}

function textArrives(
  context: HandsetContext,
  custody: Custody,
  { sent, now, type }: Arriving<"TEXT_ARRIVES" | "TEXT_MIRRORED" | "APP_MESSAGE">,
  id: string,
  isHidden: boolean,
): Arrived {
  const channel = type === "TEXT_ARRIVES" ? "text" : "web";
  const text: Saying = {
    id: sent.notice ?? "code-text",
    params: { account: sent.accountTitle, code: sent.code },
  };
  const watched: readonly Emitted[] = reads(context, type)
    ? [readAlong(context, sent), send("attacker", { type: "CODE_READ", sent })]
    : [];
  const shown = [{ at: now, from: sent.account, text }];
  switch (custody) {
    case "owner":
      return {
        shown,
        emitted: [
          toldOf(context, sent, sent.notice === undefined ? id : "notice-text-arrives", channel, text),
          send("owner", { type: "CODE_READ", sent }),
          ...watched,
        ],
      };
    case "attacker":
      return {
        shown,
        // Whether a lock keeps it from whoever has the device is for that person to find out.
        emitted: isHidden
          ? [send("attacker", { type: "CODE_READ", sent, behindLockOf: context.device.id, via: channel })]
          : [
              toldOf(context, sent, stolenScreen(sent), channel),
              send("attacker", { type: "CODE_READ", sent }),
            ],
      };
    case "nobody":
      return { shown, emitted: [toldOf(context, sent, "text-on-lost-device", channel), ...watched] };
  }
}

/** What is told of something that whoever has stolen the device reads on its screen. */
export function stolenScreen({ notice }: SentCode): string {
  return notice === undefined ? "text-on-stolen-screen" : "notice-on-stolen-screen";
}

function readAlong({ device }: HandsetContext, sent: SentCode): Emitted {
  return tell({
    actor: "attacker",
    channel: "none",
    to: `handset:${device.id}`,
    account: sent.account,
    what: {
      id: sent.notice === undefined ? "text-read-along" : "notice-read-along",
      params: { account: sent.accountTitle, code: sent.code, device: titleOf(device) },
    },
  });
}

/** Whether malware on the device sees this. */
function reads({ infected }: HandsetContext, type: Arrival["type"]): boolean {
  return infected === "everything" || (infected === "texts" && type !== "APP_MESSAGE");
}

function callArrives(context: HandsetContext, custody: Custody, event: Arriving<"CALL_ARRIVES">): Arrived {
  const { sent } = event;
  if (custody === "nobody") return { shown: [], emitted: unanswered(context, event) };
  const spoken = sent.pin === undefined ? "" : "-after-pin";
  const hears: Saying = {
    id: "code-call",
    params: { account: sent.accountTitle, code: sent.code },
  };
  return {
    shown: [],
    emitted: [
      custody === "owner"
        ? toldOf(context, sent, `call-answered${spoken}`, "call", hears)
        : toldOf(context, sent, `call-answered-by-thief${spoken}`, "call"),
      send(custody, { type: "CODE_READ", sent }),
    ],
  };
}

/** Why a message of a service's own app does not show: the app is gone, or the device has no Internet. */
function whyUnseen(
  { apps, online }: HandsetContext,
  { account, authenticator }: Pick<SentCode, "account" | "authenticator">,
): string | undefined {
  if (!Object.hasOwn(apps, `${account}/${authenticator}`)) return "app-is-gone";
  return online ? undefined : "device-offline";
}

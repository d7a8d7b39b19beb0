// What owner and attacker have in common as statecharts: they do, read, find, lose; each adds moods of their own.
import { assign, enqueueActions, setup } from "xstate";
import { deviceById } from "../model/find.ts";
import { seedFor } from "./codes.ts";
import { askAgain, handedOver, handOver, lookFor, seePrompt } from "./deceiving.ts";
import { offer, openNext, present, respond, toldAt, withNothingOfTheirOwn, withoutHelp } from "./doing.ts";
import type { Response } from "./doing.ts";
import { stolenScreen, toldOf } from "./handset-arrivals.ts";
import { isLured, readCode, takeIn } from "./knowledge.ts";
import type { Knowledge, KnowledgeInput } from "./knowledge.ts";
import { tell } from "./messages.ts";
import type { Arriving, Emitted } from "./messages.ts";

type PersonEvent = Arriving<
  | "DO"
  | "CODE_READ"
  | "APP_SHOWS"
  | "APP_CLOSED"
  | "PROMPT_SEEN"
  | "PROMPT_DENIED"
  | "TRY_NEXT"
  | "TRY_ELSEWHERE"
  | "FALLS_FOR"
  | "WATCHED"
  | "DECEIVES"
  | "STARTS_GUESSING"
  | "COPIES"
  | "SEEDS_READ"
  | "TALKED_ROUND"
  | "OVERSEEN"
  | "COAX"
  | "HANDED_OVER"
  | "KEPT_BACK"
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
    input: {} as KnowledgeInput,
  },
  guards: {
    isNoticeInHand: ({ event }) => event.type === "CODE_READ" && event.sent.notice !== undefined,
  },
  actions: {
    act: enqueueActions(({ context, event, enqueue }) => {
      const { changes, emitted } = reactionTo(context, event);
      enqueue.assign(changes);
      for (const each of emitted) enqueue.emit(each);
    }),
    readCode: enqueueActions(({ context, event, enqueue }) => {
      if (event.type !== "CODE_READ") return;
      const { behindLockOf, sent, via = "text" } = event;
      const isHidden = behindLockOf !== undefined && !context.holds.includes(`unlock:${behindLockOf}`);
      if (behindLockOf !== undefined) {
        const device = deviceById(context.setup, behindLockOf);
        enqueue.emit(toldOf({ device }, sent, isHidden ? "text-behind-lock" : stolenScreen(sent), via));
      }
      if (!isHidden) enqueue.assign(readCode(context, sent));
    }),
    // Mail is seen on whatever device is still at hand; what a service gives notice of can be read on any other.
    seeMail: enqueueActions(({ context, event, enqueue }) => {
      if (event.type !== "MAIL_NOTICED") return;
      const { mailboxTitle, sent } = event;
      const isNotice = sent.notice !== undefined;
      if (!isNotice && !context.holds.some((holding) => holding.startsWith("device:"))) return;
      enqueue.assign(readCode(context, sent));
      const params = { account: sent.accountTitle, mailbox: mailboxTitle };
      enqueue.emit(
        tell({
          actor: "service",
          channel: "mail",
          to: "owner",
          account: sent.account,
          what: { id: isNotice ? "notice-read" : sent.isLink ? "link-noticed" : "mail-noticed", params },
          sees: {
            id: sent.notice ?? (sent.isLink ? "link-mail" : "code-mail"),
            params: { account: sent.accountTitle, code: sent.code },
          },
        }),
      );
    }),
    learn: assign(({ context, event }) => learned(context, event)),
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
  APP_SHOWS: { actions: "act" },
  APP_CLOSED: { actions: "act" },
  PROMPT_SEEN: { actions: "act" },
  TRY_NEXT: { actions: "act" },
  TRY_ELSEWHERE: { actions: "act" },
  CODE_READ: { actions: "readCode" },
  FOUND: { actions: ["learn", "act"] },
  NEW_PASSWORD: { actions: "learn" },
  LOSES: { actions: "lose" },
  GAINS: { actions: "gain" },
} as const;

/** What a person does at once because of something that reaches them. */
function reactionTo(knowledge: Knowledge, event: PersonEvent): Response {
  switch (event.type) {
    case "DO":
      return respond(knowledge, event.doing, event.now);
    case "APP_SHOWS":
      return event.forWhom === knowledge.person
        ? offer(knowledge, event, { proof: event.proof, device: event.device })
        : handedOver(knowledge, event, event.proof);
    case "APP_CLOSED":
      return (
        openNext(knowledge, event, event.forWhom, event.device) ??
        (event.forWhom === knowledge.person
          ? withNothingOfTheirOwn(knowledge, event)
          : lookFor(knowledge, event, knowledge.handing?.looked ?? []))
      );
    case "PROMPT_SEEN":
      return seePrompt(knowledge, event);
    case "PROMPT_DENIED":
      return askAgain(knowledge, event);
    case "TRY_NEXT": {
      // A code that was seen once is of no more use.
      const overseen = without(knowledge.overseen, `${event.account}/${event.authenticator}`);
      const { changes, emitted } = present({ ...knowledge, overseen }, event, event.now);
      return { changes: { overseen, ...changes }, emitted };
    }
    case "TRY_ELSEWHERE":
      return openNext(knowledge, event, knowledge.person, event.device) ?? { changes: {}, emitted: [] };
    case "COAX":
      return handOver(knowledge, event, event.now);
    case "HANDED_OVER":
      return offer(knowledge, event, { proof: event.proof });
    case "KEPT_BACK":
      return withoutHelp(knowledge, event);
    case "FOUND":
      return knowledge.handing === undefined
        ? { changes: {}, emitted: [] }
        : handOver(knowledge, knowledge.handing, event.now, knowledge.handing.looked);
    case "COPIES":
      return toldAt(knowledge, event.account, event.how === "database" ? "seeds-copied" : "copy-taken");
    case "DECEIVES":
      return toldAt(knowledge, event.account, `lays-out-${event.lure}`);
    case "STARTS_GUESSING":
      return toldAt(knowledge, event.account, "starts-guessing");
    case "WATCHED":
      return toldAt(knowledge, event.account, "is-watched-typing");
    default:
      return { changes: {}, emitted: [] };
  }
}

/** What a person knows, believes or keeps doing from now on. */
function learned(knowledge: Knowledge, event: PersonEvent): Partial<Knowledge> {
  switch (event.type) {
    case "FOUND":
      return takeIn(knowledge, event.contents);
    case "NEW_PASSWORD": {
      const values = event.authenticators.map((id) => [`${event.account}/${id}`, event.value] as const);
      return { passwords: { ...knowledge.passwords, ...Object.fromEntries(values) } };
    }
    case "FALLS_FOR":
    case "DECEIVES": {
      const { account, lure } = event;
      const isKnown = isLured(knowledge, account) && knowledge.lures.some((each) => each.lure === lure);
      return isKnown ? {} : { lures: [...knowledge.lures, { account, lure }] };
    }
    case "WATCHED":
      return { watchedAt: [...new Set([...knowledge.watchedAt, event.account])] };
    case "STARTS_GUESSING":
      return { guessesAt: [...new Set([...knowledge.guessesAt, event.account])] };
    case "COPIES": {
      const copied = event.authenticators.map((id) => `${event.account}/${id}`);
      const seeds = copied.map((key) => [key, seedFor(knowledge.worldSeed, key)] as const);
      return { seeds: { ...knowledge.seeds, ...Object.fromEntries(seeds) } };
    }
    case "SEEDS_READ":
      return { seeds: { ...knowledge.seeds, ...event.seeds } };
    case "TALKED_ROUND": {
      const key = `${event.account}/${event.authenticator}`;
      return { talkedRound: [...new Set([...knowledge.talkedRound, key])] };
    }
    case "OVERSEEN":
      return {
        overseen: { ...knowledge.overseen, [`${event.account}/${event.authenticator}`]: event.proof },
      };
    default:
      return {};
  }
}

function without(record: Readonly<Record<string, string>>, key: string): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(record).filter(([other]) => other !== key));
}

// What is told of a line: what is done to it and refused there, and where a text or a call has ended.
import { simSwapObstacle } from "../model/carrier-policy.ts";
import { titleOf } from "../model/find.ts";
import type { Reception } from "../model/move.ts";
import type { PhoneNumber } from "../model/setup.ts";
import type { SourceId } from "../model/sources.ts";
import type { Actor, Channel, Saying } from "../model/trail.ts";
import type { LineContext } from "./line-context.ts";
import { tell } from "./messages.ts";
import type { Emitted, SentCode } from "./messages.ts";
import { nothingUnusual } from "./sayings.ts";

/** Something that is done to a line, for the action `tell`. */
export interface LineTelling {
  readonly id: string;
  readonly actor: Actor;
  readonly channel: Channel;
  /** Where it goes, if not to the line. */
  readonly to?: string;
  readonly sees?: Saying;
  readonly sources?: readonly SourceId[];
}

type More = Pick<LineTelling, "to" | "sees" | "sources">;

/** The action that tells of something the carrier does. */
export function carrierTells(id: string, channel: Channel, more: More = {}) {
  return { type: "tell", params: { id, actor: "carrier", channel, ...more } } as const;
}

/** The action that tells of something the attacker does. */
export function attackerTells(id: string, channel: Channel, more: More = {}) {
  return { type: "tell", params: { id, actor: "attacker", channel, ...more } } as const;
}

/** The entry of the trail for something that is done to a line. */
export function lineTold(
  { number }: LineContext,
  { id, actor, channel, to = `line:${number.id}`, sees, sources }: LineTelling,
): Emitted {
  return tell({
    actor,
    channel,
    to,
    what: { id, params: { number: titleOf(number) } },
    ...(sees === undefined ? {} : { sees }),
    ...(sources === undefined ? {} : { sources }),
  });
}

/** What is read of networks that bring a phone less than everything. */
const readOfReception: Readonly<Partial<Record<Reception, readonly SourceId[]>>> = {
  nothing: ["tidbits", "nanog"],
  "calls-only": ["nanog"],
  "no-short-codes": ["tidbits", "brr-sms-mfa"],
};

/** The entry of the trail for a change of what still reaches the phone. */
export function receptionTold(context: LineContext, reception: Reception): Emitted {
  const sources = readOfReception[reception];
  return lineTold(context, {
    id: `reception-${reception}`,
    actor: "carrier",
    channel: "signalling",
    sees: reception === "nothing" ? { id: "no-service", params: {} } : nothingUnusual,
    ...(sources === undefined ? {} : { sources }),
  });
}

/** Why the carrier moves the number to no other SIM, as the id of a saying. */
export function simRefusal(number: PhoneNumber): string {
  const obstacle = number.line === "landline" ? "landline" : simSwapObstacle(number.carrier);
  return `sim-refused-${obstacle ?? "landline"}`;
}

/** Why the carrier lets the number go to no other one, as the id of a saying. */
export function portRefusal({ line, carrier }: PhoneNumber): string {
  if (line === "landline") return "port-refused-landline";
  return carrier.numberLock ? "port-refused-number-lock" : "port-refused-account-pin";
}

/** What is told in the place of texts with codes where the text only gives notice of something. */
const noticeInstead: Readonly<Record<string, string>> = {
  "text-intercepted": "notice-text-reaches-attacker",
  "text-reaches-attacker": "notice-text-reaches-attacker",
  "text-on-new-phone": "notice-text-on-new-phone",
};

/** The entry of the trail for a text or a call that has ended somewhere. */
export function endTold(
  { number }: LineContext,
  sent: SentCode,
  id: string,
  to: string = `line:${number.id}`,
  sees?: Saying,
): Emitted {
  return tell({
    actor: "carrier",
    channel: id.startsWith("call") ? "call" : "text",
    to,
    account: sent.account,
    what: {
      id: sent.notice === undefined ? id : (noticeInstead[id] ?? id),
      params: { account: sent.accountTitle, number: titleOf(number), code: sent.code },
    },
    ...(sees === undefined ? {} : { sees }),
  });
}

// What decides over a line's requests, texts and calls: the carrier's policy, where the SIM is, and the network.
import {
  forwardingSucceeds,
  portOutSucceeds,
  redirectSucceeds,
  reroutingSucceeds,
  simSwapSucceeds,
  voicemailOpens,
} from "../model/carrier-policy.ts";
import { brings } from "./line-context.ts";
import type { LineContext, LineEvent } from "./line-context.ts";

interface Asked {
  readonly context: LineContext;
  readonly event: LineEvent;
}

export const lineGuards = {
  carrierGivesIn: ({ context, event }: Asked) =>
    event.type === "SIM_CHANGE_ASKED" && simSwapSucceeds(context.number, event.approach),
  canBePorted: ({ context }: Asked) => portOutSucceeds(context.number),
  canBeRerouted: ({ context }: Asked) => reroutingSucceeds(context.number),
  canBeRedirected: ({ context }: Asked) => redirectSucceeds(context.number),
  canBeForwarded: ({ context }: Asked) => forwardingSucceeds(context.number),
  voicemailIsOpen: ({ context }: Asked) => voicemailOpens(context.number),
  isRecycled: ({ event }: Asked) => event.type === "NUMBER_ENDED" && event.recycled,
  hasSimPin: ({ context }: Asked) => context.number.simPin,
  checksChange: ({ event }: Asked) =>
    (event.type === "TEXT" || event.type === "CALL") && event.checksChange === true,
  isFiltered: ({ context, event }: Asked) => "sent" in event && context.blocked.includes(event.sent.account),
  findsNoNetwork: ({ context, event }: Asked) => !brings(context.reception, event),
  isDelayed: ({ context, event }: Asked) => event.type === "TEXT" && context.delay > 0,
  isForLandline: ({ context, event }: Asked) =>
    context.number.line === "landline" &&
    (context.handsets.length === 0 || ("sent" in event && event.sent.isMisdirected === true)),
  isInHand: ({ context }: Asked) => context.inHand && context.handsets.length === 0,
  hasNoHandset: ({ context }: Asked) => context.handsets.length === 0,
  isForAttacker: ({ event }: Asked) => event.type === "CALL" && event.sent.requestedBy === "attacker",
  canBeRecorded: ({ context, event }: Asked) =>
    (event.type === "CALL" || event.type === "UNANSWERED") &&
    !event.keyPress &&
    context.number.voicemail !== "none",
};

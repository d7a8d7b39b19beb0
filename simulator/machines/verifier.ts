// What all charts that check an authenticator answer: proven, or refused and why.
import { send } from "./messages.ts";
import type { Emitted, Message, Refusal } from "./messages.ts";

/** The answer to a proof that is right. */
export function proven(authenticator: string, event: Message): Emitted {
  const { ceremony, proof } = verified(event);
  return send(ceremony, { type: "PROVEN", authenticator, proof });
}

/** The answer to a proof that is not. */
export function refused(authenticator: string, event: Message, why: Refusal): Emitted {
  return send(verified(event).ceremony, { type: "REFUSED", authenticator, why });
}

function verified(event: Message): Extract<Message, { type: "VERIFY" }> {
  if (event.type !== "VERIFY") throw new Error(`only VERIFY is answered with a verdict, not ${event.type}`);
  return event;
}

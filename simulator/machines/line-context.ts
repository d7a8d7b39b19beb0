// What a phone line keeps in mind, what it listens to, and when the network still brings something to its phone.
import type { Reception } from "../model/move.ts";
import type { PhoneNumber } from "../model/setup.ts";
import type { Arriving, SentCode } from "./messages.ts";

/** What the line knows: its number with the carrier's policy, the devices that answer it, and what stops its texts. */
export interface LineContext {
  readonly number: PhoneNumber;
  /** The devices that answer it. */
  readonly handsets: readonly string[];
  /** The owner's devices that could answer it, in the order in which a SIM would be put into them. */
  readonly candidates: readonly string[];
  /** Whether the owner has the SIM in a phone that the setup does not describe. */
  readonly inHand: boolean;
  /** The accounts whose texts the carrier's filter stops. */
  readonly blocked: readonly string[];
  readonly reception: Reception;
  /** Milliseconds that a text takes. */
  readonly delay: number;
}

export type LineInput = Pick<LineContext, "number" | "handsets" | "candidates">;

/** A text that has been held up and is due now. */
export interface TextDue {
  readonly type: "TEXT_DUE";
  readonly sent: SentCode;
}

export type LineEvent =
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

/** A line on which nothing has happened. */
export function quiet(input: LineInput): LineContext {
  return { ...input, inHand: false, blocked: [], reception: "everything", delay: 0 };
}

/** Whether the network still brings a text or a call to the phone. */
export function brings(reception: Reception, event: LineEvent): boolean {
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

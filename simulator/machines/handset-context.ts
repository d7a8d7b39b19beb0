// What a handset is made of: its apps, its screen, and what has become of it.
import type { FactorId } from "../model/authenticators.ts";
import type { Device } from "../model/setup.ts";
import type { Saying } from "../model/trail.ts";
import type { Arriving } from "./messages.ts";

/** Something on the screen of a device. */
export interface ScreenMessage {
  /** Milliseconds since the play began. */
  readonly at: number;
  /** The account that sent it, or `carrier`. */
  readonly from: string;
  readonly text: Saying;
}

/** What the device holds for one authenticator: the seed of its codes, or the name of its signing key. */
export interface DeviceApp {
  readonly kind: FactorId;
  readonly secret: string;
  /** Whether it works only while the device has Internet. */
  readonly needsInternet: boolean;
}

export interface HandsetContext {
  readonly device: Device;
  /** The things that are carried with it, and lost with it. */
  readonly carries: readonly string[];
  /** By `account/authenticator`. */
  readonly apps: Readonly<Record<string, DeviceApp>>;
  /** Codes shown so far by apps that count, by `account/authenticator`. */
  readonly counter: Readonly<Record<string, number>>;
  /** The accounts that are left open on it. */
  readonly sessions: readonly string[];
  /** For each number that it answers, the devices that show the number's texts too. */
  readonly mirroredOn: Readonly<Record<string, readonly string[]>>;
  /** Whether it still shows another device's texts. */
  readonly mirrors: boolean;
  /** The owner's other phones, into which its SIMs would be put. */
  readonly spares: readonly string[];
  /** The numbers that still work in it. */
  readonly service: readonly string[];
  readonly infected: "no" | "texts" | "everything";
  /** Seconds by which its clock is ahead. */
  readonly clockOff: number;
  readonly online: boolean;
  readonly messages: readonly ScreenMessage[];
}

export type HandsetInput = Pick<
  HandsetContext,
  "device" | "carries" | "apps" | "sessions" | "mirroredOn" | "spares"
>;

export type HandsetEvent = Arriving<
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
  | "LEFT_OPEN"
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

/** What is left of a device's contents when it is erased or another takes its place. */
export const emptied = { apps: {}, sessions: [], infected: "no", mirrors: false } as const;

/** A handset before anything has happened. */
export function untouched(input: HandsetInput): HandsetContext {
  return {
    ...input,
    counter: {},
    mirrors: true,
    service: input.device.sims,
    infected: "no",
    clockOff: 0,
    online: true,
    messages: [],
  };
}

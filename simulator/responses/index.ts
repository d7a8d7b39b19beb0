// All responses. Each is a file of its own; a test holds this list and the folder together.
import type { Response } from "../model/response.ts";
import { carrierCallUnblock } from "./carrier-call-unblock.ts";
import { changePasswords } from "./change-passwords.ts";
import { eraseDevice } from "./erase-device.ts";
import { getNumberBack } from "./get-number-back.ts";
import { newSim } from "./new-sim.ts";
import { removeStolenDevice } from "./remove-stolen-device.ts";
import { setClockRight } from "./set-clock-right.ts";
import { stopForwarding } from "./stop-forwarding.ts";
import { useWifiCalling } from "./use-wifi-calling.ts";
import { waitItOut } from "./wait-it-out.ts";

const all = [
  carrierCallUnblock,
  getNumberBack,
  stopForwarding,
  newSim,
  removeStolenDevice,
  eraseDevice,
  changePasswords,
  useWifiCalling,
  setClockRight,
  waitItOut,
] as const;

/** The id of a response. */
export type ResponseId = (typeof all)[number]["id"];

/** Everything that the owner can do about a scenario. */
export const responses: readonly Response<ResponseId>[] = all;

export function responseById(id: string): Response<ResponseId> {
  const found = responses.find((response) => response.id === id);
  if (found === undefined) throw new Error(`no response with the id "${id}"`);
  return found;
}

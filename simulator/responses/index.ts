// All responses. Each is a file of its own; a test holds this list and the folder together.
import type { Response } from "../model/response.ts";

const all: readonly Response[] = [];

/** The id of a response. */
export type ResponseId = string;

/** Everything that the owner can do about a scenario. */
export const responses: readonly Response[] = all;

export function responseById(id: string): Response {
  const found = responses.find((response) => response.id === id);
  if (found === undefined) throw new Error(`no response with the id "${id}"`);
  return found;
}

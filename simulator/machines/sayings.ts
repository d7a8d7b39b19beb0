// Sayings that more than one chart uses.
import type { Saying } from "../model/trail.ts";

/** What the owner sees of most that is done in secret to a line, a device or a sender: nothing. */
export const nothingUnusual: Saying = { id: "nothing-unusual", params: {} };

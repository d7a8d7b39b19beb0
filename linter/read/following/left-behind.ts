// Tells what one middleware leaves on the request for the next from what it only tidies up of what the caller sent.
import { parts, type Value } from "../values.ts";

/**
 * Whether a value that is put among what the caller sent is something else than that: it was made here, or read, or is the
 * outcome of a check. A number that was only trimmed or brought into a form stays what the caller sent.
 */
export function isLeftBehind(value: Value): boolean {
  if (value.k === "answer" || value.k === "test" || value.k === "not") return true;
  return parts(value).some(({ k }) => k === "fresh" || k === "record" || k === "hash");
}

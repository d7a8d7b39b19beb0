// Whether all that a caller sent goes into a row as it came, so that the caller chooses which fields are written.
import { isPhoneField } from "./names.ts";
import type { State } from "./state.ts";
import { parts, type Spot, type Value } from "./values.ts";

/** Stands on a path on which the caller's fields were looked at as a whole, by a schema or one by one. */
const looked = "fields:looked";

/** Where a path keeps that all of it was put into a row: `Object.assign(member, request.body)`. */
export const wholeBody = "#body";

/** Remembers that all that the caller sent was put into a row that was read, to be saved. */
export function notePutInto(row: Value | undefined, sent: Value | undefined, s: State, spot: Spot): void {
  if (row?.k !== "record" || row.path !== "" || sent === undefined || !isWholeBody(sent)) return;
  s.written.set(`record:${row.id}:${wholeBody}`, sent);
  s.places.set(`record:${row.id}:${wholeBody}`, spot);
}

/** Whether a value is all that the caller sent, or has it in it beside fields of its own. */
export function isWholeBody(value: Value): boolean {
  if (value.k === "input")
    return value.path === "body" && (value.picked === undefined || value.picked.some(isPhoneField));
  if (value.k === "either") return value.of.some(isWholeBody);
  return (
    value.k === "object" &&
    value.rest.some((rest) => rest.k === "input" && isWholeBody(rest)) &&
    !Object.keys(value.props).some(isPhoneField)
  );
}

/** The same of a caller, of which only some fields are left, or those that somebody described. */
export function picked(value: Value): Value {
  return value.k === "input" ? { ...value, picked: [] } : value;
}

/** Remembers that a call was given the caller's fields whose name says that it looks at them. */
export function noteFieldsLooked(name: string, args: readonly Value[], s: State): void {
  if (
    args.some((arg) => arg.k === "input" && arg.path === "body") &&
    /valid|verif|schema|saniti|check|pick|omit|only|filter|parse|keys|entries|allow|permit|list|assert|ensure|strip|clean|forbid|refuse|rule|dto/i.test(
      name,
    )
  )
    s.written.set(looked, { k: "const", v: true });
}

/** Remembers that something was taken out of what the caller sent, or written over. */
export function noteFieldGone(from: Value | undefined, s: State): void {
  const sent = from === undefined ? [] : parts(from);
  if (sent.some((part) => part.k === "input" && part.path.startsWith("body")))
    s.written.set(looked, { k: "const", v: true });
}

/** Whether the caller can have named a phone number among the fields, as far as the path has looked at them. */
export function mayNameNumber(s: State): boolean {
  if (s.written.get(looked) !== undefined) return false;
  return !s.chosenFields.some((path) => isPhoneField(path.slice(path.lastIndexOf(".") + 1)));
}

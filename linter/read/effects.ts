// Notes what flows end in: a password written, a session opened.
import { isWholeBody, mayNameNumber, wholeBody } from "./whole-body.ts";
import type { Confidence, EffectKind } from "../flow.ts";
import { noteRemoved } from "./codes/notes.ts";
import {
  holdsWhatWaits,
  isFactorField,
  isFactorStore,
  isMailField,
  isPasswordName,
  isPhoneField,
  isPinField,
} from "./names.ts";
import { keepField } from "./following/keeping.ts";
import type { Run } from "./run.ts";
import type { State } from "./state.ts";
import { filterClaims, foundBy, leavesOf } from "./conditions.ts";
import {
  type Claim,
  hasSession,
  inputIn,
  keyOf,
  leafName,
  nothing,
  parts,
  propOf,
  type Spot,
  unhashed,
  type Value,
} from "./values.ts";

/** Notes each field of `data` as kept in the store, and a password among them as written. */
export function noteUpdate(
  run: Run,
  store: string,
  filter: Value | null,
  data: Value,
  s: State,
  spot: Spot,
): void {
  const row = rowOf(store, filter, data);
  if (isPhoneIdentity(store, filter)) {
    const [, written] = writtenLeaves(data).find(([path]) => isIdentifier(path)) ?? [];
    if (written !== undefined)
      noteEffect(run, "changes-phone", store, filter, written, s, spot, [], "high", { ofAccount: true });
  }
  if (writtenObjects(data).some(isWholeBody) && mayNameNumber(s)) noteWhole(run, store, filter, s, spot);
  for (const path of unsetIn(data)) noteRemoved(run, store, path, s, spot);
  for (const [path, value] of writtenLeaves(data)) {
    keepField(run, store, path, value, s, spot, row);
    if (isPasswordField(path, value)) notePassword(run, store, filter, value, s, spot, "high");
    else noteChange(run, { store, path, value, filter, found: [], rows: ownersIn(filter, store) }, s, spot);
  }
}

/** Notes that the caller may name a phone number among the fields that are written. */
function noteWhole(
  run: Run,
  store: string,
  filter: Value | null,
  s: State,
  spot: Spot,
  found: readonly Claim[] = [],
): void {
  const written: Value = { k: "input", path: "body.phone" };
  noteEffect(run, "changes-phone", store, filter, written, s, spot, found, "high", { whole: true });
}

/** A row that is changed: what it is found by, and what is written into it. */
function rowOf(store: string, filter: Value | null, data: Value): Value | null {
  if (filter === null) return data.k === "object" ? data : null;
  // A row that was read before and is named by its id is what it was read by: `{ id: code.id }`.
  const read = ownersIn(filter, store).flatMap((owner) => (owner.filter === null ? [] : [owner.filter]));
  return { k: "object", props: {}, rest: [...read, filter, ...writtenObjects(data)], model: null };
}

function writtenObjects(data: Value): Value[] {
  const set = propOf(data, "$set") ?? propOf(data, "set") ?? propOf(data, "data");
  return set === undefined ? [data] : [set];
}

/** Notes that whoever was found loses a row of a table of second factors. */
export function noteDeleted(run: Run, store: string, filter: Value | null, s: State, spot: Spot): void {
  if (isFactorStore(store)) noteEffect(run, "removes-factor", store, filter, nothing, s, spot, []);
  else if (isPhoneIdentity(store, filter))
    noteEffect(run, "changes-phone", store, filter, nothing, s, spot, [], "high", { ofAccount: true });
}

/** A row of the ways in that somebody has, `{ provider: "phone", identifier }`, told by what it is looked for with. */
function isPhoneIdentity(store: string, filter: Value | null): boolean {
  if (filter === null || holdsWhatWaits(store)) return false;
  const leaves = leavesOf(filter);
  return (
    leaves.some(([path]) => isIdentifier(path)) &&
    leaves.some(
      ([path, value]) => /(provider|type|kind|method|channel)$/i.test(path) && isWordForPhone(value),
    )
  );
}

function isIdentifier(path: string): boolean {
  return /(^|\.)((provider|account|external|identity)(User|Account)?_?(id|uid|key|value|identifier)|identifier|subject)$/i.test(
    path,
  );
}

/** `"phone"`, or a member of that name of an enumeration that was not read. */
function isWordForPhone(value: Value): boolean {
  const word =
    value.k === "const"
      ? String(value.v)
      : value.k === "package"
        ? value.path
        : value.k === "any"
          ? value.name
          : "";
  return /(^|\.)(phone|sms|mobile|phone_?number)$/i.test(word);
}

/** Notes the fields that were set on a record, once it is saved. */
export function noteSaved(run: Run, record: Extract<Value, { k: "record" }>, s: State, spot: Spot): void {
  const prefix = `record:${record.id}:`;
  for (const [key, value] of s.written) {
    if (!key.startsWith(prefix)) continue;
    const path = key.slice(prefix.length);
    const place = s.places.get(key) ?? spot;
    if (path === wholeBody) {
      if (mayNameNumber(s)) noteWhole(run, record.store, record.filter, s, place, foundBy(record));
      continue;
    }
    keepField(run, record.store, path, value, s, place, record.filter);
    if (isPasswordField(path, value)) {
      notePassword(run, record.store, record.filter, value, s, place, "high", foundBy(record));
    } else
      noteChange(
        run,
        { store: record.store, path, value, filter: record.filter, found: foundBy(record), rows: [record] },
        s,
        place,
      );
  }
}

/** One field of somebody's row that is written. */
interface Change {
  readonly store: string;
  readonly path: string;
  readonly value: Value;
  readonly filter: Value | null;
  /** What the row was found by. */
  readonly found: readonly Claim[];
  /** The row as it was looked at before. */
  readonly rows: readonly RecordValue[];
}

type RecordValue = Extract<Value, { k: "record" }>;

/** The rows of this store that a filter names by what was read from them: `{ id: user.id }`. */
function ownersIn(filter: Value | null, store: string): readonly RecordValue[] {
  if (filter === null) return [];
  return leavesOf(filter).flatMap(([, owner]) =>
    owner.k === "record" && owner.store === store ? [owner] : [],
  );
}

/** Notes a change of the number, the mail address or the second factors on file; other fields are of no interest. */
function noteChange(run: Run, change: Change, s: State, spot: Spot): void {
  const { store, path, value, filter, found } = change;
  const field = path.slice(path.lastIndexOf(".") + 1);
  if (isPinField(field) && isChosenAndHashed(value)) {
    noteEffect(run, "writes-password", store, filter, value, s, spot, found, "high", { pin: path });
    return;
  }
  if (isSessionField(field, value)) {
    noteEffect(run, "opens-session", store, filter, value, s, spot, found);
    return;
  }
  const what: EffectKind | undefined = isPhoneField(field)
    ? "changes-phone"
    : isMailField(field)
      ? "changes-email"
      : isFactorField(field) && isCleared(value)
        ? "removes-factor"
        : undefined;
  if (what === undefined || (what === "changes-email" && isCleared(value))) return;
  // What is written is what was there: `phone: given ?? user.phone`.
  if (value.k === "record" && value.store === store && value.path === path) return;
  if (value.k === "session" && leafName(value) === field && filter !== null && hasSession(filter)) return;
  if (what === "changes-phone" && wasEmpty(change, s)) return;
  noteEffect(run, what, store, filter, value, s, spot, found);
}

/** A hash of what the caller chose, as passwords are kept; codes are made. */
export function isChosenAndHashed(value: Value): boolean {
  const all = parts(value);
  return (
    all.some(({ k }) => k === "hash") && inputIn(value) !== undefined && !all.some(({ k }) => k === "fresh")
  );
}

/** Whether the path comes here only with nothing in that field, so that the first number of an account is set. */
function wasEmpty({ path, filter, rows }: Change, s: State): boolean {
  if (rows.some((row) => s.decided(keyOf({ ...row, path })) === false)) return true;
  for (const [, owner] of filter === null ? [] : leavesOf(filter))
    // Whoever is signed in was looked at: `if (req.user.phone) …`, and the row of that user is changed.
    if (
      (owner.k === "session" || owner.k === "record") &&
      s.decided(keyOf({ ...owner, path: besides(owner.path, path) })) === false
    )
      return true;
  const wanted = filter === null ? undefined : propOf(filter, path);
  return wanted?.k === "const" && (wanted.v === null || wanted.v === undefined);
}

/** The path of another field of the same thing: `user.phone` for `user.id`. */
function besides(path: string, field: string): string {
  return path.includes(".") ? `${path.slice(0, path.lastIndexOf("."))}.${field}` : field;
}

/** A token that is made and left on somebody's row: whoever shows it later is that person. */
function isSessionField(field: string, value: Value): boolean {
  if (!/^(access|auth|session|login|api|user|current)?_?token$/i.test(field)) return false;
  for (const part of parts(value)) {
    if (part.k === "input") return false;
    if (part.k === "fresh" || part.k === "hash") return true;
  }
  return false;
}

/** Whether what is written empties a field. */
export function isCleared(value: Value): boolean {
  return (
    value.k === "const" && (value.v === false || value.v === null || value.v === undefined || value.v === "")
  );
}

/** Notes a password in a new row of its own, if that row is tied to somebody who was found, not made. */
export function noteCredential(run: Run, store: string, row: Value, s: State, spot: Spot): void {
  if (row.k !== "object") return;
  const owner = Object.entries(row.props).find(
    ([key, value]) =>
      /^(uid|(user|account|owner|customer|member)_?id|user|account|userId)$/i.test(key) && isFound(value),
  );
  if (owner === undefined) return;
  for (const [key, value] of Object.entries(row.props))
    if (isPasswordField(key, value))
      notePassword(run, store, null, value, s, spot, "high", ownerClaims(owner[1]));
}

/** Notes that somebody got a row of their own: one by which they can be reached or known, and no row for a code. */
export function noteMade(store: string, row: Value, s: State, spot: Spot): void {
  const rows = row.k === "either" ? row.of : [row];
  if (rows.every(isSomebody)) s.claim({ k: "made", store, spot });
}

function isSomebody(row: Value): boolean {
  if (row.k !== "object") return false;
  const names = Object.keys(row.props);
  if (names.some((name) => /otp|code$|attempt|expire/i.test(name))) return false;
  return names.some(
    (name) => isPhoneField(name) || isMailField(name) || isPasswordName(name) || /^user_?name$/i.test(name),
  );
}

function isFound(value: Value): boolean {
  if (value.k === "session") return true;
  if (value.k === "either") return value.of.some(isFound);
  if (value.k !== "record" || value.filter === null) return false;
  for (const part of parts(value.filter))
    if (part.k === "input" || part.k === "session" || part.k === "record") return true;
  return false;
}

function ownerClaims(owner: Value): readonly Claim[] {
  return owner.k === "record" ? foundBy(owner) : [];
}

export function notePassword(
  run: Run,
  store: string,
  filter: Value | null,
  written: Value,
  s: State,
  spot: Spot,
  confidence: Confidence,
  found: readonly Claim[] = [],
): void {
  noteEffect(run, "writes-password", store, filter, written, s, spot, found, confidence);
}

function noteEffect(
  run: Run,
  what: EffectKind,
  store: string,
  filter: Value | null,
  written: Value,
  s: State,
  spot: Spot,
  found: readonly Claim[],
  confidence: Confidence = "high",
  more: { readonly ofAccount?: true; readonly whole?: true; readonly pin?: string } = {},
): void {
  // What somebody was found by counts for what is done to them.
  const claims: Claim[] = [
    ...s.claims,
    ...found,
    ...(filter === null ? [] : filterClaims(store, filter, spot)),
  ];
  for (const [, owner] of filter === null ? [] : leavesOf(filter))
    if (owner.k === "record") claims.push({ k: "carried", store: owner.store, path: owner.path, spot });
  if (filter !== null && hasSession(filter))
    claims.push({ k: "session", spot, detail: "the signed-in user" });
  run.note({
    k: "effect",
    what,
    detail: store,
    spot,
    claims: withoutSelfTest(claims, written),
    written,
    filter,
    confidence,
    payload: {},
    ...more,
  });
}

export function noteSession(
  run: Run,
  detail: string,
  written: Value,
  s: State,
  spot: Spot,
  payload: Readonly<Record<string, string | number | boolean>> = {},
  confidence: Confidence = "high",
): void {
  run.note({
    k: "effect",
    what: "opens-session",
    detail,
    spot,
    claims: s.claims,
    written,
    filter: null,
    confidence,
    payload,
    ...waiting(written, s),
  });
}

/** Whether whoever gets in is somebody who has yet to confirm a number or an address. */
export function waiting(written: Value, s: State): { readonly unconfirmed?: true } {
  for (const part of parts(written)) {
    if (part.k !== "record") continue;
    const wanted = part.filter === null ? [] : leavesOf(part.filter);
    if (
      s.fieldsOf(part.id).some(([field, holds]) => isWaiting(field, holds)) ||
      wanted.some(([field, value]) => value.k === "const" && isWaiting(field, value.v))
    )
      return { unconfirmed: true };
  }
  return {};
}

function isWaiting(field: string, holds: unknown): boolean {
  if (!/verif|confirm|activ|approv|valid|complet|status|state$|stage|step/i.test(field)) return false;
  // `status=blocked` was compared with a word and is another one.
  if (field.includes("=")) return false;
  return (
    holds !== true &&
    !/^(active|activated|verified|confirmed|approved|enabled|complete[d]?)$/i.test(String(holds))
  );
}

/** A new password that is compared with the old one is no proof of knowing the old one. */
function withoutSelfTest(claims: readonly Claim[], written: Value): readonly Claim[] {
  const news = new Set([...parts(written)].map((part) => keyOf(unhashed(part))));
  return claims.filter((claim) => claim.k !== "password" || !news.has(keyOf(unhashed(claim.given))));
}

/** The fields of an update: `{ password }`, `{ $set: { password } }`, `{ data: { password } }`. */
function writtenLeaves(data: Value, path = ""): [string, Value][] {
  if (data.k === "either") return data.of.flatMap((one) => writtenLeaves(one, path));
  if (data.k === "array") return data.items.flatMap((one) => writtenLeaves(one, path));
  if (data.k !== "object") return path === "" ? [] : [[path, data]];
  const leaves: [string, Value][] = [];
  for (const [key, value] of Object.entries(data.props)) {
    if (key === "$unset") {
      const names = value.k === "object" ? Object.keys(value.props) : [];
      leaves.push(...names.map((name): [string, Value] => [path === "" ? name : `${path}.${name}`, nothing]));
      continue;
    }
    if (/^\$(inc|push|pull|setOnInsert)$/.test(key)) continue;
    const transparent = /^(\$set|set|data|update)$/.test(key);
    leaves.push(...writtenLeaves(value, transparent ? path : path === "" ? key : `${path}.${key}`));
  }
  for (const rest of data.rest)
    if (rest.k === "object" || rest.k === "either") leaves.push(...writtenLeaves(rest, path));
  return leaves;
}

/** The fields that an update takes away: `{ $unset: { code: 1 } }`. */
function unsetIn(data: Value): readonly string[] {
  if (data.k === "either" || data.k === "array")
    return (data.k === "either" ? data.of : data.items).flatMap(unsetIn);
  if (data.k !== "object") return [];
  const gone = data.props["$unset"];
  return gone?.k === "object" ? Object.keys(gone.props) : [];
}

/** Something that a person chose or that was made, not an empty or fixed value that clears the field. */
function isNewSecret(value: Value): boolean {
  return value.k !== "const" && !(value.k === "either" && value.of.every((one) => one.k === "const"));
}

/** A field for a password: by its own name, or `hash` and the like where a password goes into it. */
function isPasswordField(path: string, value: Value): boolean {
  if (!isNewSecret(value)) return false;
  const field = path.slice(path.lastIndexOf(".") + 1);
  if (isPasswordName(field)) return true;
  // A passkey is no password, but some tables call the column of the password `pass_key`.
  if (!/^(hash|digest|hashed|credential|secret|pass_key)$/i.test(field)) return false;
  for (const part of parts(value)) if (part.k === "input" && isPasswordName(leafName(part))) return true;
  return false;
}

// Notes what is done with codes on a path: logged, taken away, looked at for its age, held against a bound or a fixed text.
import type { Site } from "../calls/call.ts";
import { isCodeName } from "../names.ts";
import type { Run } from "../run.ts";
import type { State } from "../state.ts";
import { leafName, insideOf, parts, type Spot, unhashed, type Value } from "../values.ts";
import { isTimeName } from "./lifetimes.ts";
import { lastName } from "./slots.ts";
import { logging, taking } from "./traces.ts";

/** Whether a call of that name writes to a log: `console.log`, `this.logger.debug`, `req.log.info`. */
export function isLogging(name: string): boolean {
  return /(^|\.)(console|\$?logs?|[_$]?logger|winston|pino|bunyan|log4js|signale|consola|\w*[a-z](Log|Logger|LOGGER))(\(\))?\.(log|debug|info|warn|error|trace|verbose|silly|fatal|notice|http|dir|table|success|data)$|^(this\.)?(log|logger|debug|logInfo|logDebug|logError)$/.test(
    name,
  );
}

export function noteLogged(run: Run, values: readonly Value[], s: State, site: Site): void {
  // Most lines of a log have nothing in them that could be a code.
  if (!values.some(mayShow)) return;
  const sent = s.claims.flatMap((claim) => (claim.k === "sent" ? claim.channels.split("|") : []));
  run.note({ k: "logged", values, source: site.name, spot: site.spot, guarded: s.guarded, sent });
  s.trace = logging(s.trace, site.spot);
}

function mayShow(value: Value): boolean {
  for (const part of parts(value))
    if (
      part.k === "fresh" ||
      // Of a store of codes the whole entry is the code.
      (part.k === "record" && part.path === "") ||
      ((part.k === "record" || part.k === "input") && isCodeName(lastName(part.path)))
    )
      return true;
  return false;
}

export function noteRemoved(run: Run, store: string, path: string | null, s: State, spot: Spot): void {
  run.note({
    k: "removed",
    store,
    path,
    spot,
    claims: s.claims,
    trace: s.trace,
    ...(run.later === undefined ? {} : { later: run.later }),
  });
  if (run.later === undefined) s.trace = taking(s.trace, { store, path, spot });
}

/** That a path goes one way or the other by a field of what is kept. */
export function noteLooked(run: Run, value: Value, depth = 0): void {
  if (depth > 3) return;
  switch (value.k) {
    case "record":
      if (value.path !== "") run.note({ k: "looked", store: value.store, path: value.path });
      return;
    case "not":
      noteLooked(run, value.of, depth + 1);
      return;
    case "test":
      for (const side of [value.l, value.r]) noteLooked(run, side, depth + 1);
      return;
    case "either":
      for (const one of value.of) noteLooked(run, one, depth + 1);
      return;
    default:
      return;
  }
}

/** Whether a filter asks for nothing but a time: what it takes away had ended. */
export function asksForTimesOnly(filter: Value | null): boolean {
  if (filter?.k !== "object") return false;
  const names = Object.keys(filter.props);
  return names.length > 0 && filter.rest.length === 0 && names.every(isTimeName);
}

/** A filter that asks for a time: `{ expires: { $gt: now } }`, `where("expires_at", ">", now)`. */
export function noteAged(run: Run, store: string, filter: Value, depth = 0): void {
  if (depth > 3) return;
  if (filter.k === "object") {
    for (const [key, value] of Object.entries(filter.props)) {
      if (isTimeName(key)) run.note({ k: "aged", store });
      else noteAged(run, store, value, depth + 1);
    }
    for (const rest of filter.rest) noteAged(run, store, rest, depth + 1);
  } else if (filter.k === "array") for (const item of filter.items) noteAged(run, store, item, depth + 1);
}

/** The times among what a call is given: `isAfter(now, stored.expires)`. */
export function noteTimesIn(run: Run, values: readonly Value[]): void {
  for (const value of values) for (const store of timedStores(value)) run.note({ k: "aged", store });
}

const timed = new WeakMap<Value, readonly string[]>();
/** Values are looked into this far: behind a longer chain of calls nothing tells what a value is any more. */
const deepestTime = 40;

/** The stores of the times in a value, worked out from those of its parts: they are handed to thousands of calls. */
function timedStores(value: Value, depth = 0): readonly string[] {
  if (value.k === "record") return isTimeName(lastName(value.path)) ? [value.store] : noStores;
  const known = timed.get(value);
  if (known !== undefined) return known;
  const inside = insideOf(value);
  if (inside.length === 0 || depth > deepestTime) return noStores;
  let stores = noStores;
  for (const part of inside) {
    const own = timedStores(part, depth + 1);
    if (own.length > 0 && own !== stores)
      stores = stores.length === 0 ? own : [...new Set([...stores, ...own])];
  }
  timed.set(value, stores);
  return stores;
}

const noStores: readonly string[] = [];

/** What is held against the clock is a time, whatever it is called. */
function noteStoresIn(run: Run, values: readonly Value[]): void {
  for (const value of values)
    for (const part of parts(value))
      if (part.k === "record" && part.path !== "") run.note({ k: "aged", store: part.store });
}

function isNow(value: Value): boolean {
  for (const part of parts(value))
    if (
      (part.k === "any" && /^(now|Date|getTime)$/.test(part.name)) ||
      (part.k === "package" && /^(moment|dayjs|luxon|date-fns)/.test(part.module))
    )
      return true;
  return false;
}

/** On which side of a test of the clock something has ended; undefined where the clock is not asked. */
export function endedWhere({ op, l, r }: Extract<Value, { k: "test" }>): boolean | undefined {
  if (op !== "<" && op !== ">") return undefined;
  const [left, right] = [isNow(l), isNow(r)];
  if (left === right) return undefined;
  return (op === ">") === left;
}

/** A test of what is kept: of its age, or of how often something happened. */
export function noteHeldAgainst(run: Run, { op, l, r, spot }: Extract<Value, { k: "test" }>): void {
  if (op === "hash") return;
  if (op === "<" || op === ">") {
    noteTimesIn(run, [l, r]);
    if (isNow(l) || isNow(r)) noteStoresIn(run, [l, r]);
  }
  const [counted, bound] = r.k === "const" || isBound(r) ? [l, r] : [r, l];
  if (bound.k === "const" && (typeof bound.v !== "number" || bound.v < 2)) return;
  if ((op === "==" || op === "!=") && bound.k !== "const") return;
  const name = countIn(counted);
  if (name !== undefined) run.note({ k: "bounded", name, spot });
}

/** A field or a variable that counts attempts. */
export function isCountName(name: string): boolean {
  return /attempt|tries|retr(y|ies)|fail|wrong|guess|incr|error_?count|hits|count(er)?$/i.test(name);
}

function isBound(value: Value): boolean {
  return /max|limit|allowed/i.test(leafName(value));
}

function countIn(value: Value): string | undefined {
  for (const part of parts(value)) {
    const name =
      part.k === "record"
        ? lastName(part.path)
        : part.k === "any" || part.k === "package"
          ? lastName(nameOf(part))
          : "";
    if (name !== "" && isCountName(name)) return name;
  }
  return undefined;
}

function nameOf(value: Extract<Value, { k: "any" | "package" }>): string {
  return value.k === "any" ? value.name : value.path.replace(/\(\)$/, "");
}

/** `code === "123456"`: a text of the code's own that passes as well. */
export function noteAccepted(
  run: Run,
  value: Value,
  constant: Extract<Value, { k: "const" }>,
  s: State,
  spot: Spot,
): void {
  const given = unhashed(value);
  if (given.k !== "input" || !isCodeName(leafName(given)) || typeof constant.v === "boolean") return;
  if (!/^\d{4,8}$/.test(String(constant.v))) return;
  run.note({ k: "accepted", given: given.path, spot, guarded: s.guarded });
}

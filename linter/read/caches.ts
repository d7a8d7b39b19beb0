// Calls on what keeps values under keys: the program's own maps and lists, and caches such as Redis.
import type { Call, Site } from "./calls/call.ts";
import { withCallback } from "./calls/callback.ts";
import { inMilliseconds, type Lifetime, lifetimeIn } from "./codes/lifetimes.ts";
import { noteLooked, noteRemoved } from "./codes/notes.ts";
import { keep } from "./following/keeping.ts";
import type { Run } from "./run.ts";
import type { Out, State } from "./state.ts";
import { nothing, objectWith, shapeOf, slotName, textsOf, type Value } from "./values.ts";

/** A call on a map or a list that lasts as long as the program. */
export function memoryCall(run: Run, name: string, call: Call): Out[] {
  const { member, args, s, site } = call;
  const [key, value] = args;
  // The same rows in another order.
  if (/^((toR|r)eversed?|(toS|s)ort(ed)?|slice|values)$/.test(member))
    return [{ s, v: { k: "store", name, filter: null, memory: true } }];
  if (/^(set|put|push|add|unshift)$/.test(member)) {
    run.keeping = lifetimeIn(args.slice(2));
    if (value !== undefined && value.k !== "function")
      keep(run, slotName(name, key ?? nothing), key ?? nothing, value, s, site.spot);
    else keep(run, name, nothing, key ?? nothing, s, site.spot);
    run.keeping = undefined;
    return [{ s, v: nothing }];
  }
  if (/^(delete|del|remove|take|splice|pop|shift|clear)$/.test(member))
    noteRemoved(run, key === undefined ? name : slotName(name, key), null, s, site.spot);
  if (/^(get|has|take|peek)$/.test(member)) {
    const found = run.record(slotName(name, key ?? nothing), objectWith("#key", key ?? nothing), site.spot);
    return [{ s, v: found }];
  }
  if (/^(find|filter|some|findIndex|findLast)$/.test(member) && key?.k === "function") {
    const item = run.record(name, null, site.spot);
    const outs = run.callFunction(key, [item], s);
    for (const { v } of outs) noteLooked(run, v);
    // The item that was found is one for which the test held: the test is its filter.
    return outs.map((out) => ({
      s: out.s,
      v: out.v.k === "test" && item.k === "record" ? { ...item, filter: filterOf(out.v) } : item,
    }));
  }
  return [{ s, v: run.any(member, args) }];
}

function filterOf(test: Value): Value | null {
  if (test.k !== "test" || test.op !== "==") return null;
  const [record, other] = test.l.k === "record" ? [test.l, test.r] : [test.r, test.l];
  return record.k === "record" ? objectWith(record.path, other) : null;
}

/** A call on a cache, told by its key. */
export function cacheCall(run: Run, call: Call): Out[] | undefined {
  const { member, args, s, site } = call;
  const [key, ...rest] = args;
  if (key === undefined) return undefined;
  if (/^(p?expire(at)?|touch)$/i.test(member)) {
    noteLater(run, `cache:${shapeOf(key)}`, member, rest[0], s, site);
    return [{ s, v: nothing }];
  }
  if (/^(del|delete|unlink|remove|getdel|take|removeItem|hdel)$/i.test(member)) {
    for (const one of key.k === "array" ? key.items : [key])
      noteRemoved(run, `cache:${shapeOf(one)}`, null, s, site.spot);
    if (!/^(getdel|take)$/i.test(member)) return withCallback(run, run.any(member), args, s);
  }
  const hash = /^h/i.test(member) && /^h(set|get|getall|del)/i.test(member);
  const store = `cache:${shapeOf(key)}`;
  if (/^(set|put|hset|setnx|add|store|save|setItem(Raw)?)$/i.test(member)) {
    const value =
      hash && rest.length > 1 ? objectWith(textsOf(rest[0])[0] ?? "", rest[1] ?? nothing) : rest[0];
    run.keeping = hash ? undefined : lifetimeIn(rest.slice(1));
    if (value !== undefined) keep(run, store, key, value, s, site.spot);
    run.keeping = undefined;
    return [{ s, v: nothing }];
  }
  if (/^(setex|psetex)$/i.test(member)) {
    const value = rest[1] ?? rest[0];
    run.keeping = inMilliseconds(rest[0], /^p/i.test(member) ? 1 : 1_000);
    if (value !== undefined) keep(run, store, key, value, s, site.spot);
    run.keeping = undefined;
    return [{ s, v: nothing }];
  }
  if (/^(get|hget|hgetall|getdel|take|exists|fetch|has|getBuffer|getItem)$/i.test(member)) {
    const found = run.record(store, objectWith("#key", key), site.spot);
    const field = hash ? textsOf(rest[0])[0] : undefined;
    return withCallback(
      run,
      field !== undefined && found.k === "record" ? { ...found, path: field } : found,
      args,
      s,
    );
  }
  return undefined;
}

/** `redis.expire(key, 300)`: what was kept ends after that time. */
function noteLater(
  run: Run,
  store: string,
  member: string,
  after: Value | undefined,
  s: State,
  site: Site,
): void {
  const before: Lifetime | undefined = run.later;
  run.later = /at$/i.test(member) ? {} : inMilliseconds(after, /^p/i.test(member) ? 1 : 1_000);
  noteRemoved(run, store, null, s, site.spot);
  run.later = before;
}

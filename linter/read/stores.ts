// Calls on databases, caches and maps: what is looked for, what is kept, what is changed.
import { cacheCall, memoryCall } from "./caches.ts";
import type { Call, Site } from "./calls/call.ts";
import { withCallback } from "./calls/callback.ts";
import { asksForTimesOnly, noteRemoved } from "./codes/notes.ts";
import { foundBy } from "./conditions.ts";
import { noteCredential, noteDeleted, noteMade, noteSaved, noteUpdate } from "./effects.ts";
import { keepField } from "./following/keeping.ts";
import { wholeModule } from "./lookup.ts";
import { narrowed } from "./postgrest.ts";
import type { Run } from "./run.ts";
import { sqlCall } from "./sql-calls.ts";
import type { Out, State } from "./state.ts";
import { isGenericName, storeName } from "./store-name.ts";
import { nothing, objectWith, propOf, shapeOf, textsOf, type Value } from "./values.ts";
import { notePutInto } from "./whole-body.ts";

const reads =
  /^(findOne|findFirst|findUnique|findById|findByPk|find|findMany|findAll|findOneBy|findBy|findOneById|first|maybeSingle|single|count|countDocuments|exists|exist|findOneOrFail|findOneByOrFail|findUniqueOrThrow|findFirstOrThrow|findAndCount|findAndCountAll|findOneAndDelete|findByIdAndDelete|getOne|getMany|scan|aggregate|findOneAndRemove)$/;
const readsByName = /^(find|get|load|fetch|lookup|retrieve|read|consume|take)[A-Z_]\w*$/;
const updates =
  /^(updateOne|updateMany|update|findOneAndUpdate|findByIdAndUpdate|findAndUpdate|patch|updateById|upsert|findOneAndReplace|replaceOne|patchAndFetchById|updateFirst|set|merge|modify)$/;
const creates =
  /^(create|insert|insertOne|insertMany|createMany|add|push|build|bulkCreate|insertAndFetch|values|findOrCreate|createAndSave)$/;
const saves = /^(save|persist|persistAndFlush|flush|saveAndFlush)$/;
const deletes =
  /^(deleteOne|deleteMany|delete|destroy|remove|del|findOneAndDelete|findByIdAndDelete|unlink|removeItem|deleteById|softDelete)$/;
const createsByName = /^(create|save|store|insert|add)[A-Z_]\w*$/;
const narrows = /^(where|andWhere|eq|match|filter|and|equals|whereRaw)$/;
const builds =
  /^(select|orderBy|limit|returning|populate|lean|exec|sort|skip|innerJoin|leftJoin|leftJoinAndSelect|innerJoinAndSelect|join|from|into|createQueryBuilder|query|getQuery|session|withDeleted|onConflict|offset|order|range|addSelect|cache|read|cursor|collation|hint|projection)$/;
const names =
  /^(collection|from|table|getRepository|model|into|getCollection|getModel|getTable|insert|update|selectFrom|insertInto|updateTable|deleteFrom|doc)$/;

/** A call on a store or on something that may be one. Undefined if it is nothing that a store does. */
export function storeCall(run: Run, call: Call): Out[] | undefined {
  const { on, member, args, s, site } = call;
  if (on.k === "store" && on.memory) return memoryCall(run, on.name, call);
  const sql = sqlCall(run, member, args, s, site);
  if (sql !== undefined) return sql;
  if (on.k === "record") return recordCall(run, on, call);
  if (on.k === "object" && on.model !== null) return modelCall(run, on, call);
  if (on.k !== "store" && on.k !== "any" && on.k !== "package") return undefined;
  if (on.k !== "store" && isNoStore(on, site.name)) return undefined;
  const branch = valueTreeCall(run, call);
  if (branch !== undefined) return branch;
  const named = on.k !== "store" && names.test(member) ? namedStore(run, args[0]) : undefined;
  if (named !== undefined)
    return [{ s, v: member === "from" && args.length === 1 ? { ...named, answers: "any" } : named }];
  if (
    isCache(on, site.name) ||
    (on.k !== "store" &&
      /^(get|set|setex|setEx|psetex|hset|hSet|hget|hGet|hgetall|hGetAll|getdel|getDel|take|put|setnx)$/.test(
        member,
      ) &&
      !soundsLikeTable(on))
  )
    return cacheCall(run, call);

  let [filterOrData, ...rest] = args;
  let store = on.k === "store" ? on.name : storeName(lastName(on), run, site);
  if (filterOrData !== undefined && rest.length > 0 && isGeneric(on)) {
    // `manager.findOne(User, {…})`, `database.findOne("users", {…})`: the store comes first.
    const given = namedStore(run, filterOrData);
    if (given !== undefined) {
      store = given.name;
      [filterOrData, ...rest] = rest;
    }
  }
  const model = propOf(filterOrData, "model");
  if (model !== undefined && textsOf(model)[0] !== undefined) store = storeName(textsOf(model)[0] ?? store);
  const filter = on.k === "store" ? on.filter : null;

  const narrower = on.k === "store" ? narrowed(on, member, args, site.spot) : undefined;
  if (narrower !== undefined) return [{ s, v: narrower }];
  if (narrows.test(member) && on.k === "store")
    return [{ s, v: { ...on, filter: merged(filter, conditionOf(args)), spot: site.spot } }];
  if (builds.test(member) && on.k === "store") {
    const where = propOf(args[0], "where");
    return [{ s, v: where === undefined ? on : { ...on, filter: merged(filter, where) } }];
  }
  if (/^(then|catch)$/.test(member)) return undefined;
  if (
    deletes.test(member) &&
    !asksForTimesOnly(merged(filter, propOf(filterOrData, "where") ?? filterOrData ?? null))
  )
    noteRemoved(run, store, null, s, site.spot);
  if (saves.test(member)) return saveCall(run, store, args, s, site);
  if (updates.test(member)) return updateCall(run, store, filter, [filterOrData, ...rest], member, s, site);
  if (
    reads.test(member) ||
    (deletes.test(member) &&
      (on.k === "store" || /And(Delete|Remove)$/.test(member) || propOf(filterOrData, "where") !== undefined))
  ) {
    const byId = /ById|ByPk/.test(member) && filterOrData !== undefined && filterOrData.k !== "object";
    const wanted = merged(
      filter,
      byId
        ? objectWith("id", filterOrData ?? nothing)
        : (propOf(filterOrData, "where") ?? filterOrData ?? null),
    );
    if (deletes.test(member)) noteDeleted(run, store, wanted, s, site.spot);
    const certain = /OrFail|OrThrow/.test(member);
    const found = inAnswer(on, run.record(store, wanted, site.spot, certain), member);
    if (certain && found.k === "record") for (const claim of foundBy(found)) s.claim(claim);
    const counted =
      /^(count|countDocuments|exists|exist|delete\w*|destroy|remove)$/.test(member) && found.k === "record"
        ? { ...found, path: "#count" }
        : found;
    return withCallback(run, counted, [filterOrData, ...rest], s);
  }
  if (creates.test(member)) {
    const data = propOf(filterOrData, "data") ?? propOf(filterOrData, "defaults") ?? filterOrData;
    if (data === undefined) return undefined;
    if (data.k !== "object" && data.k !== "array" && data.k !== "either") return undefined;
    for (const one of data.k === "array" ? data.items : [data]) {
      keepField(run, store, "", one, s, site.spot);
      noteCredential(run, store, one, s, site.spot);
      noteMade(store, one, s, site.spot);
    }
    const made = data.k === "array" ? (data.items[0] ?? data) : data;
    return withCallback(run, made.k === "object" ? { ...made, model: store } : made, args, s);
  }
  if (
    createsByName.test(member) &&
    filterOrData?.k === "object" &&
    (on.k === "store" || soundsLikeTable(on))
  ) {
    keepField(run, store, "", filterOrData, s, site.spot);
    noteMade(store, filterOrData, s, site.spot);
    return [{ s, v: { ...filterOrData, model: store } }];
  }
  if (readsByName.test(member) && args.length > 0 && (on.k === "store" || soundsLikeTable(on)))
    return [{ s, v: run.record(store, objectWith(fieldIn(member), args[0] ?? nothing), site.spot) }];
  return undefined;
}

/** The Realtime Database of Firebase: `ref("rowers/42")` is a branch of a tree of values, and `once("value")` reads it. */
function valueTreeCall(run: Run, call: Call): Out[] | undefined {
  const { on, member, args, s, site } = call;
  const [first] = args;
  if (member === "ref" && on.k !== "store" && first !== undefined) {
    const [, table] = /^\/?([\w-]+)\/./.exec(shapeOf(first)) ?? [];
    if (table === undefined) return undefined;
    const filter = objectWith("#key", first);
    return [{ s, v: { k: "store", name: storeName(table), filter, memory: false, spot: site.spot } }];
  }
  if (on.k !== "store" || !/^(on|once)$/.test(member) || textsOf(first)[0] !== "value") return undefined;
  const found = run.record(on.name, on.filter, site.spot);
  const callback = args.find((arg) => arg.k === "function");
  if (callback?.k !== "function") return [{ s, v: found }];
  return run.callFunction(callback, [found], s).map((out) => ({ s: out.s, v: found }));
}

/** What a query finds that gives its rows in an answer. */
function inAnswer(query: Value, found: Value, member: string): Value {
  if (query.k !== "store" || query.answers === undefined || found.k !== "record") return found;
  return { ...found, answers: member === "single" ? "one" : "any" };
}

function isGeneric(on: Value): boolean {
  return on.k !== "store" && isGenericName(lastName(on));
}

/** The last name by which a value is reached: of `prisma.user` it is `user`. */
function lastName(on: Value): string {
  if (on.k === "any") return on.name;
  if (on.k === "package") return on.path.slice(on.path.lastIndexOf(".") + 1);
  return "";
}

function isNoStore(on: Value, name: string): boolean {
  if (
    on.k === "package" &&
    /^(axios|got|express|express-validator|joi|zod|yup|class-validator|lodash|moment|dayjs|env|config|winston|path|fs|url|http|https|stripe|swagger\w*|passport|node-fetch|undici)/.test(
      on.module,
    )
  )
    return true;
  return /\b(axios|http\w*|logger|log|console|config\w*|configService|headers?|searchParams|params|cookies|cookieStore|localStorage|sessionStorage|formData|router|app|req|res|ctx|i18n|dayjs|moment|_|z|joi|yup|url|path|fs|math|stripe|emitter|eventEmitter|reflector)\.\w+$/i.test(
    name,
  );
}

function isCache(on: Value, name: string): boolean {
  // Nitro's own storage, whatever lies behind it.
  if (/(^|\.)useStorage\(\)\.\w+$/.test(name)) return true;
  if (on.k === "package") return /redis|cache|keyv|memcached/i.test(on.module);
  return on.k === "any" && /(redis|cache|keyv|kv|memcached)\w*\.\w+$/i.test(name);
}

function soundsLikeTable(on: Value): boolean {
  return (
    on.k === "store" ||
    (on.k === "any" && /(model|repo|repository|collection|table|dao|prisma|entity|adapter)$/i.test(on.name))
  );
}

function namedStore(run: Run, value: Value | undefined): Extract<Value, { k: "store" }> | undefined {
  if (value === undefined) return undefined;
  if (value.k === "store") return value;
  if (value.k === "module") return namedStore(run, wholeModule(run, value.file));
  if (value.k === "class") {
    const name = run.project.factsOf(value.file)?.classes[value.cls]?.name;
    return name === undefined
      ? undefined
      : { k: "store", name: storeName(name), filter: null, memory: false };
  }
  const [text] = textsOf(value);
  if (text !== undefined && /^[\w.-]{2,60}$/.test(text))
    return { k: "store", name: storeName(text), filter: null, memory: false };
  if (value.k === "any" && /^[A-Z]\w+$/.test(value.name))
    return { k: "store", name: storeName(value.name), filter: null, memory: false };
  return undefined;
}

function conditionOf(args: readonly Value[]): Value | null {
  const [first, second, third] = args;
  if (first === undefined) return null;
  const [column] = textsOf(first);
  if (column !== undefined && second !== undefined) {
    // `where("phone", phone)`, `where("phone", "=", phone)`, `where("user.phone = :phone", { phone })`
    const word = /^[\w.]+$/.test(column) ? column : undefined;
    if (word !== undefined) return objectWith(word.slice(word.lastIndexOf(".") + 1), third ?? second);
    return second;
  }
  return first;
}

function merged(a: Value | null, b: Value | null): Value | null {
  if (a === null || b === null) return a ?? b;
  return {
    k: "object",
    props: a.k === "object" ? a.props : {},
    rest: [...(a.k === "object" ? a.rest : [a]), b],
    model: null,
  };
}

function fieldIn(member: string): string {
  const by = /By([A-Z]\w*)$/.exec(member)?.[1];
  return by === undefined ? "#key" : by.charAt(0).toLowerCase() + by.slice(1);
}

function updateCall(
  run: Run,
  store: string,
  filter: Value | null,
  args: readonly (Value | undefined)[],
  member: string,
  s: State,
  site: Site,
): Out[] | undefined {
  const [first, second] = args;
  if (first === undefined) return undefined;
  let where: Value | null = filter;
  let data: Value = first;
  const inFirst = propOf(first, "where");
  const inSecond = propOf(second, "where");
  if (inFirst !== undefined) {
    where = merged(filter, inFirst);
    data = propOf(first, "data") ?? propOf(first, "update") ?? second ?? first;
  } else if (inSecond !== undefined) where = merged(filter, inSecond);
  else if (
    second !== undefined &&
    second.k !== "function" &&
    member !== "set" &&
    !(filter !== null && first.k === "object" && second.k !== "object")
  ) {
    where = merged(filter, first.k === "object" || first.k === "array" ? first : objectWith("id", first));
    data = second;
  }
  const [column] = textsOf(first);
  if (column !== undefined && second !== undefined && /^\w+$/.test(column) && filter !== null)
    data = objectWith(column, second);
  const found = run.record(store, where, site.spot);
  if (data.k === "record") noteSaved(run, data, s, site.spot);
  else if (member === "upsert") keepField(run, store, "", data, s, site.spot);
  else noteUpdate(run, store, where, data, s, site.spot);
  if (member === "set") return [{ s, v: { k: "store", name: store, filter: where, memory: false } }];
  return withCallback(run, found, args, s);
}

function saveCall(run: Run, store: string, args: readonly Value[], s: State, site: Site): Out[] {
  const [saved] = args;
  if (saved === undefined) {
    // `em.flush()`: whatever was changed is written.
    const ids = new Set([...s.written.keys()].flatMap((key) => /^record:(\d+):/.exec(key)?.[1] ?? []));
    for (const id of ids)
      noteSaved(
        run,
        { k: "record", store, filter: null, path: "", id: Number(id), spot: site.spot, certain: false },
        s,
        site.spot,
      );
    return [{ s, v: nothing }];
  }
  for (const one of saved.k === "either" ? saved.of : saved.k === "array" ? saved.items : [saved]) {
    if (one.k === "record") noteSaved(run, one, s, site.spot);
    else if (one.k === "object") {
      const known = one.rest.find((rest) => rest.k === "record");
      const id = one.props["id"] ?? one.props["_id"];
      if (known?.k === "record")
        noteUpdate(
          run,
          known.store,
          known.filter,
          { ...one, rest: one.rest.filter(({ k }) => k === "input") },
          s,
          site.spot,
        );
      else if (id !== undefined) noteUpdate(run, store, objectWith("id", id), one, s, site.spot);
      else {
        keepField(run, store, "", one, s, site.spot);
        noteMade(one.model ?? store, one, s, site.spot);
      }
    }
  }
  return [{ s, v: saved }];
}

function recordCall(run: Run, on: Extract<Value, { k: "record" }>, call: Call): Out[] | undefined {
  const { member, args, s, site } = call;
  if (saves.test(member)) {
    noteSaved(run, on, s, site.spot);
    return withCallback(run, on, args, s);
  }
  if (updates.test(member) && args[0] !== undefined) {
    const [column] = textsOf(args[0]);
    const data = column !== undefined && args[1] !== undefined ? objectWith(column, args[1]) : args[0];
    if (member === "set") {
      notePutInto(on, data, s, site.spot);
      for (const [key, value] of data.k === "object" ? Object.entries(data.props) : []) {
        s.written.set(`record:${on.id}:${key}`, value);
        s.places.set(`record:${on.id}:${key}`, site.spot);
      }
    } else noteUpdate(run, on.store, on.filter, data, s, site.spot);
    return [{ s, v: on }];
  }
  if (/^(get|hget|find|at|pop|shift)$/.test(member) || narrows.test(member) || reads.test(member))
    return undefined;
  return undefined;
}

function modelCall(run: Run, on: Extract<Value, { k: "object" }>, call: Call): Out[] | undefined {
  const { member, s, site } = call;
  if (!saves.test(member) || on.model === null) return undefined;
  keepField(run, on.model, "", { ...on, model: null }, s, site.spot);
  noteMade(on.model, on, s, site.spot);
  return [{ s, v: on }];
}

// What the language and the machines that it runs on give: `Math.random`, `JSON.parse`, `setTimeout`.
import type { Site } from "./call.ts";
import { calculated, whole } from "../codes/arithmetic.ts";
import { inMilliseconds } from "../codes/lifetimes.ts";
import { fresh, mathRandom } from "../codes/random.ts";
import { answeredWith } from "../events.ts";
import { opensSession } from "./frameworks.ts";
import { guessedCall } from "./guess.ts";
import { libraryCall } from "./libraries.ts";
import { provided } from "./provided.ts";
import type { Run } from "../run.ts";
import type { Out, State } from "../state.ts";
import { nothing, propOf, textsOf, type Value } from "../values.ts";
import { notePutInto } from "../whole-body.ts";

/** A call of something that the language or the machine gives. */
export function nativeCall(run: Run, name: string, args: readonly Value[], s: State, site: Site): Out[] {
  const [first, second] = args;
  const one = (v: Value): Out[] => [{ s, v }];
  switch (name) {
    case "String":
    case "Number":
    case "parseInt":
    case "parseFloat":
    case "BigInt":
    case "Boolean":
      if (first?.k === "input") return one({ ...first, typed: true });
      return one(name === "parseInt" && first !== undefined ? whole(run, first) : (first ?? nothing));
    case "JSON.parse":
    case "JSON.stringify":
    case "structuredClone":
    case "Promise.resolve":
    case "Object.fromEntries":
    case "Promise.any":
    case "Promise.race":
    case "Buffer.from":
    case "Object.freeze":
    case "Math.abs":
    case "encodeURIComponent":
    case "decodeURIComponent":
      return one(first ?? nothing);
    case "Math.floor":
    case "Math.round":
    case "Math.ceil":
    case "Math.trunc":
      return one(whole(run, first ?? nothing));
    case "Math.pow":
      return one(calculated(run, "**", first ?? nothing, second ?? nothing) ?? run.any("pow", args));
    case "Promise.all":
    case "Promise.allSettled":
      return one(first ?? nothing);
    case "Math.random":
      return one(fresh(run, s, site, false, mathRandom));
    case "crypto.getRandomValues":
      return one(fresh(run, s, site, false, { how: "random" }));
    case "Array.from":
      return arrayFrom(run, first, second, s);
    case "crypto.randomUUID":
      return one({ k: "fresh", id: run.newId(), long: true });
    case "Object.assign": {
      if (args.length === 2) notePutInto(first, second, s, site.spot);
      if (first?.k === "record" && second?.k === "object") {
        for (const [key, value] of Object.entries(second.props)) {
          s.written.set(`record:${first.id}:${key}`, value);
          s.places.set(`record:${first.id}:${key}`, site.spot);
        }
        return one(first);
      }
      return one({
        k: "object",
        props: {},
        rest: args.toReversed(),
        model: first?.k === "object" ? first.model : null,
      });
    }
    case "Object.values":
      return one(
        first?.k === "object" ? { k: "array", items: Object.values(first.props) } : (first ?? nothing),
      );
    case "Promise": {
      const id = run.newId();
      if (first?.k !== "function") return one(run.any("promise"));
      const outs = run.callFunction(
        first,
        [
          { k: "native", name: `resolve:${id}` },
          { k: "native", name: "reject" },
        ],
        s,
      );
      return outs.map((out) => ({ s: out.s, v: out.s.written.get(`promise:${id}`) ?? run.any("promise") }));
    }
    case "next":
      // `next(error)` goes to the error handler, `next()` on to the handler.
      // tRPC hands the context on: `next({ ctx })`.
      if (
        first === undefined ||
        (first.k === "const" && first.v === undefined) ||
        propOf(first, "ctx") !== undefined
      )
        run.passed.push(s.fork());
      return one(nothing);
    case "signs in":
      // The callback of a passport strategy: `done(error, user)`.
      if (second !== undefined) opensSession(run, "a passport strategy", { s, v: second }, site.spot);
      return one(nothing);
    case "RegExp":
      return one(patternOf(first, second) ?? run.any(name, args));
    case "Set":
      // A set of what is written there is asked like a list; an empty one is filled while the program runs.
      return one(
        first?.k === "array" && first.items.length > 0 && first.items.every(({ k }) => k === "const")
          ? first
          : { k: "native", name: "Map()" },
      );
    case "Map":
      return one({ k: "native", name: "Map()" });
    case "NextResponse.json":
    case "Response.json":
    case "NextResponse":
    case "Response":
      run.note(answeredWith(args, s, site.spot));
      return one({ k: "response" });
    case "setTimeout":
      if (first?.k === "function") followLater(run, first, second, s);
      return one(nothing);
    case "setImmediate":
    case "queueMicrotask":
      return one(nothing);
    case "fetch":
      return (
        provided(run, { module: "", path: "fetch", args }, s, site) ??
        guessedCall(run, { on: run.any(name), member: name, args, s, site })
      );
    default:
      break;
  }
  if (name.startsWith("resolve:")) {
    s.written.set(`promise:${name.slice("resolve:".length)}`, first ?? nothing);
    return one(nothing);
  }
  if (name.startsWith("settle:")) {
    // The callback of Node: with an error alone, whoever waits does not go on.
    if (second === undefined && first !== undefined && !(first.k === "const" && (first.v ?? null) === null))
      return [];
    s.written.set(`promise:${name.slice("settle:".length)}`, second ?? nothing);
    return one(nothing);
  }
  if (name.startsWith("crypto.")) {
    const known = libraryCall(run, { module: "crypto", path: name.slice("crypto.".length), args }, s, site);
    if (known !== undefined) return known;
  }
  if (name.startsWith("console.")) return one(nothing);
  if (/^(window|globalThis)\./.test(name)) {
    const kept = provided(run, { module: "", path: name, args }, s, site);
    if (kept !== undefined) return kept;
  }
  if (/^(module|exports|process)\b/.test(name)) return one(run.any(name));
  return guessedCall(run, {
    on: run.any(name),
    member: name.slice(name.lastIndexOf(".") + 1),
    args,
    s,
    site,
  });
}

/** `new RegExp("^/login", "i")`, or a copy of another pattern. */
function patternOf(source: Value | undefined, flags: Value | undefined): Value | undefined {
  if (source?.k === "native") return source;
  if (source?.k !== "const" || typeof source.v !== "string" || source.v === "") return undefined;
  return { k: "native", name: `/${source.v}/${textsOf(flags)[0] ?? ""}` };
}

/** `Array.from({ length: 6 }, () => …)`: what the function makes is made that many times. */
function arrayFrom(run: Run, list: Value | undefined, map: Value | undefined, s: State): Out[] {
  if (list === undefined) return [{ s, v: nothing }];
  if (map?.k !== "function") return [{ s, v: list.k === "object" ? run.any("from", [list]) : list }];
  const length = propOf(list, "length");
  const before = run.rounds;
  if (length?.k === "const" && typeof length.v === "number") run.rounds *= Math.max(length.v, 1);
  const outs = run.callFunction(map, [run.any("item", [list]), run.any("index")], s);
  run.rounds = before;
  return outs.map((out) => ({ s: out.s, v: { k: "array", items: [out.v] } }));
}

/** What a timer will take away is noted; nothing else that it does belongs to this path. */
function followLater(
  run: Run,
  callback: Extract<Value, { k: "function" }>,
  delay: Value | undefined,
  s: State,
): void {
  const from = run.happenings.length;
  const before = run.later;
  run.later = inMilliseconds(delay, 1);
  run.callFunction(callback, [], s.fork());
  run.later = before;
  run.happenings.splice(from, Infinity, ...run.happenings.slice(from).filter(({ k }) => k === "removed"));
}

// Follows a call: into the project's own functions, into providers and libraries that are known, or by what it is called.
import {
  carrierCheckOf,
  checkingOf,
  effectingOf,
  givesClient,
  provingOf,
  sendingOf,
} from "../providers/index.ts";
import type { PackageCall } from "../providers/provider.ts";
import { answeredWith, type Happening, noteSent } from "./events.ts";
import { limitsAttempts, soundsLikeLimiting } from "../providers/limiters.ts";
import { calculated, chosen, cut, whole } from "./codes/arithmetic.ts";
import { driftOf } from "./codes/drift.ts";
import { inMilliseconds } from "./codes/lifetimes.ts";
import { noteTimesIn } from "./codes/notes.ts";
import { fresh, madeBy, mathRandom } from "./codes/random.ts";
import { guessedCall } from "./guess.ts";
import { claimOfProof, noteHosted, sessionOf } from "./hosted.ts";
import { libraryCall } from "./libraries.ts";
import { propertyOf, staticValue, wholeModule } from "./lookup.ts";
import { soundsLikeMailing, soundsLikeSending, soundsLikeTexting } from "./names.ts";
import { frameworkCall, opensSession, requestCall, visitCall } from "./frameworks.ts";
import type { Run } from "./run.ts";
import { mergeOuts, type Out, type State } from "./state.ts";
import { storeName } from "./store-name.ts";
import { sqlCall, storeCall, withCallback } from "./stores.ts";
import {
  atomsOf,
  type Claim,
  either,
  nothing,
  parts,
  propOf,
  type Scope,
  type Spot,
  type Value,
} from "./values.ts";

/** Where and how a call is written. */
export interface Site {
  readonly spot: Spot;
  /** The dotted name as written: `this.smsService.send`. */
  readonly name: string;
  readonly made: boolean;
  readonly scope: Scope;
}

/** A call of a value: `f(…)`, `new F(…)`. */
export function callValue(run: Run, callee: Value, args: readonly Value[], s: State, site: Site): Out[] {
  if ((callee.k === "package" || callee.k === "any" || callee.k === "const") && !site.made) {
    // A statement in a template behind a tag, or given to a function that queries.
    const stated = sqlCall(run, "sql", args, s, site);
    if (stated !== undefined) return stated;
  }
  switch (callee.k) {
    case "function":
      return callProject(run, callee, args, s, site);
    case "class":
      return [{ s, v: { k: "instance", file: callee.file, cls: callee.cls, given: args } }];
    case "module": {
      const whole = wholeModule(run, callee.file);
      return whole === undefined || whole.k === "module"
        ? [{ s, v: run.any(site.name, args) }]
        : callValue(run, whole, args, s, site);
    }
    case "native":
      return nativeCall(run, callee.name, args, s, site);
    case "package":
      return packageCall(run, callee, args, s, site);
    case "either": {
      const callable = callee.of.filter((one) => one.k !== "const");
      return mergeOuts(callable.flatMap((one) => callValue(run, one, args, s.fork(), site)));
    }
    case "store":
      // `new User({…})` of a model makes a document; calling a query does nothing of note.
      return [{ s, v: args[0]?.k === "object" ? { ...args[0], model: callee.name } : callee }];
    case "any":
    case "const":
      if (site.made && args[0]?.k === "object" && /^[A-Z]/.test(site.name))
        return [{ s, v: { ...args[0], model: storeName(site.name) } }];
      if (
        /^(knex|db|trx|conn|database|this\.knex|this\.db)$/.test(site.name) &&
        args[0]?.k === "const" &&
        typeof args[0].v === "string"
      )
        return [{ s, v: { k: "store", name: storeName(args[0].v), filter: null, memory: false } }];
      return (
        frameworkCall(run, "", site.name, args, s, site) ?? guessedCall(run, callee, site.name, args, s, site)
      );
    default:
      return guessedCall(run, callee, site.name, args, s, site);
  }
}

/** A call of a member: `on.member(…)`. */
export function methodCall(
  run: Run,
  on: Value,
  member: string,
  args: readonly Value[],
  s: State,
  site: Site,
): Out[] {
  if (on.k === "either") {
    const stores = on.of.filter((one) => one.k === "store");
    const chosen = stores.length > 0 ? stores : on.of.filter((one) => one.k !== "const");
    if (chosen.length === 0) return [{ s, v: run.any(member, args) }];
    return mergeOuts(chosen.slice(0, 4).flatMap((one) => methodCall(run, one, member, args, s.fork(), site)));
  }
  const [first] = args;
  if (member === "then" && first?.k === "function") return callProject(run, first, [on], s, site);
  if (member === "catch" || member === "finally" || (member === "json" && on.k === "answer"))
    return [{ s, v: on }];
  if (on.k === "function" || on.k === "native") {
    if (member === "call") return callValue(run, on, args.slice(1), s, site);
    if (member === "bind") return [{ s, v: on }];
    if (member === "apply")
      return callValue(
        run,
        on,
        first === undefined ? [] : args[1]?.k === "array" ? args[1].items : args.slice(1),
        s,
        site,
      );
  }
  if (on.k === "native") return nativeCall(run, `${on.name}.${member}`, args, s, site);
  if ((on.k === "request" || on.k === "response") && /^jwt(Sign|Verify)$/.test(member)) {
    const known = libraryCall(run, { module: "@fastify/jwt", path: member, args }, s, site);
    if (known !== undefined) return known;
  }
  if (on.k === "request") return requestCall(run, member, args, s, site);
  if (on.k === "response") return responseCall(run, on, member, args, s, site);
  if (
    on.k === "instance" ||
    on.k === "class" ||
    on.k === "module" ||
    (on.k === "object" && on.props[member] !== undefined)
  ) {
    const method = propertyOf(run, on, member, s);
    if (method.k !== "any") return callValue(run, method, args, s, site);
  }
  if (on.k === "module") {
    // `const User = require("./user")` where the module is the model itself.
    const whole = wholeModule(run, on.file);
    if (whole !== undefined && whole.k !== "module" && whole.k !== "object")
      return methodCall(run, whole, member, args, s, site);
  }
  if (on.k === "record" || (on.k === "object" && on.model !== null) || (on.k === "store" && !on.memory)) {
    const own = modelMethod(run, member);
    if (own !== undefined) return callProject(run, { ...own, self: on }, args, s, site);
  }
  if (on.k === "package")
    return packageCall(
      run,
      { ...on, path: on.path === "" ? member : `${on.path}.${member}` },
      args,
      s,
      site,
      on,
    );
  if (on.k === "any" || on.k === "store" || on.k === "instance" || on.k === "const") {
    // Where it came from tells more than what it is called; of a page's state only the name is left.
    const sent =
      provided(run, { module: "", path: pathOf(on, member), args }, s, site) ??
      provided(run, { module: "", path: site.name, args }, s, site);
    if (sent !== undefined) return sent;
  }
  const made = cut(run, on, member, args);
  if (made !== undefined) return [{ s, v: made }];
  if (on.k === "const" && typeof on.v === "string" && /^(charAt|at)$/.test(member) && first !== undefined) {
    const sign = chosen(run, on, first);
    if (sign !== undefined) return [{ s, v: sign }];
  }
  const passed = visitCall(run, on, member, args, s, site) ?? passedThrough(on, member, args, s);
  if (passed !== undefined) return passed;
  const stored = storeCall(run, on, member, args, s, site);
  if (stored !== undefined) return stored;
  const each = eachItem(run, on, member, args, s);
  if (each !== undefined) return each;
  return guessedCall(run, on, member, args, s, site);
}

/** Follows a function of the project; one that is called after texting and sends nothing known still counts as sending. */
function callProject(
  run: Run,
  callee: Extract<Value, { k: "function" }>,
  args: readonly Value[],
  s: State,
  site: Site,
): Out[] {
  const from = run.happenings.length;
  const { claims } = s;
  const outs = run.callFunction(callee, args, s);
  noteTimesIn(run, args);
  const facts = run.project.factsOf(callee.file);
  const fn = facts?.functions[callee.fn];
  if (fn === undefined || fn.name === "") return outs;
  const name = `${fn.name} ${site.name}`;
  if (soundsLikeLimiting(fn.name)) run.note({ k: "limited", name: fn.name, answer: null });
  if (!soundsLikeSending(name)) return outs;
  const [texting, mailing] = [soundsLikeTexting(name), soundsLikeMailing(name)];
  if (texting === mailing) return outs;
  // What gives a function has done nothing yet.
  if (outs.some(({ v }) => v.k === "function")) return outs;
  const happened = run.happenings.slice(from);
  const atoms = new Set(args.flatMap((arg) => [...atomsOf(arg)]));
  // A function that is called after texting, makes a code itself and keeps it: whatever it does with it stands for sending.
  if (!args.some(isMade))
    for (const one of happened)
      if (one.k === "kept" && isMade(one.value)) for (const atom of one.atoms) atoms.add(atom);
  if (atoms.size === 0) return outs;
  const told = happened.some(
    (one) => one.k === "sent" && (one.atoms === null || [...one.atoms].some((atom) => atoms.has(atom))),
  );
  if (told) return outs;
  const keeps = keepsOnly(happened, atoms) && args.some(isMade);
  if (keeps && run.happenings.some((one) => one.k === "sent" && holds(one.atoms, atoms))) return outs;
  const channel = texting ? (/whats_?app/i.test(name) ? "whatsapp" : "sms") : "email";
  run.note({
    k: "sent",
    provider: fn.name,
    channels: [channel],
    atoms,
    to: null,
    spot: site.spot,
    claims,
    // One that is given the code and keeps it may be called after what others do with it.
    confidence: keeps ? "low" : "medium",
  });
  for (const out of outs) out.s.claim({ k: "sent", channels: channel, spot: site.spot });
  return outs;
}

/** Whether what was seen of a code inside a function is that it is kept. */
function keepsOnly(happened: readonly Happening[], code: ReadonlySet<number>): boolean {
  return happened.some((one) => one.k === "kept" && holds(one.atoms, code));
}

function holds(atoms: ReadonlySet<number> | null, code: ReadonlySet<number>): boolean {
  return atoms !== null && [...atoms].some((atom) => code.has(atom));
}

/** Whether something that was made on this path is in a value. */
function isMade(value: Value): boolean {
  for (const part of parts(value)) if (part.k === "fresh") return true;
  return false;
}

function modelMethod(run: Run, name: string): Extract<Value, { k: "function" }> | undefined {
  for (const { file, e } of run.project.modelMethodsNamed(name)) {
    const value = staticValue(run, e, { file, fn: null, cells: new Map(), up: null, self: null });
    if (value.k === "function") return value;
  }
  return undefined;
}

// ---- packages

function packageCall(
  run: Run,
  callee: Extract<Value, { k: "package" }>,
  args: readonly Value[],
  s: State,
  site: Site,
  on?: Value,
): Out[] {
  const call: PackageCall = { module: callee.module, path: callee.path, args, madeWith: callee.args };
  const sent = provided(run, isFromElsewhere(callee) ? { module: "", path: site.name, args } : call, s, site);
  if (sent !== undefined) return sent;
  const limited = limitsAttempts(call);
  // A generator that is made first and called later: what it was made of counts.
  if (/^nanoid/.test(call.module) && /^custom(Alphabet|Random)$/.test(call.path))
    return [{ s, v: { ...callee, path: `${call.path}()`, args, id: run.newId() } }];
  const made = madeBy(callee.path.endsWith("()") ? { ...call, args: [...callee.args, ...args] } : call);
  if (made !== undefined && callee.module !== "crypto")
    return withCallback(run, fresh(run, s, site, false, made), args, s);
  const known =
    frameworkCall(run, callee.module, callee.path || site.name, args, s, site) ??
    libraryCall(run, call, s, site);
  if (known !== undefined) return known;
  const dot = callee.path.lastIndexOf(".");
  const receiver: Value = on ?? { ...callee, path: dot === -1 ? "" : callee.path.slice(0, dot) };
  const member = callee.path.slice(dot + 1);
  const stored = dot === -1 && on === undefined ? undefined : storeCall(run, receiver, member, args, s, site);
  if (stored !== undefined) return stored;
  const guessed = guessedCall(run, callee, member === "" ? site.name : member, args, s, site);
  // Whatever a generator of random values gives was made here; an object that is called after codes is none.
  if (
    !site.made &&
    /random|nanoid|uuid|otp/i.test(`${callee.module} ${callee.path}`) &&
    !/secret|seed|uri/i.test(callee.path)
  )
    return guessed.map((out) => ({
      s: out.s,
      v: out.v.k === "any" ? { k: "fresh", id: run.newId(), long: false } : out.v,
    }));
  const answer = run.newId();
  if (limited) {
    // What says `success: false` has to be looked at; what throws or refuses by itself does not.
    const tells = /\.(limit|isLimited|check|checkNext|protect)$/.test(callee.path);
    if (tells) run.limits.add(answer);
    run.note({ k: "limited", name: callee.path, answer: tells ? answer : null });
  }
  // The result keeps its package, so that `twilio(…).messages.create(…)` is known all along the chain.
  return guessed.map((out) => ({
    s: out.s,
    v:
      out.v.k === "any"
        ? { k: "package", module: callee.module, path: `${callee.path}()`, args, id: answer }
        : out.v,
  }));
}

/** What a page keeps in a state, or a file that was not found exports: the name that it goes by is all that is known. */
function isFromElsewhere({ module }: Extract<Value, { k: "package" }>): boolean {
  return /^(\.|@\/|~|#|\$)|^(react|preact|vue|svelte|solid-js)(\/|$)/.test(module);
}

/** A call that a provider knows: it is noted, and its answer is known to be one. */
function provided(run: Run, call: PackageCall, s: State, site: Site): Out[] | undefined {
  const { spot } = site;
  if (givesClient(call)) return [{ s, v: resultOf(run, call) }];
  const checking = checkingOf(call);
  if (checking !== undefined) {
    const { provider, to, channels, when } = checking;
    const claim: Claim = {
      k: "managed",
      provider,
      spot,
      to,
      ...(channels === undefined ? {} : { channels }),
    };
    if (checking.otherwiseFails === true) s.claim(claim);
    return answered(run, { k: "answer", claim, when, path: "" }, call.args, s);
  }
  const proving = provingOf(call);
  const steps = proving?.kind === "totp" ? driftOf(call) : undefined;
  if (steps !== undefined) run.note({ k: "drifting", steps, spot });
  if (proving !== undefined) {
    const claim = claimOfProof(proving, call.module, spot);
    if (proving.otherwiseFails === true) s.claim(claim);
    const answer: Value =
      proving.kind === "session"
        ? sessionOf(run, proving, spot)
        : { k: "answer", claim, when: proving.when, path: "" };
    return answered(run, answer, call.args, s);
  }
  const effecting = effectingOf(call);
  if (effecting !== undefined) {
    noteHosted(run, effecting, s, spot);
    return answered(run, resultOf(run, call), call.args, s);
  }
  const carrier = carrierCheckOf(call);
  if (carrier !== undefined) {
    s.claim({ k: "carrier", spot, detail: carrier });
    return answered(run, resultOf(run, call), call.args, s);
  }
  const sending = sendingOf(call);
  if (sending === undefined) return undefined;
  const { provider, channels, to, content } = sending;
  const atoms = content === null ? null : new Set(content.flatMap((value) => [...atomsOf(value)]));
  noteSent(run, s, { provider, channels, atoms, to, spot, confidence: "high" });
  return answered(run, sending.confirms === true ? resultOf(run, call) : run.any("sent"), call.args, s);
}

/** What a call gives keeps its package, so that what is called on it is known, too. */
function resultOf(run: Run, { module, path, args }: PackageCall): Value {
  return module === ""
    ? run.any(path.slice(path.lastIndexOf(".") + 1), args)
    : { k: "package", module, path: `${path}()`, args, id: run.newId() };
}

function answered(run: Run, answer: Value, args: readonly Value[], s: State): Out[] {
  const last = args.at(-1);
  if (last?.k !== "function") return [{ s, v: answer }];
  return run.callFunction(last, [{ k: "const", v: null }, answer], s).map((out) => ({ s: out.s, v: answer }));
}

/** The members by which something unresolved is reached: `client.messages.create`. */
export function pathOf(on: Value, member: string): string {
  if (on.k === "any") {
    const [from] = on.from;
    return from?.k === "any" || from?.k === "package"
      ? `${pathOf(from, on.name)}.${member}`
      : `${on.name}.${member}`;
  }
  if (on.k === "package") return `${on.path}.${member}`;
  return member;
}

// ---- what the language and the frameworks give

function nativeCall(run: Run, name: string, args: readonly Value[], s: State, site: Site): Out[] {
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
    case "Map":
    case "Set":
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
        guessedCall(run, run.any(name), name, args, s, site)
      );
    default:
      break;
  }
  if (name.startsWith("resolve:")) {
    s.written.set(`promise:${name.slice("resolve:".length)}`, first ?? nothing);
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
  return guessedCall(run, run.any(name), name.slice(name.lastIndexOf(".") + 1), args, s, site);
}

function responseCall(
  run: Run,
  on: Value,
  member: string,
  args: readonly Value[],
  s: State,
  { spot }: Site,
): Out[] {
  if (
    /^(json|send|jsonp|cookie|render|redirect|end|setCookie|header|set|setHeader|code|status)$/.test(member)
  )
    run.note(answeredWith(args, s, spot));
  return [{ s, v: on }];
}

const sameText =
  /^(toString|trim|toLowerCase|toUpperCase|replace|replaceAll|slice|substring|substr|padStart|padEnd|valueOf|toObject|toJSON|normalize|split|join|concat|toFixed|toLocaleString|lean|exec|populate|clone|unwrap|parse|data|val|hex|digest|toArray|getTime)$/;

/** Calls that leave a value what it is. */
function passedThrough(on: Value, member: string, args: readonly Value[], s: State): Out[] | undefined {
  if (on.k === "store" || on.k === "any" || on.k === "instance" || on.k === "native") return undefined;
  if (member === "update" && on.k === "hash") return [{ s, v: { k: "hash", of: args[0] ?? nothing } }];
  if (
    /^(equals|localeCompare|isEqual)$/.test(member) &&
    args[0] !== undefined &&
    (on.k === "record" || on.k === "input" || on.k === "hash")
  )
    return [{ s, v: { k: "test", op: "==", l: on, r: args[0], spot: { file: "", at: [1, 1] } } }];
  // What a row was chosen by more closely, before it is awaited.
  if (on.k === "record" && /^(sort|select|limit|skip|hint|session|collation)$/.test(member))
    return [{ s, v: on }];
  if (!sameText.test(member)) return undefined;
  // Only a text can be trimmed: from here on it is known to be one.
  if (on.k === "input") on = { ...on, typed: true };
  if (member === "concat") return [{ s, v: { k: "text", parts: [on, ...args] } }];
  // What is put in while replacing becomes a part of the text: `template.replace("{code}", code)`.
  const [, put] = args;
  if (/^replace/.test(member) && put !== undefined && put.k !== "const" && put.k !== "function")
    return [{ s, v: { k: "text", parts: [on, put] } }];
  if (on.k === "const" && (member === "toLowerCase" || member === "toUpperCase") && typeof on.v === "string")
    return [{ s, v: { k: "const", v: member === "toLowerCase" ? on.v.toLowerCase() : on.v.toUpperCase() } }];
  return [{ s, v: on }];
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

/** Goes through a list: once, for any item of it. */
function eachItem(run: Run, on: Value, member: string, args: readonly Value[], s: State): Out[] | undefined {
  if (
    !/^(map|forEach|find|filter|some|every|flatMap|reduce|findIndex)$/.test(member) ||
    args[0]?.k !== "function"
  )
    return undefined;
  const item =
    on.k === "array" && on.items.length > 0
      ? either(on.items)
      : on.k === "record"
        ? on
        : run.any("item", [on]);
  const outs = run.callFunction(
    args[0],
    member === "reduce" ? [run.any("sum"), item] : [item, run.any("index")],
    s,
  );
  if (/^(some|every)$/.test(member)) return outs;
  if (/^(find|filter)$/.test(member)) return outs.map((out) => ({ s: out.s, v: item }));
  return outs.map((out) => ({ s: out.s, v: { k: "array", items: [out.v] } }));
}

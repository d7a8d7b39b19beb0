// Follows a call: into the project's own functions, into providers and libraries that are known, or by what it is called.
import type { Call, Site } from "./call.ts";
import { chosen, cut } from "../codes/arithmetic.ts";
import { endOfClock } from "../codes/clock.ts";
import { answeredWith } from "../events.ts";
import { frameworkCall, requestCall, visitCall } from "./frameworks.ts";
import { guessedCall } from "./guess.ts";
import { fastifyToken, libraryCall } from "./libraries.ts";
import { propertyOf, staticValue, wholeModule } from "../lookup.ts";
import { nativeCall } from "./natives.ts";
import { callProject } from "./own-functions.ts";
import { eachItem, passedThrough } from "./own-members.ts";
import { packageCall } from "./packages.ts";
import { pathOf, provided } from "./provided.ts";
import type { Run } from "../run.ts";
import { sqlCall } from "../sql-calls.ts";
import { mergeOuts, type Out, type State } from "../state.ts";
import { storeName } from "../store-name.ts";
import { storeCall } from "../stores.ts";
import type { Value } from "../values.ts";
import { writtenCall } from "./written.ts";

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
        frameworkCall(run, "", site.name, args, s, site) ??
        guessedCall(run, { on: callee, member: site.name, args, s, site })
      );
    default:
      return guessedCall(run, { on: callee, member: site.name, args, s, site });
  }
}

/** A call of a member: `on.member(…)`. */
export function methodCall(run: Run, call: Call): Out[] {
  const { on, member, args, s, site } = call;
  if (on.k === "either") {
    const stores = on.of.filter((one) => one.k === "store");
    const chosen = stores.length > 0 ? stores : on.of.filter((one) => one.k !== "const");
    if (chosen.length === 0) return [{ s, v: run.any(member, args) }];
    return mergeOuts(chosen.slice(0, 4).flatMap((one) => methodCall(run, { ...call, on: one, s: s.fork() })));
  }
  const written = writtenCall(run, call);
  if (written !== undefined) return written;
  const [first] = args;
  if (member === "then" && first?.k === "function") return callProject(run, first, [on], s, site);
  if (member === "catch" || member === "finally" || (member === "json" && on.k === "answer"))
    return [{ s, v: on }];
  if (on.k === "function" || on.k === "native") {
    const bound = boundTo(run, on, first);
    if (member === "call") return callValue(run, bound, args.slice(1), s, site);
    if (member === "bind") return [{ s, v: bound }];
    if (member === "apply")
      return callValue(
        run,
        bound,
        first === undefined ? [] : args[1]?.k === "array" ? args[1].items : args.slice(1),
        s,
        site,
      );
  }
  if (on.k === "native") return nativeCall(run, `${on.name}.${member}`, args, s, site);
  if ((on.k === "request" || on.k === "response") && /^(jwt|\w+Jwt)(Sign|Verify)$/.test(member)) {
    const known = libraryCall(run, fastifyToken(member, args), s, site);
    if (known !== undefined) return known;
  }
  if (on.k === "request") return requestCall(run, call);
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
      return methodCall(run, { ...call, on: whole });
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
    const path = pathOf(on, member);
    const sent =
      provided(run, { module: "", path, args }, s, site) ??
      (path === site.name ? undefined : provided(run, { module: "", path: site.name, args }, s, site));
    if (sent !== undefined) return sent;
  }
  const made = cut(run, on, member, args) ?? endOfClock(run, on, member, args, site.spot);
  if (made !== undefined) return [{ s, v: made }];
  if (on.k === "const" && typeof on.v === "string" && /^(charAt|at)$/.test(member) && first !== undefined) {
    const sign = chosen(run, on, first);
    if (sign !== undefined) return [{ s, v: sign }];
  }
  const passed = visitCall(run, call) ?? passedThrough(call);
  if (passed !== undefined) return passed;
  const stored = storeCall(run, call);
  if (stored !== undefined) return stored;
  const each = eachItem(run, call);
  if (each !== undefined) return each;
  return guessedCall(run, call);
}

/** A function with the `this` that it is handed, unless it has none of its own or nothing is known of it. */
function boundTo(run: Run, on: Value, self: Value | undefined): Value {
  if (on.k !== "function" || self === undefined || self.k === "const" || self.k === "any") return on;
  return run.project.factsOf(on.file)?.functions[on.fn]?.arrow === true ? on : { ...on, self };
}

function modelMethod(run: Run, name: string): Extract<Value, { k: "function" }> | undefined {
  for (const { file, e } of run.project.modelMethodsNamed(name)) {
    const value = staticValue(run, e, { file, fn: null, cells: new Map(), up: null, self: null });
    if (value.k === "function") return value;
  }
  return undefined;
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
  if (run.atGate && /^(json|send|jsonp|render|redirect|end|sendFile|sendStatus)$/.test(member))
    s.answered = true;
  return [{ s, v: on }];
}

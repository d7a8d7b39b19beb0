// Finds routes that are registered by a call with an address: Express, Fastify, Koa, Egg, Hono.
import { nameOf } from "../called.ts";
import type { Framework } from "../../flow.ts";
import type { At, Expr, FileFacts, FunctionFacts } from "../facts.ts";
import { staticValue } from "../lookup.ts";
import { soundsLikeSessionGuard } from "../names.ts";
import { textProp } from "../requests.ts";
import type { Run } from "../run.ts";
import { propOf, type Scope, shapeOf, type Value } from "../values.ts";
import { eggHandler, eggResources } from "./egg.ts";
import { isContextual, onContext } from "./generators.ts";
import type { Address } from "../addresses.ts";
import {
  type Before,
  callsIn,
  type Entry,
  importsFrom,
  joinedPath,
  nameInValue,
  pointOf,
  unwrapped,
} from "./entry.ts";
import { type Mount, mountOf } from "./mounts.ts";

const methods = /^(get|post|put|patch|delete|del|all)$/;
/** The hooks of Fastify that come before a handler. */
const beforeHandlers = /^(onRequest|preParsing|preValidation|preHandler)$/;
const receivers =
  /(^|\.)(app|\w*[rR]outer|\w*[rR]outes?|server|api|fastify|instance|express|hono|web|\w*App|\w*Api|\w*Server)(\(\))?$/;

/** The routes of one file. */
export function routesIn(facts: FileFacts, run: Run): Entry[] {
  const found: Entry[] = [];
  const shared = new Map<number | null, Shared[]>();
  for (const { e, scope } of callsIn(facts)) {
    if (e.f.k !== "get") continue;
    const earlier = shared.get(scope.fn) ?? [];
    shared.set(scope.fn, earlier);
    if (/^(use|addHook)$/.test(e.f.p) && receivers.test(nameOf(e.f.o))) {
      const end = endOfAll(facts, run, scope, e);
      if (end === undefined) earlier.push(...sharedIn(e));
      else found.push(...routeEntries(facts, run, scope, e, end, earlier));
      continue;
    }
    const route = routeOf(e, e.f.p, run, scope);
    const routes = route === undefined ? resourceRoutes(facts, e, e.f.p) : [route];
    for (const one of routes) found.push(...routeEntries(facts, run, scope, e, one, earlier));
  }
  return found;
}

function resourceRoutes(facts: FileFacts, e: Call, member: string): readonly Route[] {
  if (member !== "resources" || !isEggs(facts) || e.f.k !== "get") return [];
  const receiver = nameOf(e.f.o);
  const [first, ...handlers] = namesRoute(e) ? e.a.slice(1) : e.a;
  return first?.k === "lit" && typeof first.v === "string" ? eggResources(first.v, handlers, receiver) : [];
}

/** The entry point of a route, behind what its file wrote before it. */
function routeEntries(
  facts: FileFacts,
  run: Run,
  scope: Scope,
  e: Call,
  route: Route,
  earlier: readonly Shared[],
): Entry[] {
  if (e.f.k !== "get") return [];
  const before = earlier.filter(({ below }) => isBelow(route.path, below)).map((one) => one.e);
  const mount = mountOf(run, facts, scope, e.f.o);
  const entry = routeEntry(facts, run, scope, e.at, route, [...before, ...route.handlers], mount);
  return entry === undefined ? [] : [entry];
}

/** What an application of Koa uses and what takes no `next` ends every request that comes so far. */
function endOfAll(facts: FileFacts, run: Run, scope: Scope, e: Call): Route | undefined {
  const [only, ...others] = e.a;
  if (only === undefined || others.length > 0 || only.k === "call" || !importsFrom(facts, /^koa$/))
    return undefined;
  if (e.f.k !== "get" || /rout/i.test(nameOf(e.f.o))) return undefined;
  const value = staticValue(run, only, scope);
  const fn = value.k === "function" ? run.project.factsOf(value.file)?.functions[value.fn] : undefined;
  if (fn === undefined) return undefined;
  const [first, ...more] = fn.params.map(({ to }) => (to.k === "name" ? to.n : ""));
  const ends = first === undefined ? fn.generator : more.length === 0 && /^(ctx|context)$/.test(first);
  return ends ? { verb: "all", path: "*", handlers: [only], receiver: "app" } : undefined;
}

/** What stands before the routes below an address. */
interface Shared {
  readonly e: Expr;
  readonly below: string;
}

/** `router.use(auth)` stands before all routes that are written after it, `router.use("/account", auth)` before some. */
function sharedIn(e: Call): Shared[] {
  const [first, ...others] = e.a;
  if (first === undefined) return [];
  if (first.k === "lit") {
    if (typeof first.v !== "string") return [];
    if (e.f.k === "get" && e.f.p === "addHook")
      return beforeHandlers.test(first.v) ? others.map((one) => ({ e: one, below: "" })) : [];
    const below = first.v.replace(/\/?\*+$/, "");
    // What hangs below an address may be a router as well, which lets in by itself.
    return others.filter((one) => soundsLikeSessionGuard(nameOf(one))).map((one) => ({ e: one, below }));
  }
  return e.a
    .filter((argument) => argument.k !== "call" || !/cors|json|helmet/i.test(nameOf(argument)))
    .map((one) => ({ e: one, below: "" }));
}

function isBelow(path: string, prefix: string): boolean {
  return (
    prefix === "" || prefix === "/" || path === prefix || path.startsWith(`${prefix.replace(/\/$/, "")}/`)
  );
}

function routeOf(e: Call, member: string, run: Run, scope: Scope): Route | undefined {
  if (member === "route") return routeObject(e, run, scope);
  if (member === "openapi") return describedRoute(e, run, scope);
  return methods.test(member) ? routeCall(e, member, run, scope) : undefined;
}

/** `app.openapi(createRoute({ method: "post", path: "/reset" }), handler)` */
function describedRoute(e: Call, run: Run, scope: Scope): Route | undefined {
  const [described, ...handlers] = e.a;
  if (described === undefined || e.f.k !== "get") return undefined;
  const value = staticValue(run, described, scope);
  const options = value.k === "package" ? value.args[0] : value;
  const path = textProp(options, "path");
  if (path === undefined) return undefined;
  return { verb: textProp(options, "method") ?? "all", path, handlers, receiver: nameOf(e.f.o) };
}

type Call = Extract<Expr, { k: "call" }>;

/** An address and what answers there. */
export interface Route {
  readonly verb: string;
  readonly path: string;
  readonly handlers: readonly Expr[];
  readonly receiver: string;
}

function routeCall(e: Call, verb: string, run: Run, scope: Scope): Route | undefined {
  if (e.f.k !== "get") return undefined;
  const on = e.f.o;
  const receiver = nameOf(on);
  // `router.route("/reset").post(handler)`
  const chained = routeChain(on);
  if (chained !== undefined) return { verb, path: chained, handlers: e.a, receiver };
  const [first, ...handlers] = receivers.test(receiver) && namesRoute(e) ? e.a.slice(1) : e.a;
  if (first === undefined || handlers.length === 0) return undefined;
  const path = first.k === "lit" && typeof first.v === "string" ? first.v : undefined;
  const last = handlers.at(-1);
  const isRoute =
    path === undefined
      ? receivers.test(receiver) && first.k !== "object"
      : path.startsWith("/") || path === "" || path === "*" || receivers.test(receiver);
  if (!isRoute || last === undefined || last.k === "object") return undefined;
  if (last.k === "lit" && !/^\w+(\.\w+)+$/.test(String(last.v))) return undefined;
  // An address put together of parts is shown with `*` for what is not known of it.
  return { verb, path: path ?? shapeOf(staticValue(run, first, scope)), handlers, receiver };
}

/** Whether a route has a name before its address, as with Koa and Egg: `router.post("reset", "/reset", handler)`. */
function namesRoute({ a: [first, second, third] }: Call): boolean {
  const isText = (e: Expr | undefined, form: RegExp): boolean =>
    e?.k === "lit" && typeof e.v === "string" && form.test(e.v);
  return third !== undefined && isText(first, /^[^/*]/) && isText(second, /^\//);
}

function routeChain(on: Expr): string | undefined {
  for (let at: Expr = on; at.k === "call" && at.f.k === "get"; at = at.f.o) {
    if (at.f.p === "route" && at.a[0]?.k === "lit" && typeof at.a[0].v === "string") return at.a[0].v;
    if (!methods.test(at.f.p)) return undefined;
  }
  return undefined;
}

/** `fastify.route({ method: "POST", url: "/reset", handler })` */
function routeObject(e: Call, run: Run, scope: Scope): Route | undefined {
  const [options] = e.a;
  if (options?.k !== "object" || e.f.k !== "get") return undefined;
  const field = (name: string): Expr | undefined => options.props.find(([key]) => key === name)?.[1];
  const handler = field("handler");
  if (handler === undefined) return undefined;
  const text = (name: string): string => {
    const e2 = field(name);
    const value = e2 === undefined ? undefined : staticValue(run, e2, scope);
    return value?.k === "const" && typeof value.v === "string" ? value.v : "…";
  };
  const before = [field("onRequest"), field("preHandler"), field("preValidation")].filter(
    (one) => one !== undefined,
  );
  return { verb: text("method"), path: text("url"), handlers: [...before, handler], receiver: nameOf(e.f.o) };
}

function routeEntry(
  facts: FileFacts,
  run: Run,
  scope: Scope,
  at: At,
  route: Route,
  handlers: readonly Expr[],
  mount: Mount,
): Entry | undefined {
  const flat = handlers.flatMap((e) => (e.k === "array" ? e.items : [e]));
  const last = flat.at(-1);
  if (last === undefined) return undefined;
  const found = unwrapped(run, staticValue(run, last, scope)) ?? eggHandler(run, last);
  if (found === undefined) return undefined;
  const own = run.project.factsOf(found.handler.file)?.functions[found.handler.fn];
  const framework = frameworkOf(facts, route.receiver, own);
  const onKoa = framework === "koa" || framework === "egg";
  const { value: handler, args } = onKoa ? onContext(run, found.handler) : { value: found.handler };
  const address = (below: string): Address => addressOf(framework, route, mount, below);
  const before: Before[] = mount.before.map((one) => ({ ...one, address: address(one.below) }));
  for (const e of flat.slice(0, -1)) {
    const value = staticValue(run, e, scope);
    if (e.k === "object" || value.k === "object") before.push(...hooksIn(value));
    else before.push({ name: nameOf(e), value, address: address("") });
  }
  const name = `${route.verb.toUpperCase()} ${route.path}`;
  const usual = argumentsOf(framework);
  const gates = [...before, ...found.before];
  return {
    point: pointOf(run, framework, name, handler, { file: facts.file, at, as: last, prefix: mount.prefix }),
    before: onKoa ? gates.map((gate) => ({ ...gate, ...onContext(run, gate.value) })) : gates,
    beforeArgs: usual,
    handler,
    args: args ?? usual,
    unlimited: mount.unlimited,
  };
}

/** What a gate before a route is told of its address; Express tells it from the gate's own router on. */
function addressOf(framework: RouteFramework, { verb, path }: Route, mount: Mount, below: string): Address {
  const isFixed = !/[:*({[…]/.test(`${mount.prefix}${path}`);
  const whole = isFixed && mount.isWhole ? joinedPath(mount.prefix, path) : undefined;
  return {
    method: /^(all|use)$/i.test(verb) ? undefined : verb.toUpperCase().replace(/^DEL$/, "DELETE"),
    path: framework === "express" ? (isFixed ? joinedPath(below, path) : undefined) : whole,
    whole,
  };
}

/** Options of Fastify: hooks stand among them. */
function hooksIn(options: Value): Before[] {
  return ["onRequest", "preValidation", "preHandler"].flatMap((name) => {
    const hook = propOf(options, name);
    if (hook === undefined) return [];
    return (hook.k === "array" ? hook.items : [hook]).map((one) => ({ name: nameInValue(one), value: one }));
  });
}

type RouteFramework = Extract<Framework, "express" | "fastify" | "koa" | "egg" | "hono" | "h3">;

/** Whose route it is: told by what the file imports, or else by what its handler takes. */
function frameworkOf(facts: FileFacts, receiver: string, handler: FunctionFacts | undefined): RouteFramework {
  const [first, second] = (handler?.params ?? []).map(({ to }) => (to.k === "name" ? to.n : ""));
  if (/fastify/i.test(receiver) || importsFrom(facts, /^fastify$/) || second === "reply") return "fastify";
  if (isEggs(facts)) return "egg";
  if (importsFrom(facts, /^(hono|@hono\/.*)$/) || first === "c") return "hono";
  if (importsFrom(facts, /^h3$/) && first === "event") return "h3";
  if (importsFrom(facts, /^(koa|koa-router|@koa\/router|@koa\/.*)$/) || /^(ctx|context)$/.test(first ?? ""))
    return "koa";
  return isContextual(handler) && !importsFrom(facts, /^express/) ? "koa" : "express";
}

function isEggs(facts: FileFacts): boolean {
  return importsFrom(facts, /^egg$|^egg-/) || /(^|\/)app\/router(\/|\.)/.test(facts.file);
}

/** What handlers and middleware are called with. */
function argumentsOf(framework: RouteFramework): readonly Value[] {
  const next: Value = { k: "native", name: "next" };
  switch (framework) {
    case "express":
    case "fastify":
      return [{ k: "request" }, { k: "response" }, next];
    case "koa":
    case "egg":
    case "hono":
    case "h3":
      return [{ k: "request" }, next];
  }
}

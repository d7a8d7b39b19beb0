// Finds where requests come in: routes of Express and Fastify, route handlers of Next.js, controllers of Nest.
import type { EntryPoint } from "../flow.ts";
import type { At, ClassFacts, Expr, FileFacts, FunctionFacts } from "./facts.ts";
import { staticValue, typedValue } from "./lookup.ts";
import { soundsLikeSessionGuard } from "./names.ts";
import { nameOf, type Run } from "./run.ts";
import { propOf, type Scope, shapeOf, type Value } from "./values.ts";
import { expressionsIn } from "./visit.ts";

type FunctionValue = Extract<Value, { k: "function" }>;

/** An entry point with what is needed to follow it. */
export interface Entry {
  readonly point: EntryPoint;
  /** Run before the handler, in order; those that could not be resolved are told by their names. */
  readonly before: readonly { readonly name: string; readonly value: Value }[];
  readonly handler: FunctionValue;
  /** What the handler is called with. */
  readonly args: readonly Value[];
}

const methods = /^(get|post|put|patch|delete|del|all)$/;
const receivers =
  /(^|\.)(app|\w*[rR]outer|\w*[rR]outes?|server|api|fastify|instance|express|hono|web|\w*App|\w*Api|\w*Server)(\(\))?$/;

/** All entry points of the parsed files, in the order of files and lines. */
export function entriesOf(files: readonly FileFacts[], run: Run): Entry[] {
  return files
    .toSorted((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0))
    .flatMap((facts) => [...routesIn(facts, run), ...nextIn(facts, run), ...nestIn(facts, run)]);
}

// ---- Express and Fastify

function routesIn(facts: FileFacts, run: Run): Entry[] {
  const found: Entry[] = [];
  const bodies: readonly (readonly [fn: number | null, body: FunctionFacts["body"], cls: number | null])[] = [
    [null, facts.body, null],
    ...facts.functions.map((fn, index) => [index, fn.body, fn.cls] as const),
  ];
  for (const [fn, body, cls] of bodies) {
    const scope: Scope = {
      file: facts.file,
      fn,
      cells: new Map(),
      up: null,
      self: cls === null ? null : { k: "instance", file: facts.file, cls, given: null },
    };
    const shared: Expr[] = [];
    for (const e of expressionsIn(body)) {
      if (e.k !== "call" || e.f.k !== "get") continue;
      if (e.f.p === "use" && receivers.test(nameOf(e.f.o))) {
        // `router.use(auth)` stands before all routes that are written after it.
        if (e.a[0] !== undefined && e.a[0].k !== "lit")
          shared.push(
            ...e.a.filter((argument) => argument.k !== "call" || !/cors|json|helmet/i.test(nameOf(argument))),
          );
        continue;
      }
      const route =
        e.f.p === "route"
          ? routeObject(e, run, scope)
          : methods.test(e.f.p)
            ? routeCall(e, e.f.p, run, scope)
            : undefined;
      if (route === undefined) continue;
      const entry = routeEntry(facts, run, scope, e.at, route, [...shared, ...route.handlers]);
      if (entry !== undefined) found.push(entry);
    }
  }
  return found;
}

interface Route {
  readonly verb: string;
  readonly path: string;
  readonly handlers: readonly Expr[];
  readonly receiver: string;
}

function routeCall(e: Extract<Expr, { k: "call" }>, verb: string, run: Run, scope: Scope): Route | undefined {
  if (e.f.k !== "get") return undefined;
  const on = e.f.o;
  const receiver = nameOf(on);
  // `router.route("/reset").post(handler)`
  const chained = routeChain(on);
  if (chained !== undefined) return { verb, path: chained, handlers: e.a, receiver };
  const [first, ...handlers] = e.a;
  if (first === undefined || handlers.length === 0) return undefined;
  const path = first.k === "lit" && typeof first.v === "string" ? first.v : undefined;
  const last = handlers.at(-1);
  const isRoute =
    path === undefined
      ? receivers.test(receiver) && first.k !== "object"
      : path.startsWith("/") || path === "" || path === "*" || receivers.test(receiver);
  if (!isRoute || last === undefined || last.k === "object" || last.k === "lit") return undefined;
  // An address put together of parts is shown with `*` for what is not known of it.
  return { verb, path: path ?? shapeOf(staticValue(run, first, scope)), handlers, receiver };
}

function routeChain(on: Expr): string | undefined {
  for (let at: Expr = on; at.k === "call" && at.f.k === "get"; at = at.f.o) {
    if (at.f.p === "route" && at.a[0]?.k === "lit" && typeof at.a[0].v === "string") return at.a[0].v;
    if (!methods.test(at.f.p)) return undefined;
  }
  return undefined;
}

/** `fastify.route({ method: "POST", url: "/reset", handler })` */
function routeObject(e: Extract<Expr, { k: "call" }>, run: Run, scope: Scope): Route | undefined {
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
): Entry | undefined {
  const flat = handlers.flatMap((e) => (e.k === "array" ? e.items : [e]));
  const last = flat.at(-1);
  if (last === undefined) return undefined;
  const handler = functionIn(staticValue(run, last, scope));
  if (handler === undefined) return undefined;
  const before: { name: string; value: Value }[] = [];
  for (const e of flat.slice(0, -1)) {
    const value = staticValue(run, e, scope);
    if (e.k === "object" || value.k === "object") {
      // Options of Fastify: hooks stand among them.
      for (const name of ["onRequest", "preValidation", "preHandler"]) {
        const hook = propOf(value, name);
        if (hook !== undefined)
          for (const one of hook.k === "array" ? hook.items : [hook])
            before.push({ name: nameInValue(one), value: one });
      }
      continue;
    }
    before.push({ name: nameOf(e), value });
  }
  const own = run.project.factsOf(handler.file)?.functions[handler.fn];
  const fastify =
    /fastify/i.test(route.receiver) ||
    Object.values(facts.imports).some(({ from }) => from === "fastify") ||
    (own?.params[1]?.to.k === "name" && own.params[1].to.n === "reply");
  const name = `${route.verb.toUpperCase()} ${route.path}`;
  return {
    point: pointOf(run, fastify ? "fastify" : "express", name, handler, { file: facts.file, at, as: last }),
    before,
    handler,
    args: [{ k: "request" }, { k: "response" }, { k: "native", name: "next" }],
  };
}

function nameInValue(value: Value): string {
  return value.k === "any" ? value.name : value.k === "package" ? value.path : "";
}

/** The function that a handler is in the end, through the wrappers that could not be followed. */
function functionIn(value: Value, depth = 0): FunctionValue | undefined {
  if (depth > 4) return undefined;
  switch (value.k) {
    case "function":
      return value;
    case "any":
      return value.from.map((from) => functionIn(from, depth + 1)).findLast((found) => found !== undefined);
    case "package":
      return value.args
        .map((argument) => functionIn(argument, depth + 1))
        .findLast((found) => found !== undefined);
    case "array":
      return value.items.map((item) => functionIn(item, depth + 1)).findLast((found) => found !== undefined);
    case "either":
      return value.of.map((one) => functionIn(one, depth + 1)).find((found) => found !== undefined);
    case "object": {
      const handler = propOf(value, "handler");
      return handler === undefined ? undefined : functionIn(handler, depth + 1);
    }
    default:
      return undefined;
  }
}

function pointOf(
  run: Run,
  framework: EntryPoint["framework"],
  name: string,
  registeredHandler: FunctionValue,
  registered: { file: string; at: At; as?: Expr },
): EntryPoint {
  const handler = wrapped(run, registeredHandler);
  const own = run.project.factsOf(handler.file)?.functions[handler.fn];
  const called = own?.name ?? "";
  const written =
    registered.as === undefined || registered.as.k === "call"
      ? ""
      : nameOf(registered.as).replace(/^.*\./, "").replace("()", "");
  const title = called !== "" ? called : written;
  // A handler that is written into its route is reported where the route begins.
  const inline =
    registered.as !== undefined &&
    (registered.as.k === "function" ||
      (registered.as.k === "call" && registered.as.a.some((argument) => argument.k === "function")));
  return {
    framework,
    name: title === "" ? name : `${name} (${title})`,
    symbol: `${handler.file}#${inline || title === "" ? name : title}`,
    place:
      own === undefined || inline
        ? { file: registered.file, line: registered.at[0], column: registered.at[1] }
        : { file: handler.file, line: own.at[0], column: own.at[1] },
  };
}

/** The handler inside wrappers such as `catchAsync(handler)`: a function that the wrapper has closed over. */
function wrapped(run: Run, handler: FunctionValue, depth = 0): FunctionValue {
  if (depth > 3) return handler;
  for (let scope = handler.scope; scope !== null; scope = scope.up) {
    // What a module declares was not handed to the wrapper.
    if (scope.fn === null) continue;
    for (const cell of scope.cells.values()) {
      const inner = run.lastingCells.get(cell);
      if (inner?.k !== "function" || (inner.fn === handler.fn && inner.file === handler.file)) continue;
      const params = run.project.factsOf(inner.file)?.functions[inner.fn]?.params.length ?? 0;
      if (params > 0) return wrapped(run, inner, depth + 1);
    }
  }
  return handler;
}

// ---- Next.js

const verbs = ["POST", "PUT", "PATCH", "DELETE", "GET"];

function nextIn(facts: FileFacts, run: Run): Entry[] {
  const found: Entry[] = [];
  const add = (name: string, value: Value, args: readonly Value[]): void => {
    const handler = functionIn(value);
    if (handler === undefined) return;
    const own = run.project.factsOf(handler.file)?.functions[handler.fn];
    found.push({
      point: pointOf(run, "next", name, handler, { file: facts.file, at: own?.at ?? [1, 1] }),
      before: [],
      handler,
      args,
    });
  };
  const scope: Scope = { file: facts.file, fn: null, cells: new Map(), up: null, self: null };
  const exported = (name: string): Value | undefined => {
    const one = facts.exports[name];
    if (one?.k === "value") return staticValue(run, one.e, scope);
    return undefined;
  };
  const route = /(?:^|\/)app\/((?:.*\/)?)route\.[cm]?[jt]sx?$/.exec(facts.file);
  if (route !== null)
    for (const verb of verbs) {
      const value = exported(verb);
      if (value !== undefined)
        add(`${verb} /${(route[1] ?? "").replace(/\/$/, "")}`, value, [
          { k: "request" },
          { k: "object", props: { params: { k: "input", path: "params" } }, rest: [], model: null },
        ]);
    }
  const page = /(?:^|\/)pages\/(api\/.*)\.[cm]?[jt]sx?$/.exec(facts.file);
  if (page !== null) {
    const value = exported("default") ?? exported("module.exports");
    if (value !== undefined) add(`/${page[1] ?? ""}`, value, [{ k: "request" }, { k: "response" }]);
  }
  if (facts.serverActions)
    for (const [name, one] of Object.entries(facts.exports)) {
      const value = one.k === "value" ? staticValue(run, one.e, scope) : undefined;
      const handler = value === undefined ? undefined : functionIn(value);
      if (value !== undefined && handler !== undefined) add(`action ${name}`, value, inputsOf(run, handler));
    }
  return found;
}

// ---- Nest

const nestVerbs =
  /^(Get|Post|Put|Patch|Delete|All|MessagePattern|GrpcMethod|EventPattern|Mutation|Query|ResolveField)$/;

function nestIn(facts: FileFacts, run: Run): Entry[] {
  const found: Entry[] = [];
  for (const [cls, own] of facts.classes.entries()) {
    const base = decorator(own.decorators, /^(\w*Controller|Resolver)$/);
    if (base === undefined) continue;
    for (const method of own.methods) {
      const verb = decorator(method.decorators, nestVerbs);
      const fn = facts.functions[method.fn];
      if (verb === undefined || fn === undefined) continue;
      const path = [textIn(base), textIn(verb)]
        .filter((part) => part !== "")
        .join("/")
        .replaceAll("//", "/");
      const handler: FunctionValue = {
        k: "function",
        file: facts.file,
        fn: method.fn,
        scope: null,
        self: { k: "instance", file: facts.file, cls, given: null },
      };
      found.push({
        point: {
          framework: "nest",
          name: `${verb.name.toUpperCase()} ${path.startsWith("/") ? path : `/${path}`} (${fn.name})`,
          symbol: `${facts.file}#${fn.name}`,
          place: { file: facts.file, line: fn.at[0], column: fn.at[1] },
        },
        before: guards(facts, run, own, method.decorators),
        handler,
        args: fn.params.map((param) => injectedInput(run, facts.file, param)),
      });
    }
  }
  return found;
}

function guards(facts: FileFacts, run: Run, own: ClassFacts, decorators: readonly Expr[]): Entry["before"] {
  if (
    decorator(decorators, /^(Public|SkipAuth|NoAuth|AllowAnonymous|IsPublic|Unauthenticated)$/) !== undefined
  )
    return [];
  const scope: Scope = { file: facts.file, fn: null, cells: new Map(), up: null, self: null };
  return [...own.decorators, ...decorators].flatMap((e) => {
    const one = e.k === "call" ? e : undefined;
    if (one === undefined || one.f.k !== "id") return [];
    if (one.f.n === "UseGuards")
      return one.a.map((guard) => ({ name: nameOf(guard), value: staticValue(run, guard, scope) }));
    // A limit of attempts stands before the handler like a guard, and lets through whoever is within it.
    if (/^Throttle$|RateLimit/.test(one.f.n))
      return [{ name: one.f.n, value: staticValue(run, one.f, scope) }];
    return /^(Auth|Authorized|JwtAuth|RequireAuth|Roles)\w*$/.test(one.f.n)
      ? [{ name: one.f.n, value: run.any(one.f.n) }]
      : [];
  });
}

function decorator(
  decorators: readonly Expr[],
  wanted: RegExp,
): { readonly name: string; readonly args: readonly Expr[] } | undefined {
  for (const e of decorators) {
    const name = e.k === "call" ? nameOf(e.f) : nameOf(e);
    const last = name.slice(name.lastIndexOf(".") + 1);
    if (wanted.test(last)) return { name: last, args: e.k === "call" ? e.a : [] };
  }
  return undefined;
}

function textIn({ args }: { readonly args: readonly Expr[] }): string {
  const [first] = args;
  if (first?.k === "lit" && typeof first.v === "string") return first.v;
  if (first?.k === "object") {
    const path = first.props.find(([key]) => key === "path" || key === "cmd")?.[1];
    return path?.k === "lit" && typeof path.v === "string" ? path.v : "";
  }
  return "";
}

function injectedInput(run: Run, file: string, param: FunctionFacts["params"][number]): Value {
  const name = param.to.k === "name" ? param.to.n : "";
  for (const e of param.decorators) {
    const [called, args] = e.k === "call" ? [nameOf(e.f), e.a] : [nameOf(e), []];
    const key = args[0]?.k === "lit" && typeof args[0].v === "string" ? `.${args[0].v}` : "";
    if (/^(Body|Payload|MessageBody|Args|Arg|Input)$/.test(called)) return { k: "input", path: `body${key}` };
    if (/^(Param|Query|Headers|UploadedFile|UploadedFiles|Ip)$/.test(called))
      return { k: "input", path: `${called.toLowerCase()}${key}` };
    if (/^(Req|Request|Context|Ctx)$/.test(called)) return { k: "request" };
    if (/^(Res|Response)$/.test(called)) return { k: "response" };
    if (soundsLikeSessionGuard(called) || /user|account|session/i.test(called))
      return { k: "session", path: name };
  }
  return typedValue(run, file, param.type, name) ?? { k: "input", path: name };
}

// ---- functions that nobody was seen to call

/** Values for the parameters of a function that is followed by itself: whatever comes in, somebody outside chose. */
export function inputsOf(run: Run, callee: FunctionValue): Value[] {
  const fn = run.project.factsOf(callee.file)?.functions[callee.fn];
  return (fn?.params ?? []).map((param) => {
    const name = param.to.k === "name" ? param.to.n : "";
    if (/^(req|request|ctx|context|event|c)$/.test(name)) return { k: "request" };
    if (/^(res|response|reply)$/.test(name)) return { k: "response" };
    return typedValue(run, callee.file, param.type, name) ?? { k: "input", path: name };
  });
}

/** Functions that no entry point reached and whose words belong to signing in: each is followed by itself. */
export function unreachedEntries(files: readonly FileFacts[], run: Run): Entry[] {
  const found: Entry[] = [];
  for (const facts of files) {
    const endpoints = endpointsIn(facts);
    // Components run in the browser, where nothing is decided.
    if (/\.[jt]sx$/.test(facts.file)) continue;
    for (const [index, fn] of facts.functions.entries()) {
      if (
        run.reached.has(`${facts.file}:${index}`) ||
        run.handled.has(`${facts.file}:${index}`) ||
        fn.body.length === 0
      )
        continue;
      if (fn.name.endsWith("constructor") || (fn.name === "" && !endpoints.has(index))) continue;
      if (!concernsSigningIn(fn)) continue;
      const around = namedAround(facts, index);
      const named = around?.name ?? `the function in line ${fn.at[0]}`;
      const path = endpoints.get(index);
      const [line, column] = (around ?? fn).at;
      const self: Value | null =
        fn.cls === null ? null : { k: "instance", file: facts.file, cls: fn.cls, given: null };
      const handler: FunctionValue = { k: "function", file: facts.file, fn: index, scope: null, self };
      found.push({
        point: {
          framework: "other",
          name: path === undefined ? named : `${path} (${named})`,
          symbol: `${facts.file}#${named}`,
          place: { file: facts.file, line, column },
        },
        before: [],
        handler,
        args: inputsOf(run, handler),
      });
    }
  }
  return found;
}

/** Nameless functions that are handed over together with a path: `createEndpoint("/reset", { … }, async (ctx) => …)`. */
function endpointsIn(facts: FileFacts): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  for (const body of [facts.body, ...facts.functions.map((fn) => fn.body)])
    for (const e of expressionsIn(body)) {
      if (e.k !== "call" || e.a[0]?.k !== "lit" || typeof e.a[0].v !== "string" || !e.a[0].v.startsWith("/"))
        continue;
      for (const argument of e.a) if (argument.k === "function") found.set(argument.fn, e.a[0].v);
    }
  return found;
}

/** A function, or the nearest one around it, that has a name. */
function namedAround(facts: FileFacts, fn: number): FunctionFacts | undefined {
  for (let at: number | null = fn; at !== null; at = facts.functions[at]?.parent ?? null) {
    const found = facts.functions[at];
    if (found !== undefined && found.name !== "") return found;
  }
  return undefined;
}

function concernsSigningIn(fn: FunctionFacts): boolean {
  const words =
    /otp|one_?time|sms|whats_?app|passw|pwd|twilio|messages\.create|verif\w*_?code|code_?verif|verification|reset/i;
  for (const e of expressionsIn(fn.body)) {
    if (e.k === "call" && words.test(nameOf(e.f))) return true;
    if (e.k === "object" && e.props.some(([key]) => key !== null && /otp|passw|pwd|PhoneNumber/i.test(key)))
      return true;
    if (e.k === "assign" && e.to.k === "get" && /otp|passw|pwd|code$/i.test(e.to.p)) return true;
  }
  return false;
}

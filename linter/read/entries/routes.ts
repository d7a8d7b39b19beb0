// Finds routes that are registered by a call with an address: Express and Fastify.
import type { At, Expr, FileFacts, FunctionFacts } from "../facts.ts";
import { staticValue } from "../lookup.ts";
import { nameOf, type Run } from "../run.ts";
import { propOf, type Scope, shapeOf, type Value } from "../values.ts";
import { expressionsIn } from "../visit.ts";
import { type Entry, functionIn, pointOf } from "./entry.ts";

const methods = /^(get|post|put|patch|delete|del|all)$/;
const receivers =
  /(^|\.)(app|\w*[rR]outer|\w*[rR]outes?|server|api|fastify|instance|express|hono|web|\w*App|\w*Api|\w*Server)(\(\))?$/;

/** The routes of one file. */
export function routesIn(facts: FileFacts, run: Run): Entry[] {
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
            ...e.a.filter(
              (argument) => argument.k !== "call" || !/limit|cors|json|helmet/i.test(nameOf(argument)),
            ),
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

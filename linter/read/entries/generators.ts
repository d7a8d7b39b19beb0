// Handlers of Koa 1.7 and Egg 1, which are generators: the context is their `this`, and `next` is what comes after them.
import type { Expr, FunctionFacts, ParamFacts } from "../facts.ts";
import type { Run } from "../run.ts";
import type { Value } from "../values.ts";
import { expressionsIn } from "../visit.ts";

/** A function as Koa 1 calls it, and what it is called with there; `args` is missing where Koa 2 or Express call it. */
interface Called<V extends Value> {
  readonly value: V;
  readonly args?: readonly Value[];
}

/** Whether a function can be a handler of Koa 1: a generator that is given neither a context nor a request. */
export function isContextual(fn: FunctionFacts | undefined): fn is FunctionFacts {
  if (fn?.generator !== true) return false;
  return fn.params.every(
    ({ to }) => to.k === "name" && !/^_*(ctx|context|c|req|request|res|response|reply)$/.test(to.n),
  );
}

/** Whether the `this` of a function is a context of Koa by what it reads of it: `this.request.body`, `this.query`. */
export function readsContext({ body, cls }: FunctionFacts): boolean {
  return (
    cls === null &&
    expressionsIn(body).some(
      (e) =>
        e.k === "get" &&
        (e.o.k === "this" ? /^(query|params)$/.test(e.p) : e.p === "body" && isRequestOf(e.o)),
    )
  );
}

function isRequestOf(e: Expr): boolean {
  return e.k === "get" && e.p === "request" && e.o.k === "this";
}

/** A handler, or what stands before one, with the context as its `this` where Koa 1 calls it. */
export function onContext<V extends Value>(run: Run, value: V): Called<V> {
  if (value.k !== "function") return { value };
  const fn = run.project.factsOf(value.file)?.functions[value.fn];
  if (!isContextual(fn)) return { value };
  return { value: { ...value, self: value.self ?? { k: "request" } }, args: fn.params.map(given) };
}

/** koa-router hands over `next`; koa-route 2.4 what it found in the address, and `next` after that. */
function given({ to }: ParamFacts): Value {
  const name = to.k === "name" ? to.n : "";
  return /^_*(next|done|cb)$/i.test(name)
    ? { k: "native", name: "next" }
    : { k: "input", path: `params.${name}` };
}

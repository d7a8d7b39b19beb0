// The address of a route, for middleware that lets some addresses in and guards the others.
import type { FileFacts, Pattern } from "./facts.ts";
import type { Run } from "./run.ts";
import type { State } from "./state.ts";
import type { Value } from "./values.ts";
import { expressionsIn } from "./visit.ts";

/** What middleware before a route is told of the request's address, as far as it is known. */
export interface Address {
  /** The method in capitals, unless the route takes several. */
  readonly method: string | undefined;
  /** The address below the router that the middleware belongs to, where that is how the framework tells it. */
  readonly path: string | undefined;
  readonly whole: string | undefined;
}

/** Equal for addresses of which middleware is told the same. */
export function addressKey({ method, path, whole }: Address): string {
  return [method, path, whole].join(" ");
}

/** An address that no list names, to see what middleware does of itself. */
export function strangerTo(address: Address): Address {
  const path = "/-/nowhere/-";
  return {
    method: address.method,
    path: address.path === undefined ? undefined : path,
    whole: address.whole === undefined ? undefined : path,
  };
}

const asked = /^(path|pathname|url|originalUrl|baseUrl|method|routerPath)$/;

/** Lets a path know its address. */
export function tellAddress(state: State, { method, path, whole }: Address): void {
  for (const [name, text] of [
    ["method", method],
    ["path", path],
    ["url", path],
    ["pathname", path],
    ["originalUrl", whole],
    ["routerPath", whole],
  ] as const)
    if (text !== undefined) state.written.set(`request:${name}`, { k: "const", v: text });
  if (whole !== undefined) state.written.set("request:routeOptions", routeOptions(whole));
}

/** What Fastify tells of the route; the rest of it stands where the route is registered. */
function routeOptions(whole: string): Value {
  const rest: Value = { k: "any", name: "routeOptions", id: 0, from: [] };
  return { k: "object", props: { url: { k: "const", v: whole } }, rest: [rest], model: null };
}

/** Lets a path forget its address again: the next middleware may be told another. */
export function forgetAddress(state: State): void {
  state.written.drop(
    ["method", "path", "url", "pathname", "originalUrl", "routerPath", "routeOptions"].map(
      (name) => `request:${name}`,
    ),
  );
}

const known = new WeakMap<FileFacts, Map<number, boolean>>();

/** Whether a middleware looks at the address or the method, itself or in a function written inside of it. */
export function looksAtAddress(run: Run, value: Value): boolean {
  if (value.k !== "function") return false;
  const facts = run.project.factsOf(value.file);
  if (facts === undefined) return false;
  const looks = known.get(facts) ?? new Map<number, boolean>();
  known.set(facts, looks);
  const before = looks.get(value.fn);
  if (before !== undefined) return before;
  const found = facts.functions.some(
    (fn, index) =>
      isInside(facts, index, value.fn) &&
      (fn.params.some(({ to }) => binds(to)) ||
        expressionsIn(fn.body).some((e) => e.k === "get" && asked.test(e.p)) ||
        fn.body.some((stmt) => stmt.k === "let" && binds(stmt.to))),
  );
  looks.set(value.fn, found);
  return found;
}

function isInside(facts: FileFacts, index: number | null, outer: number): boolean {
  for (let at = index; at !== null; at = facts.functions[at]?.parent ?? null) if (at === outer) return true;
  return false;
}

/** `const { path } = req` */
function binds(pattern: Pattern): boolean {
  return (
    pattern.k === "fields" && pattern.of.some(([key, to]) => (key !== null && asked.test(key)) || binds(to))
  );
}

// Finds where routers are mounted, so that a route shows its whole address and stands behind the guards of its router.
import { nameOf } from "../called.ts";
import type { At, Expr, FileFacts } from "../facts.ts";
import { staticValue, wholeModule } from "../lookup.ts";
import { soundsLikeSessionGuard } from "../names.ts";
import { Limits } from "../codes/limits.ts";
import type { Run } from "../run.ts";
import { textProp } from "../requests.ts";
import { type Scope, textsOf, type Value } from "../values.ts";
import { type Before, callsIn, joinedPath, moduleScope } from "./entry.ts";

/** Where a router hangs: its address and what stands before it. */
export interface Mount {
  readonly prefix: string;
  /** Whether the address begins at the application itself. */
  readonly isWhole: boolean;
  readonly before: readonly HungBefore[];
  /** Whether the limiters of its application stand behind it, where no request comes any more. */
  readonly unlimited: boolean;
}

/** A gate with the address below it at which the router hangs. */
export interface HungBefore extends Before {
  readonly below: string;
}

interface Hung extends Omit<Mount, "unlimited"> {
  readonly on: string | undefined;
  /** Whether it is a router for certain, and not what does something before or behind routes. */
  readonly made: boolean;
  /** Where it is hung up. */
  readonly by: { readonly file: string; readonly fn: number | null; readonly at: At };
}

/** A limiter that an application is told to use. */
interface Limiter {
  readonly facts: FileFacts;
  readonly at: At;
}

interface Mounts {
  readonly hung: ReadonlyMap<string, readonly Hung[]>;
  /** By the application. */
  readonly limiters: ReadonlyMap<string, readonly Limiter[]>;
}

const known = new WeakMap<Run, Mounts>();

/** The mount of the router that a route is registered on. */
export function mountOf(run: Run, facts: FileFacts, scope: Scope, receiver: Expr): Mount {
  const mounts = known.get(run);
  const root = rootOf(receiver);
  const value = chainsIn(run, facts).get(root) ?? staticValue(run, root, scope);
  const own = ownPrefix(value);
  const key = routerKey(run, value) ?? parameterKey(facts, scope, receiver);
  const around = key === undefined || mounts === undefined ? none : hungAt(run, mounts, key, 0);
  const isHung = key !== undefined && mounts?.hung.has(key) === true;
  return {
    ...around,
    prefix: own === "" ? around.prefix : joinedPath(around.prefix, own),
    isWhole: isHung ? around.isWhole : isApplication(value),
    before: around.before.map((one) => (own === "" ? one : { ...one, below: joinedPath(one.below, own) })),
  };
}

const none: Mount = { prefix: "", isWhole: false, before: [], unlimited: false };

/** What requests come in by, which hangs below nothing else unless it is said to. */
function isApplication(value: Value): boolean {
  if (value.k !== "package" || !/^(express|koa|fastify)$/.test(value.module)) return false;
  return /^((F|f)astify|default)?\(\)$/.test(value.path);
}

function hungAt(run: Run, mounts: Mounts, key: string, depth: number): Mount {
  const all = mounts.hung.get(key) ?? [];
  const [first] = all;
  if (first === undefined || depth > 4) return none;
  const above = first.on === undefined ? none : hungAt(run, mounts, first.on, depth + 1);
  return {
    prefix: first.prefix === "" ? above.prefix : joinedPath(above.prefix, first.prefix),
    isWhole:
      all.length === 1 &&
      (first.on !== undefined && mounts.hung.has(first.on) ? above.isWhole : first.isWhole),
    // One that hangs in two places may be reached through the one without a guard.
    before:
      all.length === 1
        ? [
            ...above.before.map((one) =>
              first.prefix === "" ? one : { ...one, below: joinedPath(one.below, first.prefix) },
            ),
            ...first.before,
          ]
        : [],
    unlimited: above.unlimited || all.some((hung) => isUnlimited(run, mounts, hung)),
  };
}

function isUnlimited(run: Run, { limiters }: Mounts, hung: Hung): boolean {
  const all = hung.on === undefined ? [] : (limiters.get(hung.on) ?? []);
  return all.length > 0 && all.every((limiter) => isBefore(hung, limiter, run));
}

/** Reads all mounts of the parsed files; to be called before routes are looked for. */
export function readMounts(files: readonly FileFacts[], run: Run): void {
  const mounts = new Map<string, Hung[]>();
  const limiters = new Map<string, Limiter[]>();
  const judge = new Limits(run);
  for (const facts of files) {
    const shared = new Map<string, Before[]>();
    for (const { e, scope } of callsIn(facts)) {
      if (e.f.k !== "get" || !/^(use|route|register|mount|nest|group)$/.test(e.f.p)) continue;
      const receiver = nameOf(e.f.o);
      const [first] = e.a;
      if (first === undefined) continue;
      const given = e.a.flatMap((one) => (one.k === "array" ? one.items : [one]));
      // Applications hang up far more than what matters here; what was not read for its own sake is left unread.
      if (given.every((one) => one.k === "lit" || leadsToUnread(run, facts, one))) continue;
      const firstValue = staticValue(run, routerIn(first), scope);
      const path = textsOf(firstValue)[0] ?? textProp(argument(run, e.a[1], scope), "prefix") ?? "";
      const guards: Before[] = [];
      let limits = false;
      const routers: { readonly key: string; readonly made: boolean }[] = [];
      for (const one of given) {
        if (leadsToUnread(run, facts, one)) {
          limits ||= judge.of(run.any(nameOf(one)), nameOf(one)) !== "no";
          if (soundsLikeSessionGuard(nameOf(one)))
            guards.push({ name: nameOf(one), value: run.any(nameOf(one)) });
          continue;
        }
        const value = one === first ? firstValue : staticValue(run, routerIn(one), scope);
        const key = routerKey(run, value);
        const name = nameOf(one);
        limits ||= judge.of(value, name) !== "no";
        // `authRoutes` sounds like a guard, but routers lead on.
        const made = isMadeRouter(value);
        if (!made && soundsLikeSessionGuard(name)) guards.push({ name, value: staticValue(run, one, scope) });
        else if (key !== undefined) routers.push({ key, made });
      }
      const behind = [...(shared.get(receiver) ?? []), ...guards];
      if (routers.length === 0 && path === "" && e.f.p === "use") shared.set(receiver, behind);
      const receiving = staticValue(run, e.f.o, scope);
      const on = routerKey(run, receiving) ?? parameterKey(facts, scope, e.f.o);
      if (limits && on !== undefined) limiters.set(on, [...(limiters.get(on) ?? []), { facts, at: e.at }]);
      for (const { key, made } of routers) {
        const prefix = path === "/" ? "" : path;
        const hung: Hung = {
          prefix,
          isWhole: isApplication(receiving),
          before: behind.map((one) => ({ ...one, below: prefix })),
          on: on === key ? undefined : on,
          made,
          by: { file: facts.file, fn: scope.fn, at: e.at },
        };
        mounts.set(key, [...(mounts.get(key) ?? []), hung]);
      }
    }
  }
  known.set(run, { hung: mounts, limiters });
}

/**
 * Whether a limiter for all routes comes too late for a router: requests go through both in the order of the calls, and
 * the router was hung up further up, or by the file that the application comes from.
 */
function isBefore({ by, made }: Hung, limiter: Limiter, run: Run): boolean {
  // What a function hangs up hangs there when it is called, and that may be later.
  if (!made || by.fn !== null) return false;
  return by.file === limiter.facts.file
    ? by.at[0] < limiter.at[0]
    : Object.values(limiter.facts.imports).some(
        ({ from }) => run.project.modules.resolve(limiter.facts.file, from) === by.file,
      );
}

/** Whether an expression begins with something imported from a file of the project that nothing else called for. */
function leadsToUnread(run: Run, facts: FileFacts, e: Expr): boolean {
  let at = e;
  while (at.k === "get" || (at.k === "call" && !(at.f.k === "id" && at.f.n === "require")))
    at = at.k === "get" ? at.o : at.f;
  const [path] = at.k === "call" ? at.a : [];
  const from =
    at.k === "id" && Object.hasOwn(facts.imports, at.n)
      ? facts.imports[at.n]?.from
      : path?.k === "lit" && typeof path.v === "string"
        ? path.v
        : undefined;
  const file = from === undefined ? undefined : run.project.modules.resolve(facts.file, from);
  return file !== undefined && !run.project.isParsed(file);
}

function argument(run: Run, e: Expr | undefined, scope: Scope): Value | undefined {
  return e === undefined ? undefined : staticValue(run, e, scope);
}

/** Koa hangs up `router.routes()`, not the router. */
function routerIn(e: Expr): Expr {
  return e.k === "call" && e.f.k === "get" && /^(routes|middleware)$/.test(e.f.p) ? e.f.o : e;
}

/** The first of a chain: of `new Hono().post(…).get(…)` it is `new Hono()`. */
function rootOf(e: Expr): Expr {
  let at = e;
  while (at.k === "call" && at.f.k === "get" && /^(get|post|put|patch|delete|all|use|route)$/.test(at.f.p))
    at = at.f.o;
  return at;
}

const chains = new WeakMap<FileFacts, ReadonlyMap<Expr, Value>>();

/** What each chain of routes is in the end, by its beginning: `export const account = new Hono().post(…)`. */
function chainsIn(run: Run, facts: FileFacts): ReadonlyMap<Expr, Value> {
  const known = chains.get(facts);
  if (known !== undefined) return known;
  const found = new Map<Expr, Value>();
  const add = (e: Expr, value: () => Value | undefined): void => {
    const root = rootOf(e);
    const whole = root === e || root.k !== "call" ? undefined : value();
    if (whole !== undefined) found.set(root, whole);
  };
  for (const stmt of facts.body)
    if (stmt.k === "let" && stmt.to.k === "name" && stmt.e !== null) {
      const { n } = stmt.to;
      add(stmt.e, () => staticValue(run, { k: "id", n, at: [1, 1] }, moduleScope(facts)));
    }
  const exported = facts.exports["default"];
  if (exported?.k === "value") add(exported.e, () => wholeModule(run, facts.file));
  chains.set(facts, found);
  return found;
}

/** A name for a router, equal wherever the same one is used. */
function routerKey(run: Run, value: Value): string | undefined {
  switch (value.k) {
    case "module": {
      const whole = wholeModule(run, value.file);
      return whole === undefined || whole.k === "module" ? undefined : routerKey(run, whole);
    }
    case "package":
      return value.id > 0 && value.path.endsWith("()") ? `package:${value.id}` : undefined;
    case "function":
      return `function:${value.file}:${value.fn}`;
    default:
      return undefined;
  }
}

function isMadeRouter(value: Value): boolean {
  if (value.k !== "package") return false;
  return (
    /(^|\.)Router\(\)$/.test(value.path) ||
    (value.path === "()" && /^(express|koa-router|@koa\/router|express-promise-router)$/.test(value.module))
  );
}

/** A router that is handed to the function which adds the routes: `async (fastify) => { fastify.post(…) }`. */
function parameterKey(facts: FileFacts, scope: Scope, receiver: Expr): string | undefined {
  if (receiver.k !== "id" || scope.fn === null) return undefined;
  const [param] = facts.functions[scope.fn]?.params ?? [];
  const isParameter = param?.to.k === "name" && param.to.n === receiver.n;
  return isParameter ? `function:${facts.file}:${scope.fn}` : undefined;
}

/** `new Router({ prefix: "/account" })` */
function ownPrefix(value: Value): string {
  return value.k === "package" ? (textProp(value.args[0], "prefix") ?? "") : "";
}

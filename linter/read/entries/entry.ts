// An entry point as the reading follows it, and what all frameworks share in finding their handlers.
import { nameOf } from "../called.ts";
import type { Address } from "../addresses.ts";
import type { EntryPoint } from "../../flow.ts";
import type { At, Expr, FileFacts, Stmt } from "../facts.ts";
import { propertyOf, typedValue, wholeModule } from "../lookup.ts";
import { soundsLikeSessionGuard } from "../names.ts";
import type { Run } from "../run.ts";
import { type Out, State } from "../state.ts";
import { propOf, type Scope, type Value } from "../values.ts";
import { expressionsIn } from "../visit.ts";

/** A function of the project, as a value. */
export type FunctionValue = Extract<Value, { k: "function" }>;

/** An entry point with what is needed to follow it. */
export interface Entry {
  readonly point: EntryPoint;
  /** Run before the handler, in order; those that could not be resolved are told by their names. */
  readonly before: readonly Before[];
  /** What those are called with, if it is not `(request, response, next)`. */
  readonly beforeArgs?: readonly Value[];
  readonly handler: FunctionValue;
  /** What the handler is called with. */
  readonly args: readonly Value[];
  /** Whether limiters for all routes do not hold for this one, because they stand behind it. */
  readonly unlimited?: boolean;
  /** What a framework makes of the end of a path: that returning somebody signs that person in, for example. */
  readonly after?: (run: Run, out: Out) => void;
}

/** A guard, a hook or a middleware before a handler. */
export interface Before {
  readonly name: string;
  readonly value: Value;
  /** What it is told of the address of the route. */
  readonly address?: Address | undefined;
  /** What it is called with, if it is not what the others are. */
  readonly args?: readonly Value[];
}

/** Finds the entry points that one framework has in one file. */
export type EntriesIn = (facts: FileFacts, run: Run) => Entry[];

/** The scope of what stands outside of all functions of a file. */
export function moduleScope(facts: FileFacts): Scope {
  return { file: facts.file, fn: null, cells: new Map(), up: null, self: null };
}

/** The function that a handler is in the end, through the wrappers that could not be followed. */
export function functionIn(value: Value, depth = 0): FunctionValue | undefined {
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

/**
 * The function that a handler is in the end, with the guards that it was handed to and that could not be followed:
 * `withAuth(handler)`, `combineResolvers(isSignedIn, handler)`.
 */
export function unwrapped(run: Run, given: Value): { handler: FunctionValue; before: Before[] } | undefined {
  // A file that is nothing but its handler: `module.exports = (request, response) => …`.
  const value = given.k === "module" ? (wholeModule(run, given.file) ?? given) : given;
  const handler = functionIn(value);
  return handler === undefined ? undefined : { handler, before: guardsAround(run, value, 0) };
}

function guardsAround(run: Run, value: Value, depth: number): Before[] {
  const around = value.k === "any" ? value.from : value.k === "package" ? value.args : [];
  const at = around.findLastIndex((one) => functionIn(one) !== undefined);
  const inner = around[at];
  if (inner === undefined || depth > 4) return [];
  const earlier = around.slice(0, at).flatMap((one) => {
    const name = guardName(run, one);
    return soundsLikeSessionGuard(name) ? [{ name, value: one }] : [];
  });
  const own = nameInValue(value);
  // What only opens the visitor's session, such as `withSession`, lets everybody in.
  const guards = soundsLikeSessionGuard(own) && !/session/i.test(own);
  return [
    ...(guards ? [{ name: own, value: run.any(own) }] : []),
    ...earlier,
    ...guardsAround(run, inner, depth + 1),
  ];
}

/** What a guard is called, as far as its value tells. */
export function guardName(run: Run, value: Value): string {
  if (value.k === "function") return run.project.factsOf(value.file)?.functions[value.fn]?.name ?? "";
  if (value.k === "class" || value.k === "instance")
    return run.project.factsOf(value.file)?.classes[value.cls]?.name ?? "";
  return nameInValue(value);
}

/** The name under which something unknown goes. */
export function nameInValue(value: Value): string {
  return value.k === "any" ? value.name : value.k === "package" ? value.path : "";
}

/** What an entry point is called and where it is, from its handler and from where it is registered. */
export function pointOf(
  run: Run,
  framework: EntryPoint["framework"],
  name: string,
  registeredHandler: FunctionValue,
  registered: { file: string; at: At; as?: Expr; prefix?: string },
): EntryPoint {
  const handler = wrapped(run, registeredHandler);
  const own = run.project.factsOf(handler.file)?.functions[handler.fn];
  // A file that exports one function names it nowhere.
  const called = own === undefined || own.name === "exports" ? "" : own.name;
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
  const { prefix = "" } = registered;
  // The whole address is for people; the symbol does not change when a router is mounted elsewhere.
  const shown = prefix === "" ? name : name.replace(/\S*$/, (path) => joinedPath(prefix, path));
  return {
    framework,
    name: title === "" ? shown : `${shown} (${title})`,
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

/** Two parts of an address in one. */
export function joinedPath(prefix: string, path: string): string {
  const whole = `${prefix.replace(/\/$/, "")}/${path.replace(/^\//, "")}`.replace(/(.)\/$/, "$1");
  return whole.startsWith("/") ? whole : `/${whole}`;
}

/** What a file exports under a name, also where it only passes it on. */
export function exportedValue(run: Run, facts: FileFacts, name: string): Value | undefined {
  if (facts.exports[name] === undefined) return undefined;
  return propertyOf(run, { k: "module", file: facts.file }, name, new State());
}

/** What stands outside of all functions of a file, with what it exports by default. */
export function outermost(facts: FileFacts): readonly Stmt[] {
  const exported = facts.exports["default"];
  return exported?.k !== "value" || exported.e.k === "id"
    ? facts.body
    : [...facts.body, { k: "do", e: exported.e }];
}

/** The name of the variable or of the property of each expression that is given one in a file. */
export function namedExpressions(facts: FileFacts): ReadonlyMap<Expr, string> {
  const named = new Map<Expr, string>();
  for (const body of [outermost(facts), ...facts.functions.map((fn) => fn.body)]) {
    for (const stmt of body)
      if (stmt.k === "let" && stmt.e !== null && stmt.to.k === "name") named.set(stmt.e, stmt.to.n);
    for (const e of expressionsIn(body)) {
      if (e.k === "object") for (const [key, value] of e.props) if (key !== null) named.set(value, key);
      if (e.k === "assign" && e.to.k === "get") named.set(e.v, e.to.p);
      if (e.k === "assign" && e.to.k === "id") named.set(e.v, e.to.n);
    }
  }
  return named;
}

/** A call, and the scope of the function that it stands in. */
export interface PlacedCall {
  readonly e: Extract<Expr, { k: "call" }>;
  readonly scope: Scope;
}

const calls = new WeakMap<FileFacts, readonly PlacedCall[]>();

/** Every call in a file; kept, because every framework asks for them. */
export function callsIn(facts: FileFacts): readonly PlacedCall[] {
  const known = calls.get(facts);
  if (known !== undefined) return known;
  const found: PlacedCall[] = [];
  for (const [fn, body, cls] of [
    [null, outermost(facts), null] as const,
    ...facts.functions.map((own, index) => [index, own.body, own.cls] as const),
  ])
    for (const e of expressionsIn(body)) {
      if (e.k !== "call") continue;
      const self: Value | null = cls === null ? null : { k: "instance", file: facts.file, cls, given: null };
      found.push({ e, scope: { file: facts.file, fn, cells: new Map(), up: null, self } });
    }
  calls.set(facts, found);
  return found;
}

const packages = new WeakMap<FileFacts, ReadonlySet<string>>();

/** Whether a file imports from a package whose name fits. */
export function importsFrom(facts: FileFacts, wanted: RegExp): boolean {
  let known = packages.get(facts);
  if (known === undefined) {
    const found = new Set(Object.values(facts.imports).map(({ from }) => from));
    for (const { e } of callsIn(facts)) {
      const [name] = e.a;
      if (e.f.k === "id" && e.f.n === "require" && name?.k === "lit" && typeof name.v === "string")
        found.add(name.v);
    }
    known = found;
    packages.set(facts, known);
  }
  for (const from of known) if (wanted.test(from)) return true;
  return false;
}

// An entry point as the reading follows it, and what all frameworks share in finding their handlers.
import type { EntryPoint } from "../../flow.ts";
import type { At, Expr, FileFacts } from "../facts.ts";
import { typedValue } from "../lookup.ts";
import { nameOf, type Run } from "../run.ts";
import { propOf, type Scope, type Value } from "../values.ts";

/** A function of the project, as a value. */
export type FunctionValue = Extract<Value, { k: "function" }>;

/** An entry point with what is needed to follow it. */
export interface Entry {
  readonly point: EntryPoint;
  /** Run before the handler, in order; those that could not be resolved are told by their names. */
  readonly before: readonly { readonly name: string; readonly value: Value }[];
  readonly handler: FunctionValue;
  /** What the handler is called with. */
  readonly args: readonly Value[];
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

/** What an entry point is called and where it is, from its handler and from where it is registered. */
export function pointOf(
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

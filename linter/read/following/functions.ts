// Enters the functions of the project, apart from those that took long before and led nowhere.
import type { FunctionFacts, Pattern } from "../facts.ts";
import { typedValue } from "../lookup.ts";
import type { Run } from "../run.ts";
import { mergeOuts, type Out, type State } from "../state.ts";
import { either, keyOf, nothing, type Scope, type Value } from "../values.ts";
import { bind } from "./assignments.ts";
import { barrenAfter } from "./effort.ts";
import { block } from "./statements.ts";

type FunctionValue = Extract<Value, { k: "function" }>;

/** A function that takes no more steps than this is always entered: that costs less than missing what it gives. */
const cheapCall = 100;

/** Remembers over all entry points what following each function took and bore. */
export class Functions {
  /** The functions that were followed from some entry point, as `file:index`. */
  readonly reached = new Set<string>();
  private readonly fruitless = new Map<string, { readonly steps: number; readonly calls: number }>();
  /** The connections and clients that functions gave which bore nothing else. */
  private readonly tools = new Map<string, Value>();

  /** Follows a function of the project. Paths on which it throws end in it. */
  call(run: Run, callee: FunctionValue, args: readonly Value[], s: State): Out[] {
    const { effort } = run;
    const fn = run.project.factsOf(callee.file)?.functions[callee.fn];
    const name = `${callee.file}:${callee.fn}`;
    if (fn === undefined || !effort.mayEnter(name, fn.name !== ""))
      return [{ s, v: run.any(fn?.name ?? "", args) }];
    if (effort.open > 0) this.reached.add(name);
    const spent = effort.open === 0 ? undefined : this.fruitless.get(name);
    if (spent !== undefined && spent.steps > barrenAfter && spent.steps > spent.calls * cheapCall)
      return [{ s, v: this.tools.get(toolKey(callee, args)) ?? run.any(fn.name, args) }];
    const before = s.fork();
    const call = effort.enter(name, fn.name !== "");
    let outs: Out[];
    try {
      outs = enter(run, callee, fn, args, s);
    } catch (error) {
      if (!effort.isInVain(error, call)) throw error;
      this.fruitless.set(name, { steps: Infinity, calls: 1 });
      return [{ s: before, v: run.any(fn.name, args) }];
    } finally {
      effort.leave(call);
    }
    const steps = effort.stepsSince(call);
    const bore =
      effort.hasBorneSince(call) || outs.some((out) => out.s.claims !== before.claims || isAnswer(out.v));
    if (!bore && outs.length > 0 && steps > cheapCall && outs.every(({ v }) => isTool(v)))
      this.tools.set(toolKey(callee, args), either(outs.map(({ v }) => v)));
    this.fruitless.set(name, {
      steps: bore ? -Infinity : (spent?.steps ?? 0) + steps,
      calls: (spent?.calls ?? 0) + 1,
    });
    return outs;
  }
}

function enter(run: Run, callee: FunctionValue, fn: FunctionFacts, args: readonly Value[], s: State): Out[] {
  const last = run.lastId;
  s.cells.enter();
  const scope: Scope = {
    file: callee.file,
    fn: callee.fn,
    cells: new Map(),
    up: callee.scope,
    self: callee.self,
  };
  let states: State[] = [s];
  fn.params.forEach((param, index) => {
    let value = args[index];
    states = states.flatMap((state) => {
      if (value !== undefined && !(value.k === "const" && value.v === undefined)) {
        // A typed parameter that gets something unknown may still be known by its type.
        if (value.k === "any" && value.from.length === 0)
          value = typedValue(run, callee.file, param.type, value.name) ?? value;
        return bind(run, param.to, value, state, scope);
      }
      const otherwise = param.otherwise === null ? undefined : run.eval(param.otherwise, state, scope);
      if (otherwise === undefined)
        return bind(
          run,
          param.to,
          index < args.length ? nothing : absentArgument(run, callee.file, param.type, param.to),
          state,
          scope,
        );
      return otherwise.flatMap((out) => bind(run, param.to, out.v, out.s, scope));
    });
  });
  const ended = block(run, fn.body, states, scope);
  const outs = [...ended.returned, ...ended.next.map((state): Out => ({ s: state, v: nothing }))];
  for (const out of outs) out.s.cells.leave(last, holdsFunction(out.v));
  return mergeOuts(outs);
}

function absentArgument(run: Run, file: string, type: Parameters<typeof typedValue>[2], to: Pattern): Value {
  const name = to.k === "name" ? to.n : "";
  return typedValue(run, file, type, name) ?? nothing;
}

/** Something that a caller may check or keep: passing the function over would lose it. */
function isAnswer(value: Value, depth = 0): boolean {
  if (depth > 3) return false;
  const inside = (of: Value): boolean => isAnswer(of, depth + 1);
  switch (value.k) {
    case "record":
    case "answer":
    case "test":
    case "fresh":
    case "hash":
      return true;
    case "not":
      return inside(value.of);
    case "either":
      return value.of.some(inside);
    case "array":
      return value.items.some(inside);
    case "object":
      return value.rest.some(inside) || Object.values(value.props).some(inside);
    default:
      return false;
  }
}

/** A connection, a client, a store: the same each time it is asked for. */
function isTool(value: Value): boolean {
  if (value.k === "either") return value.of.every(isTool);
  return value.k === "store" || value.k === "package" || value.k === "instance";
}

function toolKey(callee: FunctionValue, args: readonly Value[]): string {
  return [callee, ...(callee.self === null ? [] : [callee.self]), ...args].map((of) => keyOf(of)).join("\n");
}

function holdsFunction(value: Value): boolean {
  if (value.k === "function") return value.scope !== null;
  if (value.k === "object") return Object.values(value.props).some(holdsFunction);
  if (value.k === "array" || value.k === "either")
    return (value.k === "array" ? value.items : value.of).some(holdsFunction);
  return false;
}

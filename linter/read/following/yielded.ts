// Follows what a generator yields, as co 4.6.0 does, by which Koa 1 and Egg 1 go through their handlers: promises are
// awaited, functions are called, lists and objects are awaited part by part.
import type { Site } from "../calls/call.ts";
import { callValue } from "../calls/calls.ts";
import type { Run } from "../run.ts";
import type { Out, State } from "../state.ts";
import { type Value, nothing } from "../values.ts";

type FunctionValue = Extract<Value, { k: "function" }>;

/** What comes out of yielding a value, on each path; `self` is the `this` of the generator. */
export function yielded(run: Run, value: Value, s: State, site: Site, self: Value | null): Out[] {
  switch (value.k) {
    case "native":
      // Middleware of Koa 1 is handed what comes after it as a generator that nobody has gone through yet.
      return value.name === "next" ? callValue(run, value, [], s, site) : [{ s, v: value }];
    case "function":
      return called(run, value, s, self);
    case "array":
      if (!value.items.some(isCalled)) return [{ s, v: value }];
      return inOrder(run, value.items, s, site, self).map(({ s: state, vs }) => ({
        s: state,
        v: { ...value, items: vs },
      }));
    case "object": {
      const names = Object.keys(value.props);
      const parts = Object.values(value.props);
      if (!parts.some(isCalled)) return [{ s, v: value }];
      return inOrder(run, parts, s, site, self).map(({ s: state, vs }) => ({
        s: state,
        v: { ...value, props: Object.fromEntries(names.map((name, at) => [name, vs[at] ?? nothing])) },
      }));
    }
    default:
      return [{ s, v: value }];
  }
}

function isCalled(value: Value): boolean {
  return value.k === "function";
}

function inOrder(
  run: Run,
  values: readonly Value[],
  s: State,
  site: Site,
  self: Value | null,
): { s: State; vs: Value[] }[] {
  let outs: { s: State; vs: Value[] }[] = [{ s, vs: [] }];
  for (const value of values)
    outs = outs.flatMap((out) =>
      yielded(run, value, out.s, site, self).map((next) => ({ s: next.s, vs: [...out.vs, next.v] })),
    );
  return outs;
}

/** A generator is gone through; any other function is handed a callback, and what that is called with comes out. */
function called(run: Run, value: FunctionValue, s: State, self: Value | null): Out[] {
  const fn = run.project.factsOf(value.file)?.functions[value.fn];
  const callee = { ...value, self: value.self ?? self };
  if (fn?.generator === true) return run.callFunction(callee, [], s);
  if (fn?.params.length !== 1) return [{ s, v: value }];
  const id = run.newId();
  return run.callFunction(callee, [{ k: "native", name: `settle:${id}` }], s).map((out) => ({
    s: out.s,
    v: out.s.written.get(`promise:${id}`) ?? run.any("yield"),
  }));
}

// Libraries that go through generators: co 4.6.0, and the coroutines of bluebird 3.5.0.
import type { PackageCall } from "../../providers/provider.ts";
import type { Run } from "../run.ts";
import type { Out, State } from "../state.ts";
import { nothing, type Value } from "../values.ts";

/** What a call of such a library gives, or undefined if it is none. */
export function coroutineCall(run: Run, call: PackageCall, s: State): Out[] | undefined {
  const path = call.path.replace(/^(default|co)\b\.?/, "");
  const [first, second, ...others] = call.args;
  if (call.module === "co" && path === "wrap") return [{ s, v: first ?? nothing }];
  if (call.module === "co" && path === "") return goneThrough(run, first, call.args.slice(1), s);
  if (call.module === "co" && path === "call" && first !== undefined)
    return goneThrough(run, second?.k === "function" ? { ...second, self: first } : second, others, s);
  if (call.module === "bluebird" && /^(Promise\.)?coroutine$/.test(path)) return [{ s, v: first ?? nothing }];
  return undefined;
}

function goneThrough(run: Run, generator: Value | undefined, args: readonly Value[], s: State): Out[] {
  return generator?.k === "function"
    ? run.callFunction(generator, args, s)
    : [{ s, v: generator ?? nothing }];
}

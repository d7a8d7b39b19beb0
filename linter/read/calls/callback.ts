// A call that tells its result to a function which it is handed.
import type { Run } from "../run.ts";
import type { Out, State } from "../state.ts";
import type { Value } from "../values.ts";

/** A call that also takes a callback goes on in it, with the result as its second argument. */
export function withCallback(run: Run, result: Value, args: readonly (Value | undefined)[], s: State): Out[] {
  const last = args.at(-1);
  if (last?.k !== "function") return [{ s, v: result }];
  return run.callFunction(last, [{ k: "const", v: null }, result], s).map((out) => ({ s: out.s, v: result }));
}

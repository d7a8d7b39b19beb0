// What stands behind an index: a property, an item of a list, a row of a store, one character of a text.
import { chosen } from "../codes/arithmetic.ts";
import { propertyOf } from "../lookup.ts";
import type { Run } from "../run.ts";
import type { State } from "../state.ts";
import { either, nothing, type Scope, slotName, type Value } from "../values.ts";

/** The value of `o[i]`. */
export function indexed(
  run: Run,
  o: Value,
  i: Value,
  s: State,
  scope: Scope,
  at: readonly [number, number],
): Value {
  if (i.k === "const" && typeof i.v === "string") return propertyOf(run, o, i.v, s);
  const sign = o.k === "store" ? undefined : chosen(run, o, i);
  if (sign !== undefined) return sign;
  if (o.k === "array")
    return i.k === "const" && typeof i.v === "number" ? (o.items[i.v] ?? nothing) : either(o.items);
  if (o.k === "store" && o.memory)
    return run.record(
      slotName(o.name, i),
      { k: "object", props: { "#key": i }, rest: [], model: null },
      run.spot(scope, at),
    );
  if (o.k === "record") return o;
  const row = run.rowOf(o);
  if (row !== undefined) return row;
  if (o.k === "input") return o;
  if (o.k === "object") return either(Object.values(o.props));
  return run.any("", [o, i]);
}

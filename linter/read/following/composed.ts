// Values that an expression puts together out of others: texts, objects, comparisons.
import type { CompareOp, Expr } from "../facts.ts";
import { nothing, type Spot, type Value } from "../values.ts";

/** A text of several parts: what stands there, if all of it is known. */
export function textOf(parts: readonly Value[]): Value {
  const known = parts.map((part) => (part.k === "const" ? part : undefined));
  if (known.every((part) => part !== undefined)) {
    const [only] = known;
    if (known.length === 1 && only !== undefined) return only;
    return { k: "const", v: known.map(({ v }) => String(v)).join("") };
  }
  // A template of one value around nothing is that value.
  const told = parts.filter((part) => !(part.k === "const" && part.v === ""));
  const [only] = told;
  if (told.length !== 1 || only === undefined) return { k: "text", parts: told };
  return only.k === "input" ? { ...only, typed: true } : only;
}

/** An object as it is written, with what is spread into it. */
export function objectOf(props: Extract<Expr, { k: "object" }>["props"], values: readonly Value[]): Value {
  const known: Record<string, Value> = Object.create(null);
  const rest: Value[] = [];
  props.forEach(([key], index) => {
    const value = values[index] ?? nothing;
    if (key !== null) known[key] = value;
    else if (value.k === "object") {
      Object.assign(known, value.props);
      rest.push(...value.rest);
    } else rest.push(value);
  });
  return { k: "object", props: known, rest, model: null };
}

/** The opposite of a value that is true or false. */
export function negated(value: Value): Value {
  if (value.k === "not") return value.of;
  if (value.k === "const") return { k: "const", v: !value.v };
  return { k: "not", of: value };
}

/** What a comparison says, which is known at once only of two values that are. */
export function compared(op: CompareOp, l: Value, r: Value, spot: Spot, loose: boolean): Value {
  if (l.k === "const" && r.k === "const" && (op === "==" || op === "!="))
    return { k: "const", v: (l.v === r.v) === (op === "==") };
  return loose ? { k: "test", op, l, r, spot, loose } : { k: "test", op, l, r, spot };
}

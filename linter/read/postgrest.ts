// Knows the answers of PostgREST's client: the rows of a query stand in it under `data`, beside an `error`.
import { equalities, otherConditions } from "./query-order.ts";
import type { Run } from "./run.ts";
import { objectWith, type Spot, textsOf, type Value } from "./values.ts";

type Store = Extract<Value, { k: "store" }>;
type Row = Extract<Value, { k: "record" }>;

/** The query with one more condition, or undefined if the call adds none. */
export function narrowed(
  query: Store,
  member: string,
  args: readonly Value[],
  spot: Spot,
): Store | undefined {
  if (query.answers === undefined) return undefined;
  const condition = conditionOf(member, args);
  if (condition === undefined) return otherConditions.test(member) ? query : undefined;
  const filter: Value =
    query.filter === null
      ? condition
      : { k: "object", props: {}, rest: [query.filter, condition], model: null };
  return { ...query, filter, spot };
}

function conditionOf(member: string, args: readonly Value[]): Value | undefined {
  const [first, second] = args;
  if (member === "match") return first;
  const [column] = textsOf(first);
  if (column === undefined || second === undefined) return undefined;
  if (equalities.test(member)) return objectWith(column, second);
  // No equality: it says nothing of what was submitted, but it may be about the time.
  return /^(gt|lt)e?$/.test(member) ? objectWith(column, objectWith(member, second)) : undefined;
}

/** What an answer has under a name: its rows, or whether there was an error; undefined for all else. */
export function answered(run: Run, on: Store | Row, name: string): Value | undefined {
  if (on.answers === undefined) return undefined;
  const row = on.k === "store" ? run.rowOf(on) : on;
  if (row === undefined || row.path !== "") return undefined;
  const { answers: _, ...inside } = row;
  if (name === "data") return inside;
  if (name !== "error") return undefined;
  // `single()` fails where there is no row; other queries fail for other reasons only.
  return on.answers === "one" ? { k: "not", of: inside } : run.any("error");
}

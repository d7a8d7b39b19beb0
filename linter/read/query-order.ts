// Puts the conditions of a query before the change that they are for, where they are written behind it, as in PostgREST's client.
import type { Expr } from "./facts.ts";

type Call = Extract<Expr, { k: "call" }>;

/** Conditions that ask for a value. */
export const equalities = /^(eq|is|ilike|like|in|match)$/;

/** Conditions and settings that ask for no value. */
export const otherConditions =
  /^(neq|gt|gte|lt|lte|or|not|filter|contains|containedBy|overlaps|textSearch|throwOnError|abortSignal|returns|overrideTypes)$/;

/** `from(table).update(row).eq(…)` with the condition before the change, where those who read it need it. */
export function conditionsFirst(call: Call): Call {
  const { f } = call;
  if (f.k !== "get" || !(equalities.test(f.p) || otherConditions.test(f.p))) return call;
  const change = f.o;
  if (change.k !== "call" || change.f.k !== "get" || !/^(update|delete)$/.test(change.f.p)) return call;
  if (!isQuery(change.f.o)) return call;
  return { ...change, f: { ...change.f, o: { ...call, f: { ...f, o: change.f.o } } } };
}

function isQuery(e: Expr): boolean {
  let at = e;
  while (at.k === "call" && at.f.k === "get") {
    if (at.f.p === "from") return at.a.length === 1;
    at = at.f.o;
  }
  return false;
}

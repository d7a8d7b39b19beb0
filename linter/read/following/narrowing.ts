// Keeps of what a variable can be only what fits a condition: behind `if (result.status === "wrong") return`, it is no result of that kind.
import type { Expr } from "../facts.ts";
import type { State } from "../state.ts";
import { either, type Scope, type Value } from "../values.ts";
import { cellOf } from "./assignments.ts";

/** What a condition asks of one variable. */
interface Question {
  readonly name: string;
  /** The field of the variable that is looked at; null for the variable itself. */
  readonly field: string | null;
  /** Whether a value that is known answers it with yes; undefined where that is not known. */
  readonly holds: (value: Value) => boolean | undefined;
}

/** The paths among `states` on which the variable can still be something, each with that left in it. */
export function narrowed(e: Expr, states: readonly State[], way: boolean, scope: Scope): State[] {
  const question = questionIn(e);
  const cell = question === undefined ? undefined : cellOf(scope, question.name);
  if (question === undefined || cell === undefined) return [...states];
  return states.filter((state) => {
    const value = state.cells.get(cell);
    if (value?.k !== "either") return true;
    const left = value.of.filter((one) => answerOf(question, one) !== !way);
    if (left.length > 0 && left.length < value.of.length) state.cells.set(cell, either(left));
    return left.length > 0;
  });
}

function questionIn(e: Expr): Question | undefined {
  if (e.k !== "compare") return asked(e, truth);
  if (e.op !== "==" && e.op !== "!=") return undefined;
  const [subject, literal] = e.r.k === "lit" ? [e.l, e.r] : [e.r, e.l];
  if (literal.k !== "lit") return undefined;
  const { v } = literal;
  return asked(subject, (value) => {
    const isEqual = equals(value, v);
    return isEqual === undefined ? undefined : isEqual === (e.op === "==");
  });
}

function asked(subject: Expr, holds: Question["holds"]): Question | undefined {
  if (subject.k === "id") return { name: subject.n, field: null, holds };
  return subject.k === "get" && subject.o.k === "id"
    ? { name: subject.o.n, field: subject.p, holds }
    : undefined;
}

function answerOf({ field, holds }: Question, value: Value): boolean | undefined {
  if (field === null) return holds(value);
  if (value.k !== "object") return undefined;
  const inside = value.props[field];
  if (inside !== undefined) return holds(inside);
  return value.rest.length === 0 ? holds({ k: "const", v: undefined }) : undefined;
}

function truth(value: Value): boolean | undefined {
  switch (value.k) {
    case "const":
      return Boolean(value.v);
    case "object":
    case "array":
    case "function":
      return true;
    default:
      return undefined;
  }
}

function equals(value: Value, wanted: string | number | boolean | null | undefined): boolean | undefined {
  switch (value.k) {
    case "const":
      return value.v === wanted || (isAbsent(value.v) && isAbsent(wanted));
    case "object":
    case "array":
    case "function":
      return false;
    default:
      return undefined;
  }
}

function isAbsent(value: unknown): boolean {
  return value === null || value === undefined;
}

// Goes through all expressions of a list of statements, without going into functions written inside them.
import type { Expr, Stmt } from "./facts.ts";

/** Every expression, outer ones first. */
export function* expressionsIn(stmts: readonly Stmt[]): Generator<Expr> {
  for (const stmt of stmts) {
    switch (stmt.k) {
      case "do":
      case "throw":
        yield* inside(stmt.e);
        break;
      case "let":
      case "return":
        if (stmt.e !== null) yield* inside(stmt.e);
        break;
      case "if":
        yield* inside(stmt.c);
        yield* expressionsIn(stmt.t);
        yield* expressionsIn(stmt.f);
        break;
      case "try":
        yield* expressionsIn(stmt.b);
        if (stmt.c !== null) yield* expressionsIn(stmt.c);
        yield* expressionsIn(stmt.f);
        break;
      case "loop":
        if (stmt.over !== null) yield* inside(stmt.over);
        yield* expressionsIn(stmt.b);
        break;
      case "switch":
        yield* inside(stmt.e);
        for (const { test, b } of stmt.cases) {
          if (test !== null) yield* inside(test);
          yield* expressionsIn(b);
        }
        break;
      case "leave":
        break;
    }
  }
}

function* inside(e: Expr): Generator<Expr> {
  yield e;
  switch (e.k) {
    case "text":
      for (const part of e.parts) yield* inside(part);
      return;
    case "get":
      yield* inside(e.o);
      return;
    case "index":
      yield* inside(e.o);
      yield* inside(e.i);
      return;
    case "call":
      yield* inside(e.f);
      for (const argument of e.a) yield* inside(argument);
      return;
    case "object":
      for (const [, value] of e.props) yield* inside(value);
      return;
    case "array":
      for (const item of e.items) yield* inside(item);
      return;
    case "not":
      yield* inside(e.e);
      return;
    case "compare":
    case "and":
    case "or":
    case "nullish":
      yield* inside(e.l);
      yield* inside(e.r);
      return;
    case "choose":
      yield* inside(e.c);
      yield* inside(e.t);
      yield* inside(e.f);
      return;
    case "assign":
      yield* inside(e.to);
      yield* inside(e.v);
      return;
    case "mix":
      for (const one of e.of) yield* inside(one);
      return;
    default:
      return;
  }
}

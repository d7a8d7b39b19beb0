// Goes through all expressions of a list of statements, without going into functions written inside them.
import type { Expr, Stmt } from "./facts.ts";

const known = new WeakMap<readonly Stmt[], readonly Expr[]>();

/** Every expression, outer ones first. Many ask for those of the same file, so they are kept as long as its facts are. */
export function expressionsIn(stmts: readonly Stmt[]): readonly Expr[] {
  const before = known.get(stmts);
  if (before !== undefined) return before;
  const found: Expr[] = [];
  gather(stmts, found);
  known.set(stmts, found);
  return found;
}

function gather(stmts: readonly Stmt[], found: Expr[]): void {
  for (const stmt of stmts) {
    switch (stmt.k) {
      case "do":
      case "throw":
        inside(stmt.e, found);
        break;
      case "let":
      case "return":
        if (stmt.e !== null) inside(stmt.e, found);
        break;
      case "if":
        inside(stmt.c, found);
        gather(stmt.t, found);
        gather(stmt.f, found);
        break;
      case "try":
        gather(stmt.b, found);
        if (stmt.c !== null) gather(stmt.c, found);
        gather(stmt.f, found);
        break;
      case "loop":
        if (stmt.over !== null) inside(stmt.over, found);
        gather(stmt.b, found);
        break;
      case "switch":
        inside(stmt.e, found);
        for (const { test, b } of stmt.cases) {
          if (test !== null) inside(test, found);
          gather(b, found);
        }
        break;
      case "leave":
        break;
    }
  }
}

function inside(e: Expr, found: Expr[]): void {
  found.push(e);
  switch (e.k) {
    case "text":
      for (const part of e.parts) inside(part, found);
      return;
    case "get":
      inside(e.o, found);
      return;
    case "index":
      inside(e.o, found);
      inside(e.i, found);
      return;
    case "call":
      inside(e.f, found);
      for (const argument of e.a) inside(argument, found);
      return;
    case "object":
      for (const [, value] of e.props) inside(value, found);
      return;
    case "array":
      for (const item of e.items) inside(item, found);
      return;
    case "not":
      inside(e.e, found);
      return;
    case "compare":
    case "and":
    case "or":
    case "nullish":
      inside(e.l, found);
      inside(e.r, found);
      return;
    case "choose":
      inside(e.c, found);
      inside(e.t, found);
      inside(e.f, found);
      return;
    case "assign":
      inside(e.to, found);
      inside(e.v, found);
      return;
    case "mix":
      for (const one of e.of) inside(one, found);
      return;
    default:
      return;
  }
}

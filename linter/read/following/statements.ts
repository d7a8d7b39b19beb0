// Follows the statements of a function: which paths go on after each, and which return.
import { decide } from "../conditions.ts";
import type { Expr, Stmt } from "../facts.ts";
import type { Run } from "../run.ts";
import { mergeStates, type Out, type State } from "../state.ts";
import { either, nothing, type Scope } from "../values.ts";
import { bind } from "./assignments.ts";
import { condition } from "./branches.ts";

/** What ends the statements of a function on one path, or lets it go on. */
interface Ended {
  readonly next: State[];
  readonly returned: Out[];
}

/** Follows statements one after the other, each on all paths that came to it. */
export function block(run: Run, stmts: readonly Stmt[], states: State[], scope: Scope): Ended {
  let next = states;
  const returned: Out[] = [];
  for (const stmt of stmts) {
    if (next.length === 0) break;
    const after: State[] = [];
    for (const state of next) {
      const ended = statement(run, stmt, state, scope);
      after.push(...ended.next);
      returned.push(...ended.returned);
    }
    next = mergeStates(after);
  }
  return { next, returned };
}

function statement(run: Run, stmt: Stmt, s: State, scope: Scope): Ended {
  run.effort.step();
  switch (stmt.k) {
    case "do":
      return { next: run.eval(stmt.e, s, scope).map((out) => out.s), returned: [] };
    case "let": {
      if (stmt.e === null) return { next: bind(run, stmt.to, nothing, s, scope), returned: [] };
      return {
        next: run.eval(stmt.e, s, scope).flatMap((out) => bind(run, stmt.to, out.v, out.s, scope)),
        returned: [],
      };
    }
    case "if": {
      const { t, f } = condition(run, stmt.c, s, scope);
      const onTrue = block(run, stmt.t, mergeStates(t), scope);
      const onFalse = block(run, stmt.f, mergeStates(f), scope);
      return {
        next: [...onTrue.next, ...onFalse.next],
        returned: [...onTrue.returned, ...onFalse.returned],
      };
    }
    case "return":
      if (stmt.e === null) return { next: [], returned: [{ s, v: nothing }] };
      return { next: [], returned: returning(run, stmt.e, s, scope, stmt.at) };
    case "throw":
      run.eval(stmt.e, s, scope);
      return { next: [], returned: [] };
    case "try": {
      // Anything in the block may throw: the handler sees the path as it was before the block.
      const tried = stmt.c === null ? s : s.fork();
      const body = block(run, stmt.b, [tried], scope);
      const caught = stmt.c === null ? { next: [], returned: [] } : block(run, stmt.c, [s], scope);
      const after = block(run, stmt.f, mergeStates([...body.next, ...caught.next]), scope);
      return { next: after.next, returned: [...body.returned, ...caught.returned, ...after.returned] };
    }
    case "loop": {
      const outs = stmt.over === null ? [{ s, v: nothing }] : run.eval(stmt.over, s, scope);
      const next: State[] = [];
      const returned: Out[] = [];
      for (const out of outs) {
        const skipped = out.s.fork();
        const item =
          out.v.k === "array" && out.v.items.length > 0 ? either(out.v.items) : run.any("item", [out.v]);
        const entered = stmt.to === null ? [out.s] : bind(run, stmt.to, item, out.s, scope);
        const body = going(run, stmt, entered, scope);
        // What a loop over nothing leaves undone is of no interest, unless its body always returns.
        next.push(...(body.next.length > 0 ? body.next : [skipped]));
        returned.push(...body.returned);
      }
      return { next, returned };
    }
    case "switch":
      return switchOf(run, stmt, s, scope);
    case "leave":
      return { next: [s], returned: [] };
  }
}

/** What the handler itself returns is its answer. */
function returning(run: Run, e: Expr, s: State, scope: Scope, at: readonly [number, number]): Out[] {
  const outs = run.eval(e, s, scope);
  if (run.effort.open === 1)
    for (const { s: state, v } of outs)
      if (v.k !== "response")
        run.note({
          k: "answered",
          atoms: new Set(),
          plain: new Set(),
          values: [v],
          spot: run.spot(scope, at),
          guarded: state.guarded,
        });
  return outs;
}

/** The body of a loop is followed once, and what is made in it is known to be made as often as it goes round. */
function going(run: Run, stmt: Extract<Stmt, { k: "loop" }>, states: State[], scope: Scope): Ended {
  const [first] = states;
  const times =
    stmt.times === undefined || first === undefined
      ? undefined
      : run.eval(stmt.times, first.fork(), scope)[0]?.v;
  const before = run.rounds;
  if (times?.k === "const" && typeof times.v === "number" && times.v > 1 && times.v <= 64)
    run.rounds *= times.v;
  const ended = block(run, stmt.b, states, scope);
  run.rounds = before;
  return ended;
}

function switchOf(run: Run, stmt: Extract<Stmt, { k: "switch" }>, s: State, scope: Scope): Ended {
  const next: State[] = [];
  const returned: Out[] = [];
  for (const { s: state, v } of run.eval(stmt.e, s, scope)) {
    let open = [state];
    let otherwise: readonly Stmt[] | undefined;
    for (const [index, { test, b }] of stmt.cases.entries()) {
      // A case without statements falls through to the next one that has some.
      const body = b.length > 0 ? b : (stmt.cases.slice(index).find((later) => later.b.length > 0)?.b ?? []);
      if (test === null) {
        otherwise = body;
        continue;
      }
      const matched: State[] = [];
      const missed: State[] = [];
      for (const one of open)
        for (const out of run.eval(test, one, scope)) {
          const { t, f } = decide(
            run,
            { k: "test", op: "==", l: v, r: out.v, spot: run.spot(scope, [1, 1]) },
            out.s,
          );
          matched.push(...t);
          missed.push(...f);
        }
      const ended = block(run, body, mergeStates(matched), scope);
      next.push(...ended.next);
      returned.push(...ended.returned);
      open = mergeStates(missed);
    }
    const ended = otherwise === undefined ? { next: open, returned: [] } : block(run, otherwise, open, scope);
    next.push(...ended.next);
    returned.push(...ended.returned);
  }
  return { next, returned };
}

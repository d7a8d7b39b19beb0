// Follows a condition: the paths on which it holds and those on which it does not.
import { tellsDevelopment } from "../codes/guarded.ts";
import { type Decided, decide } from "../conditions.ts";
import type { Expr } from "../facts.ts";
import type { Run } from "../run.ts";
import { mergeStates, type State } from "../state.ts";
import type { Scope } from "../values.ts";
import { narrowed } from "./narrowing.ts";

/** The paths on which a condition holds and those on which it does not, each with what that shows. */
export function condition(run: Run, e: Expr, s: State, scope: Scope): Decided {
  switch (e.k) {
    case "not": {
      const { t, f } = condition(run, e.e, s, scope);
      return { t: f, f: t };
    }
    case "and": {
      const left = condition(run, e.l, s, scope);
      const t: State[] = [];
      const f = left.f;
      for (const state of mergeStates(left.t)) {
        const right = condition(run, e.r, state, scope);
        t.push(...right.t);
        f.push(...right.f);
      }
      return { t: mergeStates(t), f: mergeStates(f) };
    }
    case "or": {
      const left = condition(run, e.l, s, scope);
      const t = left.t;
      const f: State[] = [];
      for (const state of mergeStates(left.f)) {
        const right = condition(run, e.r, state, scope);
        t.push(...right.t);
        f.push(...right.f);
      }
      return { t: mergeStates(t), f: mergeStates(f) };
    }
    default: {
      const t: State[] = [];
      const f: State[] = [];
      for (const out of run.eval(e, s, scope)) {
        const told = tellsDevelopment(out.v);
        const decided = decide(run, out.v, out.s);
        if (told !== undefined) for (const state of told ? decided.t : decided.f) state.guarded = true;
        t.push(...decided.t);
        f.push(...decided.f);
      }
      return { t: narrowed(e, t, true, scope), f: narrowed(e, f, false, scope) };
    }
  }
}

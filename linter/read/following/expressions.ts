// Follows an expression: what its value is on each path that comes out of it.
import { noteFieldGone } from "../whole-body.ts";
import type { Site } from "../calls/call.ts";
import { callValue, methodCall } from "../calls/calls.ts";
import { nameOf } from "../called.ts";
import { calculated } from "../codes/arithmetic.ts";
import { restOfClock } from "../codes/clock.ts";
import { isLogging, noteLogged, noteRemoved } from "../codes/notes.ts";
import { answeredWith, setsCookie } from "../events.ts";
import type { Expr } from "../facts.ts";
import { lookUp, propertyOf } from "../lookup.ts";
import type { Run } from "../run.ts";
import { mergeApart, mergeOuts, mergeStates, type Out, type State } from "../state.ts";
import { either, no, nothing, type Scope, type Value, yes } from "../values.ts";
import { assign, isNamedRequest } from "./assignments.ts";
import { condition } from "./branches.ts";
import { compared, negated, objectOf, textOf } from "./composed.ts";
import { indexed } from "./indexed.ts";
import { yielded } from "./yielded.ts";

/** Follows an expression on one path. */
export function evaluate(run: Run, e: Expr, s: State, scope: Scope): Out[] {
  run.effort.step();
  switch (e.k) {
    case "lit":
      if (e.at === undefined) return [{ s, v: { k: "const", v: e.v } }];
      return [{ s, v: { k: "const", v: e.v, spot: run.spot(scope, e.at), guarded: s.guarded } }];
    case "pattern":
      return [{ s, v: { k: "native", name: e.text } }];
    case "id":
      return [{ s, v: lookUp(run, scope, e.n, s) }];
    case "this":
      return [{ s, v: selfOf(scope) ?? run.any("this") }];
    case "get":
      return evaluate(run, e.o, s, scope).map((out) => ({
        s: out.s,
        v: answerIn(e, out) ?? propertyOf(run, out.v, e.p, out.s),
      }));
    case "index":
      return each(run, [e.o, e.i], s, scope).map(({ s: state, vs: [o, i] }) => ({
        s: state,
        v: indexed(run, o ?? nothing, i ?? nothing, state, scope, e.at),
      }));
    case "text":
      return each(run, e.parts, s, scope).map(({ s: state, vs }) => ({
        s: state,
        v:
          (e.sum === true ? calculated(run, "+", vs[0] ?? nothing, vs[1] ?? nothing) : undefined) ??
          textOf(vs),
      }));
    case "mix":
      if (e.op === "yield") return awaited(run, e, s, scope);
      return each(run, e.of, s, scope).map(({ s: state, vs }) => ({
        s: state,
        v: mixed(run, e, vs, state, scope),
      }));
    case "object":
      return each(
        run,
        e.props.map(([, value]) => value),
        s,
        scope,
      ).map(({ s: state, vs }) => ({ s: state, v: objectOf(e.props, vs) }));
    case "array":
      return each(run, e.items, s, scope).map(({ s: state, vs }) => ({
        s: state,
        // `[...waiting]`: the rows of a list that lasts, as they are now.
        v: vs.length === 1 && vs[0]?.k === "store" && vs[0].memory ? vs[0] : { k: "array", items: vs },
      }));
    case "function": {
      const fn = run.project.factsOf(scope.file)?.functions[e.fn];
      return [
        {
          s,
          v: {
            k: "function",
            file: scope.file,
            fn: e.fn,
            scope,
            self: fn?.arrow === true ? selfOf(scope) : null,
          },
        },
      ];
    }
    case "class":
      return [{ s, v: { k: "class", file: scope.file, cls: e.cls } }];
    case "not":
      return evaluate(run, e.e, s, scope).map((out) => ({ s: out.s, v: negated(out.v) }));
    case "compare":
      return each(run, [e.l, e.r], s, scope).map(({ s: state, vs: [l, r] }) => ({
        s: state,
        v: compared(e.op, l ?? nothing, r ?? nothing, run.spot(scope, e.at), e.loose === true),
      }));
    case "and":
    case "or":
    case "nullish":
      return logical(run, e, s, scope);
    case "choose": {
      const { t, f } = condition(run, e.c, s, scope);
      return mergeApart([
        ...mergeStates(t).flatMap((state) => evaluate(run, e.t, state, scope)),
        ...mergeStates(f).flatMap((state) => evaluate(run, e.f, state, scope)),
      ]);
    }
    case "assign":
      return evaluate(run, e.v, s, scope).flatMap((out) =>
        assign(run, e.to, out.v, out.s, scope, run.spot(scope, e.at)).map((state) => ({
          s: state,
          v: out.v,
        })),
      );
    case "call":
      return call(run, e, s, scope);
  }
}

/** Evaluates several expressions in order. */
function each(run: Run, es: readonly Expr[], s: State, scope: Scope): { s: State; vs: Value[] }[] {
  let outs: { s: State; vs: Value[] }[] = [{ s, vs: [] }];
  for (const e of es)
    outs = outs.flatMap((out) =>
      evaluate(run, e, out.s, scope).map((next) => ({ s: next.s, vs: [...out.vs, next.v] })),
    );
  return outs;
}

function awaited(run: Run, e: Extract<Expr, { k: "mix" }>, s: State, scope: Scope): Out[] {
  const site: Site = { spot: run.spot(scope, e.at ?? [1, 1]), name: "yield", made: false, scope };
  return each(run, e.of, s, scope).flatMap(({ s: state, vs: [v] }) =>
    yielded(run, v ?? nothing, state, site, selfOf(scope)),
  );
}

function call(run: Run, e: Extract<Expr, { k: "call" }>, s: State, scope: Scope): Out[] {
  const spot = run.spot(scope, e.at, e.end);
  if (e.f.k === "id" && e.f.n === "require" && e.a[0]?.k === "lit" && typeof e.a[0].v === "string")
    return [{ s, v: run.required(scope.file, e.a[0].v) }];
  const calleeOf = e.f.k === "get" ? e.f.o : e.f;
  const member = e.f.k === "get" ? e.f.p : null;
  const site: Site = { spot, name: nameOf(e.f), made: e.made, scope };
  const evaluated = each(run, [calleeOf, ...e.a], s, scope);
  const around = run.logging;
  const logs = !around && isLogging(site.name);
  if (logs) {
    run.logging = true;
    for (const { s: state, vs } of evaluated) noteLogged(run, vs.slice(1), state, site);
  }
  for (const { s: state, vs } of evaluated)
    if (setsCookie(site.name, vs.slice(1))) run.note(answeredWith(vs.slice(1), state));
  const outs = evaluated.flatMap(({ s: state, vs: [on, ...args] }) =>
    // A list of digits that is put together and joined later.
    on?.k === "array" && member === "push" && on.items.length < 16
      ? assign(run, calleeOf, { k: "array", items: [...on.items, ...args] }, state, scope, spot).map(
          (next): Out => ({ s: next, v: nothing }),
        )
      : member === null
        ? callValue(run, on ?? nothing, args, state, site)
        : methodCall(run, { on: on ?? nothing, member, args, s: state, site }),
  );
  run.logging = around;
  return outs.length > 1 ? mergeOuts(outs) : outs;
}

function logical(run: Run, e: Extract<Expr, { k: "and" | "or" | "nullish" }>, s: State, scope: Scope): Out[] {
  if (e.k === "and") {
    const { t, f } = condition(run, e.l, s, scope);
    return mergeApart([
      ...mergeStates(t).flatMap((state) => evaluate(run, e.r, state, scope)),
      ...mergeStates(f).map((state): Out => ({ s: state, v: no })),
    ]);
  }
  if (e.k === "or" && (decides(e.l) || decides(e.r))) {
    const { t, f } = condition(run, e, s, scope);
    return [
      ...mergeStates(t).map((state): Out => ({ s: state, v: yes })),
      ...mergeStates(f).map((state): Out => ({ s: state, v: no })),
    ];
  }
  return evaluate(run, e.l, s, scope).flatMap((left) => {
    if (left.v.k === "const")
      return left.v.v === null || left.v.v === undefined || (e.k === "or" && !left.v.v)
        ? evaluate(run, e.r, left.s, scope)
        : [left];
    if (left.v.k === "object" || left.v.k === "array" || left.v.k === "function" || left.v.k === "fresh")
      return [left];
    // A value of the request or of a store keeps what it is; what stands in for it when it is absent proves nothing.
    return evaluate(run, e.r, left.s, scope).map((right) => ({
      s: right.s,
      v: standsIn(right.v) ? left.v : either([left.v, right.v]),
    }));
  });
}

function mixed(
  run: Run,
  e: Extract<Expr, { k: "mix" }>,
  vs: readonly Value[],
  s: State,
  scope: Scope,
): Value {
  const [first, second] = vs;
  if (e.op === "delete") {
    noteFieldGone(first, s);
    for (const one of first?.k === "either" ? first.of : [first ?? nothing])
      if (one.k === "record")
        noteRemoved(run, one.store, one.path === "" ? null : one.path, s, run.spot(scope, e.at ?? [1, 1]));
    return yes;
  }
  if (e.op === "++") return run.any("count", vs);
  if (e.op !== undefined && first !== undefined && second !== undefined)
    return (
      calculated(run, e.op, first, second) ??
      restOfClock(run, e.op, first, second, run.spot(scope, e.at ?? [1, 1])) ??
      run.any("", vs)
    );
  return vs.length === 1 && first !== undefined ? first : run.any("", vs);
}

/** The answer so far, where a context of Koa is asked for it: `context.body`. */
function answerIn(e: Extract<Expr, { k: "get" }>, on: Out): Value | undefined {
  return e.p === "body" && on.v.k === "request" && !isNamedRequest(e.o)
    ? on.s.written.get("answer")
    : undefined;
}

function selfOf(scope: Scope | null): Value | null {
  for (let at = scope; at !== null; at = at.up) if (at.self !== null) return at.self;
  return null;
}

/** An expression that is true or false by itself, not a value with a stand-in. */
function decides(e: Expr): boolean {
  return (
    e.k === "not" || e.k === "compare" || ((e.k === "and" || e.k === "or") && (decides(e.l) || decides(e.r)))
  );
}

function standsIn(value: Value): boolean {
  return (
    value.k === "const" ||
    (value.k === "object" && Object.keys(value.props).length === 0 && value.rest.length === 0) ||
    (value.k === "array" && value.items.length === 0)
  );
}

// Follows the paths through a function, with the functions that it calls: who is asked for what before something changes.
import { callValue, methodCall } from "./calls.ts";
import type { Entry } from "./entries.ts";
import type { CompareOp, Expr, Pattern, Stmt } from "./facts.ts";
import { answeredWith, type Happening } from "./events.ts";
import { lookUp, propertyOf, soundsLikeWho, typedValue } from "./lookup.ts";
import { noteSession } from "./effects.ts";
import { soundsLikeProofGuard, soundsLikeSessionGuard } from "./names.ts";
import type { Project } from "./project.ts";
import { mergeOuts, mergeStates, State, type Out } from "./state.ts";
import { decide } from "./conditions.ts";
import {
  atomsOf,
  either,
  inputIn,
  keyOf,
  no,
  nothing,
  slotName,
  type Scope,
  type Spot,
  type Value,
  yes,
} from "./values.ts";

/** How many steps one entry point may take before reading gives up on it, and how deep calls may go. */
const stepsPerEntry = 15_000;
const deepestCall = 16;
/**
 * A function that took this many steps in all and never checked, sent or wrote anything is not entered again: large
 * projects run every request through the same machinery of logs, permissions and queries.
 */
const barrenAfter = 2_500;

/** Thrown inside a run when an entry point takes more steps than it may. */
class OutOfSteps extends Error {}

/** What ends the statements of a function on one path, or lets it go on. */
interface Ended {
  readonly next: State[];
  readonly returned: Out[];
}

/** A reading in progress: the tables that last over all entry points, and the happenings of the current one. */
export class Run {
  readonly project: Project;
  readonly moduleValues = new Map<string, Value>();
  readonly childIds = new Map<string, number>();
  /** Variables that functions made while a module was read have closed over. */
  readonly lastingCells = new Map<number, Value>();
  happenings: Happening[] = [];
  /** The functions that were followed from some entry point, as `file:index`. */
  readonly reached = new Set<string>();
  /** The functions that are entry points themselves. */
  readonly handled = new Set<string>();
  /** The paths that called `next()` in the middleware that is being followed. */
  passed: State[] = [];
  stack: string[] = [];
  private readonly fruitless = new Map<string, number>();
  private fruits = 0;
  private ids = 0;
  private busy = false;
  private steps = 0;

  constructor(project: Project) {
    this.project = project;
  }

  newId(): number {
    return ++this.ids;
  }

  /** The same number for the same key, so that a value read twice is known to be one value. */
  childId(key: string): number {
    const known = this.childIds.get(key);
    if (known !== undefined) return known;
    const id = this.newId();
    this.childIds.set(key, id);
    return id;
  }

  any(name: string, from: readonly Value[] = []): Value {
    return { k: "any", name, id: this.newId(), from: from.slice(0, 8) };
  }

  note(happening: Happening): void {
    // Whatever is stored or answered is noted, but only what was made, sent or changed makes a function worth entering.
    if (
      happening.k === "sent" ||
      happening.k === "effect" ||
      (happening.k === "kept" && happening.atoms.size > 0)
    )
      this.fruits++;
    if (this.happenings.length < 4_000) this.happenings.push(happening);
  }

  /** Runs `work` as one entry point: with its own budget and its own happenings. */
  within(work: () => void): { happenings: readonly Happening[]; gaveUp: boolean } {
    this.happenings = [];
    this.passed = [];
    this.stack = [];
    const gaveUp = !this.bounded(work);
    return { happenings: this.happenings, gaveUp };
  }

  /**
   * Does some work with a budget of its own, and says whether it came to an end. Work inside of other work shares its
   * budget. Code can be so deeply nested or so tangled that following it would take forever or fill the call stack.
   */
  bounded(work: () => void): boolean {
    if (this.busy) {
      work();
      return true;
    }
    this.busy = true;
    this.steps = 0;
    try {
      work();
      return true;
    } catch (error) {
      if (error instanceof OutOfSteps || error instanceof RangeError) return false;
      throw error;
    } finally {
      this.busy = false;
      this.stack = [];
    }
  }

  /** Follows an entry point: what stands before its handler, then the handler on each path that was let through. */
  follow(entry: Entry): { happenings: readonly Happening[]; gaveUp: boolean } {
    const { handler } = entry;
    this.handled.add(`${handler.file}:${handler.fn}`);
    return this.within(() => {
      let states = [new State()];
      for (const before of entry.before)
        states = mergeStates(states.flatMap((state) => this.letThrough(before, state, entry)));
      for (const state of states)
        for (const out of this.callFunction(handler, entry.args, state)) {
          this.note(answeredWith([out.v]));
          this.note({ k: "passed", claims: out.s.claims });
        }
    });
  }

  /** The paths on which a middleware or a guard lets a request through. */
  private letThrough({ name, value }: Entry["before"][number], s: State, entry: Entry): State[] {
    const guards = soundsLikeSessionGuard(name);
    const spot: Spot = {
      file: entry.point.place.file,
      at: [entry.point.place.line, entry.point.place.column],
    };
    if (value.k === "function") {
      this.passed = [];
      const outs = this.callFunction(
        value,
        [{ k: "request" }, { k: "response" }, { k: "native", name: "next" }],
        s.fork(),
      );
      // Hooks that take no `next` let through by returning.
      const passed = this.passed.length > 0 ? this.passed : outs.map((out) => out.s);
      this.passed = [];
      if (guards)
        for (const state of passed)
          if (!state.claims.some((claim) => claim.k === "token" || claim.k === "session"))
            state.claim({ k: "session", spot, detail: name });
      return passed.length > 0 ? mergeStates(passed) : [s];
    }
    if (value.k === "class" || value.k === "instance") {
      const guard = propertyOf(
        this,
        { k: "instance", file: value.file, cls: value.cls, given: null },
        "canActivate",
        s,
      );
      if (guard.k === "function" && !guards) {
        const states = this.callFunction(guard, [this.any("context")], s).flatMap(
          (out) => decide(this, out.v, out.s).t,
        );
        return states.length > 0 ? mergeStates(states) : [s];
      }
    }
    if (guards) s.claim({ k: "session", spot, detail: name });
    // What it asks for was not read; that it asks for something is all that its name says.
    else if (isUnread(value) && soundsLikeProofGuard(name)) s.claim({ k: "unknown", spot, detail: name });
    return [s];
  }

  step(): void {
    if (++this.steps > stepsPerEntry) throw new OutOfSteps();
  }

  // ---- calls

  /** Follows a function of the project. Paths on which it throws end in it. */
  callFunction(callee: Extract<Value, { k: "function" }>, args: readonly Value[], s: State): Out[] {
    const facts = this.project.factsOf(callee.file);
    const fn = facts?.functions[callee.fn];
    const name = `${callee.file}:${callee.fn}`;
    if (
      fn === undefined ||
      this.stack.length >= deepestCall ||
      this.stack.filter((other) => other === name).length > 1
    )
      return [{ s, v: this.any(fn?.name ?? "", args) }];
    if (this.stack.length > 0) this.reached.add(name);
    const spent = this.stack.length === 0 ? 0 : (this.fruitless.get(name) ?? 0);
    if (spent > barrenAfter) return [{ s, v: this.any(fn.name, args) }];
    const began = { steps: this.steps, notes: this.fruits, claims: s.claims };
    this.stack.push(name);
    const before = new Set(s.cells.keys());
    const scope: Scope = {
      file: callee.file,
      fn: callee.fn,
      cells: new Map(),
      up: callee.scope,
      self: callee.self,
    };
    let states: State[] = [s];
    fn.params.forEach((param, index) => {
      let value = args[index];
      states = states.flatMap((state) => {
        if (value !== undefined && !(value.k === "const" && value.v === undefined)) {
          // A typed parameter that gets something unknown may still be known by its type.
          if (value.k === "any" && value.from.length === 0)
            value = typedValue(this, callee.file, param.type, value.name) ?? value;
          return this.bind(param.to, value, state, scope);
        }
        const otherwise = param.otherwise === null ? undefined : this.eval(param.otherwise, state, scope);
        if (otherwise === undefined)
          return this.bind(
            param.to,
            index < args.length ? nothing : this.absentArgument(callee.file, param.type, param.to),
            state,
            scope,
          );
        return otherwise.flatMap((out) => this.bind(param.to, out.v, out.s, scope));
      });
    });
    const ended = this.block(fn.body, states, scope);
    this.stack.pop();
    const bore =
      this.fruits > began.notes ||
      [...ended.returned.map((out) => out.s), ...ended.next].some((state) => state.claims !== began.claims);
    this.fruitless.set(name, bore ? -Infinity : spent + this.steps - began.steps);
    const outs = [...ended.returned, ...ended.next.map((state): Out => ({ s: state, v: nothing }))];
    for (const out of outs)
      if (!holdsFunction(out.v))
        for (const cell of out.s.cells.keys()) if (!before.has(cell)) out.s.cells.delete(cell);
    return mergeOuts(outs);
  }

  private absentArgument(file: string, type: Parameters<typeof typedValue>[2], to: Pattern): Value {
    const name = to.k === "name" ? to.n : "";
    return typedValue(this, file, type, name) ?? nothing;
  }

  // ---- statements

  block(stmts: readonly Stmt[], states: State[], scope: Scope): Ended {
    let next = states;
    const returned: Out[] = [];
    for (const stmt of stmts) {
      if (next.length === 0) break;
      const after: State[] = [];
      for (const state of next) {
        const ended = this.statement(stmt, state, scope);
        after.push(...ended.next);
        returned.push(...ended.returned);
      }
      next = mergeStates(after);
    }
    return { next, returned };
  }

  private statement(stmt: Stmt, s: State, scope: Scope): Ended {
    this.step();
    switch (stmt.k) {
      case "do":
        return { next: this.eval(stmt.e, s, scope).map((out) => out.s), returned: [] };
      case "let": {
        if (stmt.e === null) return { next: this.bind(stmt.to, nothing, s, scope), returned: [] };
        return {
          next: this.eval(stmt.e, s, scope).flatMap((out) => this.bind(stmt.to, out.v, out.s, scope)),
          returned: [],
        };
      }
      case "if": {
        const { t, f } = this.condition(stmt.c, s, scope);
        const onTrue = this.block(stmt.t, mergeStates(t), scope);
        const onFalse = this.block(stmt.f, mergeStates(f), scope);
        return {
          next: [...onTrue.next, ...onFalse.next],
          returned: [...onTrue.returned, ...onFalse.returned],
        };
      }
      case "return":
        if (stmt.e === null) return { next: [], returned: [{ s, v: nothing }] };
        return { next: [], returned: this.eval(stmt.e, s, scope) };
      case "throw":
        this.eval(stmt.e, s, scope);
        return { next: [], returned: [] };
      case "try": {
        // Anything in the block may throw: the handler sees the path as it was before the block.
        const tried = stmt.c === null ? s : s.fork();
        const body = this.block(stmt.b, [tried], scope);
        const caught = stmt.c === null ? { next: [], returned: [] } : this.block(stmt.c, [s], scope);
        const after = this.block(stmt.f, mergeStates([...body.next, ...caught.next]), scope);
        return { next: after.next, returned: [...body.returned, ...caught.returned, ...after.returned] };
      }
      case "loop": {
        const outs = stmt.over === null ? [{ s, v: nothing }] : this.eval(stmt.over, s, scope);
        const next: State[] = [];
        const returned: Out[] = [];
        for (const out of outs) {
          const skipped = out.s.fork();
          const item =
            out.v.k === "array" && out.v.items.length > 0 ? either(out.v.items) : this.any("item", [out.v]);
          const entered = stmt.to === null ? [out.s] : this.bind(stmt.to, item, out.s, scope);
          const body = this.block(stmt.b, entered, scope);
          // What a loop over nothing leaves undone is of no interest, unless its body always returns.
          next.push(...(body.next.length > 0 ? body.next : [skipped]));
          returned.push(...body.returned);
        }
        return { next, returned };
      }
      case "switch":
        return this.switchOf(stmt, s, scope);
      case "leave":
        return { next: [s], returned: [] };
    }
  }

  private switchOf(stmt: Extract<Stmt, { k: "switch" }>, s: State, scope: Scope): Ended {
    const next: State[] = [];
    const returned: Out[] = [];
    for (const { s: state, v } of this.eval(stmt.e, s, scope)) {
      let open = [state];
      let otherwise: readonly Stmt[] | undefined;
      for (const [index, { test, b }] of stmt.cases.entries()) {
        // A case without statements falls through to the next one that has some.
        const body =
          b.length > 0 ? b : (stmt.cases.slice(index).find((later) => later.b.length > 0)?.b ?? []);
        if (test === null) {
          otherwise = body;
          continue;
        }
        const matched: State[] = [];
        const missed: State[] = [];
        for (const one of open)
          for (const out of this.eval(test, one, scope)) {
            const { t, f } = decide(
              this,
              { k: "test", op: "==", l: v, r: out.v, spot: this.spot(scope, [1, 1]) },
              out.s,
            );
            matched.push(...t);
            missed.push(...f);
          }
        const ended = this.block(body, mergeStates(matched), scope);
        next.push(...ended.next);
        returned.push(...ended.returned);
        open = mergeStates(missed);
      }
      const ended =
        otherwise === undefined ? { next: open, returned: [] } : this.block(otherwise, open, scope);
      next.push(...ended.next);
      returned.push(...ended.returned);
    }
    return { next, returned };
  }

  // ---- bindings

  bind(pattern: Pattern, value: Value, s: State, scope: Scope): State[] {
    switch (pattern.k) {
      case "name": {
        const cell = scope.cells.get(pattern.n) ?? this.newId();
        scope.cells.set(pattern.n, cell);
        s.cells.set(cell, value);
        return [s];
      }
      case "items":
        pattern.of.forEach((item, index) => {
          if (item === null) return;
          const part =
            value.k === "array"
              ? (value.items[index] ?? this.any("", [value]))
              : value.k === "record" || value.k === "input"
                ? value
                : (this.rowOf(value) ?? this.any("", [value]));
          this.bind(item, part, s, scope);
        });
        return [s];
      case "fields": {
        let states = [s];
        for (const [key, to, otherwise] of pattern.of) {
          states = states.flatMap((state) => {
            const part = key === null ? value : propertyOf(this, value, key, state);
            const absent = part.k === "const" && part.v === undefined;
            if (otherwise === null || !absent) return this.bind(to, part, state, scope);
            return this.eval(otherwise, state, scope).flatMap((out) => this.bind(to, out.v, out.s, scope));
          });
        }
        return states;
      }
    }
  }

  private assign(to: Expr, value: Value, s: State, scope: Scope, spot: Spot): State[] {
    switch (to.k) {
      case "id": {
        const cell = cellOf(scope, to.n);
        if (cell !== undefined) s.cells.set(cell, value);
        else s.written.set(`module:${scope.file}:${to.n}`, value);
        return [s];
      }
      case "get":
        return this.eval(to.o, s, scope).flatMap((out) =>
          this.assignField(to.o, out.v, to.p, value, out.s, scope, spot),
        );
      case "index": {
        const outs = this.eval(to.o, s, scope).flatMap((out) =>
          this.eval(to.i, out.s, scope).map((i) => ({ o: out.v, i: i.v, s: i.s })),
        );
        for (const { o, i, s: state } of outs) {
          if (o.k === "store") this.keep(slotName(o.name, i), i, value, state, spot);
          else if (o.k === "record") this.keep(`${o.store}.${o.path}`, i, value, state, spot);
        }
        return outs.map((out) => out.s);
      }
      case "object":
        return this.bind(
          {
            k: "fields",
            of: to.props.map(([key, e]) => [key, { k: "name", n: e.k === "id" ? e.n : "" }, null]),
          },
          value,
          s,
          scope,
        );
      case "array":
        return this.bind(
          { k: "items", of: to.items.map((e) => (e.k === "id" ? { k: "name", n: e.n } : null)) },
          value,
          s,
          scope,
        );
      default:
        return [s];
    }
  }

  private assignField(
    owner: Expr,
    on: Value,
    field: string,
    value: Value,
    s: State,
    scope: Scope,
    spot: Spot,
  ): State[] {
    switch (on.k) {
      case "object": {
        const changed: Value = { ...on, props: { ...on.props, [field]: value } };
        return this.assign(owner, changed, s, scope, spot);
      }
      case "either": {
        const record = on.of.find((one) => one.k === "record" || one.k === "object");
        return record === undefined ? [s] : this.assignField(owner, record, field, value, s, scope, spot);
      }
      case "record":
        s.written.set(`record:${on.id}:${on.path === "" ? field : `${on.path}.${field}`}`, value);
        s.places.set(`record:${on.id}:${on.path === "" ? field : `${on.path}.${field}`}`, spot);
        if (on.store === "session") {
          this.keepField("session", on.path === "" ? field : `${on.path}.${field}`, value, s, spot);
          if (soundsLikeWho(field) && inputIn(value) === undefined && value.k !== "const")
            noteSession(this, "the session", value, s, spot);
        }
        return [s];
      case "request":
        s.written.set(`request:${field}`, value);
        return [s];
      case "store":
        if (on.memory)
          this.keep(slotName(on.name, { k: "const", v: field }), { k: "const", v: field }, value, s, spot);
        return [s];
      case "instance":
        s.written.set(`this:${on.file}:${on.cls}:${field}`, value);
        return [s];
      default:
        return [s];
    }
  }

  /** Notes that a store now holds `value` under `key`, each leaf of it on its own. */
  keep(store: string, key: Value, value: Value, s: State, spot: Spot): void {
    this.keepField(store, "#key", key, s, spot);
    this.keepField(store, "", value, s, spot);
  }

  keepField(store: string, path: string, value: Value, s: State, spot: Spot): void {
    const inner = value.k === "hash" ? value.of : value;
    if ((inner.k === "object" && inner.model === null) || (inner.k === "object" && path === "")) {
      for (const [key, prop] of Object.entries(inner.props))
        this.keepField(store, path === "" ? key : `${path}.${key}`, prop, s, spot);
      for (const rest of inner.rest)
        if (rest.k === "object" || rest.k === "either") this.keepField(store, path, rest, s, spot);
      return;
    }
    if (inner.k === "either") {
      for (const one of inner.of) this.keepField(store, path, one, s, spot);
      return;
    }
    this.noteKept(store, path, value, s, spot);
  }

  private noteKept(store: string, path: string, value: Value, s: State, spot: Spot): void {
    if (
      value.k === "const" &&
      (value.v === null || value.v === undefined || value.v === false || value.v === "")
    )
      return;
    this.note({ k: "kept", store, path, value, atoms: atomsOf(value), spot, claims: s.claims });
  }

  // ---- conditions

  /** The paths on which a condition holds and those on which it does not, each with what that shows. */
  condition(e: Expr, s: State, scope: Scope): { t: State[]; f: State[] } {
    switch (e.k) {
      case "not": {
        const { t, f } = this.condition(e.e, s, scope);
        return { t: f, f: t };
      }
      case "and": {
        const left = this.condition(e.l, s, scope);
        const t: State[] = [];
        const f = left.f;
        for (const state of mergeStates(left.t)) {
          const right = this.condition(e.r, state, scope);
          t.push(...right.t);
          f.push(...right.f);
        }
        return { t: mergeStates(t), f: mergeStates(f) };
      }
      case "or": {
        const left = this.condition(e.l, s, scope);
        const t = left.t;
        const f: State[] = [];
        for (const state of mergeStates(left.f)) {
          const right = this.condition(e.r, state, scope);
          t.push(...right.t);
          f.push(...right.f);
        }
        return { t: mergeStates(t), f: mergeStates(f) };
      }
      default: {
        const t: State[] = [];
        const f: State[] = [];
        for (const out of this.eval(e, s, scope)) {
          const decided = decide(this, out.v, out.s);
          t.push(...decided.t);
          f.push(...decided.f);
        }
        return { t, f };
      }
    }
  }

  // ---- expressions

  eval(e: Expr, s: State, scope: Scope): Out[] {
    this.step();
    switch (e.k) {
      case "lit":
        return [{ s, v: { k: "const", v: e.v } }];
      case "id":
        return [{ s, v: lookUp(this, scope, e.n, s) }];
      case "this":
        return [{ s, v: selfOf(scope) ?? this.any("this") }];
      case "get":
        return this.eval(e.o, s, scope).map((out) => ({ s: out.s, v: propertyOf(this, out.v, e.p, out.s) }));
      case "index":
        return this.each([e.o, e.i], s, scope).map(({ s: state, vs: [o, i] }) => ({
          s: state,
          v: this.indexed(o ?? nothing, i ?? nothing, state, scope, e.at),
        }));
      case "text":
        return this.each(e.parts, s, scope).map(({ s: state, vs }) => ({ s: state, v: textOf(vs) }));
      case "mix":
        return this.each(e.of, s, scope).map(({ s: state, vs }) => ({
          s: state,
          v: vs.length === 1 && vs[0] !== undefined ? vs[0] : this.any("", vs),
        }));
      case "object":
        return this.each(
          e.props.map(([, value]) => value),
          s,
          scope,
        ).map(({ s: state, vs }) => ({ s: state, v: objectOf(e.props, vs) }));
      case "array":
        return this.each(e.items, s, scope).map(({ s: state, vs }) => ({
          s: state,
          v: { k: "array", items: vs },
        }));
      case "function": {
        const fn = this.project.factsOf(scope.file)?.functions[e.fn];
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
        return this.eval(e.e, s, scope).map((out) => ({ s: out.s, v: negated(out.v) }));
      case "compare":
        return this.each([e.l, e.r], s, scope).map(({ s: state, vs: [l, r] }) => ({
          s: state,
          v: compared(e.op, l ?? nothing, r ?? nothing, this.spot(scope, e.at)),
        }));
      case "and":
      case "or":
      case "nullish":
        return this.logical(e, s, scope);
      case "choose": {
        const { t, f } = this.condition(e.c, s, scope);
        return mergeOuts([
          ...mergeStates(t).flatMap((state) => this.eval(e.t, state, scope)),
          ...mergeStates(f).flatMap((state) => this.eval(e.f, state, scope)),
        ]);
      }
      case "assign":
        return this.eval(e.v, s, scope).flatMap((out) =>
          this.assign(e.to, out.v, out.s, scope, this.spot(scope, e.at)).map((state) => ({
            s: state,
            v: out.v,
          })),
        );
      case "call":
        return this.call(e, s, scope);
    }
  }

  /** Evaluates several expressions in order. */
  each(es: readonly Expr[], s: State, scope: Scope): { s: State; vs: Value[] }[] {
    let outs: { s: State; vs: Value[] }[] = [{ s, vs: [] }];
    for (const e of es)
      outs = outs.flatMap((out) =>
        this.eval(e, out.s, scope).map((next) => ({ s: next.s, vs: [...out.vs, next.v] })),
      );
    return outs;
  }

  spot(scope: Scope, at: readonly [number, number], end?: number): Spot {
    return end === undefined ? { file: scope.file, at } : { file: scope.file, at, end };
  }

  private logical(e: Extract<Expr, { k: "and" | "or" | "nullish" }>, s: State, scope: Scope): Out[] {
    if (e.k === "and") {
      const { t, f } = this.condition(e.l, s, scope);
      return mergeOuts([
        ...mergeStates(t).flatMap((state) => this.eval(e.r, state, scope)),
        ...mergeStates(f).map((state): Out => ({ s: state, v: no })),
      ]);
    }
    if (e.k === "or" && (decides(e.l) || decides(e.r))) {
      const { t, f } = this.condition(e, s, scope);
      return [
        ...mergeStates(t).map((state): Out => ({ s: state, v: yes })),
        ...mergeStates(f).map((state): Out => ({ s: state, v: no })),
      ];
    }
    return this.eval(e.l, s, scope).flatMap((left) => {
      if (left.v.k === "const")
        return left.v.v === null || left.v.v === undefined || (e.k === "or" && !left.v.v)
          ? this.eval(e.r, left.s, scope)
          : [left];
      if (left.v.k === "object" || left.v.k === "array" || left.v.k === "function" || left.v.k === "fresh")
        return [left];
      // A value of the request or of a store keeps what it is; what stands in for it when it is absent proves nothing.
      return this.eval(e.r, left.s, scope).map((right) => ({
        s: right.s,
        v: standsIn(right.v) ? left.v : either([left.v, right.v]),
      }));
    });
  }

  /** A query that was awaited: its first row, or the rows. The same query gives the same rows each time it is asked. */
  rowOf(query: Value): Extract<Value, { k: "record" }> | undefined {
    if (query.k !== "store" || query.memory || query.filter === null || query.spot === undefined)
      return undefined;
    const { name, filter, spot } = query;
    const id = this.childId(`row:${spot.file}:${spot.at.join(":")}:${keyOf(query)}`);
    return { k: "record", store: name, filter, path: "", id, spot, certain: false };
  }

  private indexed(o: Value, i: Value, s: State, scope: Scope, at: readonly [number, number]): Value {
    if (i.k === "const" && typeof i.v === "string") return propertyOf(this, o, i.v, s);
    if (o.k === "array")
      return i.k === "const" && typeof i.v === "number" ? (o.items[i.v] ?? nothing) : either(o.items);
    if (o.k === "store" && o.memory)
      return this.record(
        slotName(o.name, i),
        { k: "object", props: { "#key": i }, rest: [], model: null },
        this.spot(scope, at),
      );
    if (o.k === "record") return o;
    const row = this.rowOf(o);
    if (row !== undefined) return row;
    if (o.k === "input") return o;
    if (o.k === "object") return either(Object.values(o.props));
    return this.any("", [o, i]);
  }

  record(store: string, filter: Value | null, spot: Spot, certain = false): Value {
    return { k: "record", store, filter, path: "", id: this.newId(), spot, certain };
  }

  // ---- calls in expressions

  private call(e: Extract<Expr, { k: "call" }>, s: State, scope: Scope): Out[] {
    const spot = this.spot(scope, e.at, e.end);
    if (e.f.k === "id" && e.f.n === "require" && e.a[0]?.k === "lit" && typeof e.a[0].v === "string")
      return [{ s, v: this.required(scope.file, e.a[0].v) }];
    const calleeOf = e.f.k === "get" ? e.f.o : e.f;
    const member = e.f.k === "get" ? e.f.p : null;
    const outs = this.each([calleeOf, ...e.a], s, scope).flatMap(({ s: state, vs: [on, ...args] }) =>
      member === null
        ? callValue(this, on ?? nothing, args, state, { spot, name: nameOf(e.f), made: e.made, scope })
        : methodCall(this, on ?? nothing, member, args, state, {
            spot,
            name: nameOf(e.f),
            made: e.made,
            scope,
          }),
    );
    return outs.length > 1 ? mergeOuts(outs) : outs;
  }

  required(file: string, specifier: string): Value {
    const found = this.project.modules.resolve(file, specifier);
    if (found !== undefined) return { k: "module", file: found };
    return { k: "package", module: specifier.replace(/^node:/, ""), path: "", args: [], id: 0 };
  }
}

// ---- small helpers, in order of use

/** The dotted name by which something is called in the code: `this.smsService.send`. */
export function nameOf(e: Expr): string {
  switch (e.k) {
    case "id":
      return e.n;
    case "this":
      return "this";
    case "get":
      return `${nameOf(e.o)}.${e.p}`;
    case "index":
      return nameOf(e.o);
    case "call":
      return `${nameOf(e.f)}()`;
    default:
      return "";
  }
}

function cellOf(scope: Scope | null, name: string): number | undefined {
  for (let at = scope; at !== null; at = at.up) {
    const cell = at.cells.get(name);
    if (cell !== undefined) return cell;
  }
  return undefined;
}

export function selfOf(scope: Scope | null): Value | null {
  for (let at = scope; at !== null; at = at.up) if (at.self !== null) return at.self;
  return null;
}

function holdsFunction(value: Value): boolean {
  if (value.k === "function") return value.scope !== null;
  if (value.k === "object") return Object.values(value.props).some(holdsFunction);
  if (value.k === "array" || value.k === "either")
    return (value.k === "array" ? value.items : value.of).some(holdsFunction);
  return false;
}

function textOf(parts: readonly Value[]): Value {
  const known = parts.map((part) => (part.k === "const" ? part : undefined));
  if (known.every((part) => part !== undefined)) {
    const [only] = known;
    if (known.length === 1 && only !== undefined) return only;
    return { k: "const", v: known.map(({ v }) => String(v)).join("") };
  }
  // A template of one value around nothing is that value.
  const told = parts.filter((part) => !(part.k === "const" && part.v === ""));
  const [only] = told;
  return told.length === 1 && only !== undefined ? only : { k: "text", parts: told };
}

function objectOf(props: readonly (readonly [string | null, Expr])[], values: readonly Value[]): Value {
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

function negated(value: Value): Value {
  if (value.k === "not") return value.of;
  if (value.k === "const") return { k: "const", v: !value.v };
  return { k: "not", of: value };
}

function compared(op: CompareOp, l: Value, r: Value, spot: Spot): Value {
  if (l.k === "const" && r.k === "const" && (op === "==" || op === "!="))
    return { k: "const", v: (l.v === r.v) === (op === "==") };
  return { k: "test", op, l, r, spot };
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

/** Something of which nothing is known but its name: not what was put together here, such as a list of checks of a form. */
function isUnread(value: Value): boolean {
  return value.k === "package"
    ? !/valid|joi|zod|yup|celebrate/i.test(value.module)
    : value.k === "any" && value.from.length === 0;
}

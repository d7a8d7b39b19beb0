// Follows the paths through a function, with the functions that it calls: who is asked for what before something changes.
import { callValue, methodCall, type Site } from "./calls.ts";
import { calculated, chosen } from "./codes/arithmetic.ts";
import { tellsDevelopment } from "./codes/guarded.ts";
import type { Lifetime } from "./codes/lifetimes.ts";
import { saidOnce } from "./codes/said.ts";
import { isLogging, noteAged, noteLogged, noteRemoved } from "./codes/notes.ts";
import type { Entry } from "./entries/index.ts";
import type { CompareOp, Expr, FunctionFacts, Pattern, Stmt } from "./facts.ts";
import { answeredWith, type Happening, setsCookie } from "./events.ts";
import { Gates } from "./gates.ts";
import { lookUp, propertyOf, typedValue } from "./lookup.ts";
import { noteSession } from "./effects.ts";
import type { Project } from "./project.ts";
import { isCodeName, isPasswordName } from "./names.ts";
import { soundsLikeWho } from "./requests.ts";
import { mergeApart, mergeOuts, mergeStates, type Out, State } from "./state.ts";
import { decide } from "./conditions.ts";
import { expressionsIn } from "./visit.ts";
import {
  atomsOf,
  either,
  inputIn,
  keyOf,
  no,
  nothing,
  parts,
  slotName,
  type Scope,
  type Spot,
  type Value,
  yes,
} from "./values.ts";

/** How many steps one entry point may take before reading gives up on it, and how deep calls may go. */
const stepsPerEntry = 15_000;
/** An entry point that has led somewhere may take more of them. */
const stepsOfFruitful = 2 * stepsPerEntry;
/**
 * Steps that a whole project may take at entry points which bear nothing. After that the others get fewer, and very few
 * where no word has to do with signing in, as in most of a large product.
 */
const stepsInVain = 150_000;
const stepsOfLate = 1_000;
const words =
  /otp|sms|phone|mobile|passw|pwd|verif|log_?in|sign_?(?:in|up)|reset|recover|forgot|2fa|mfa|factor|_?code$/i;
const deepestCall = 16;
/** Functions without a name go on with what the one around them does, so many of them may be inside each other. */
const deepestNameless = 48;
/**
 * A function that took this many steps in all and never checked, sent or wrote anything is not entered again: large
 * projects run every request through the same machinery of logs, permissions and queries.
 */
const barrenAfter = 2_500;
/** A function that takes no more steps than this is always entered: that costs less than missing what it gives. */
const cheapCall = 100;

/** Thrown inside a run when an entry point takes more steps than it may. */
class OutOfSteps extends Error {}

/** Thrown inside a call that takes long and leads nowhere; who made the call goes on without it. */
class LeadsNowhere extends Error {
  readonly call: Call;
  constructor(call: Call) {
    super();
    this.call = call;
  }
}

/** A call that is being followed, and what had been found when it began. */
interface Call {
  readonly name: string;
  /** How many functions with a name are open, itself included. */
  readonly depth: number;
  readonly steps: number;
  readonly fruits: number;
  readonly proofs: number;
}

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
  stack: Call[] = [];
  private readonly gates = new Gates();
  private readonly fruitless = new Map<string, { readonly steps: number; readonly calls: number }>();
  /** The connections and clients that functions gave which bore nothing else. */
  private readonly tools = new Map<string, Value>();
  /** How often the loops around the current place go round. */
  rounds = 1;
  /** What the store that is being written to was told of when to forget it. */
  keeping: Lifetime | undefined;
  /** Set while what a timer will do is followed. */
  later: Lifetime | undefined;
  /** Caches that forget by themselves. */
  readonly lasting = new Map<string, Lifetime>();
  /** The answers of limiters, by which they say whether there were too many attempts. */
  readonly limits = new Set<number>();
  /** Set inside of a call that writes to a log, which is one place however many functions it goes through. */
  private logging = false;
  /** What is told once for an entry point, however many paths it happens on. */
  private readonly said = new Set<string>();
  private fruits = 0;
  private fruitsBefore = 0;
  private ids = 0;
  private busy = false;
  private steps = 0;
  private inVain = 0;
  /** Whether the words of the entry point that is being followed have to do with signing in. */
  private concernsSigningIn = false;
  /** After how many steps the calls that are being followed are looked at again. */
  private patience = barrenAfter;

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
      (happening.k === "kept" && isTelling(happening))
    )
      this.fruits++;
    const said = saidOnce(happening);
    if (said !== undefined) {
      if (this.said.has(said) || this.said.size > 4_000) return;
      this.said.add(said);
      this.happenings.push(happening);
    } else if (this.happenings.length - this.said.size < 4_000) this.happenings.push(happening);
  }

  /** Runs `work` as one entry point: with its own budget and its own happenings. */
  within(work: () => void): { happenings: readonly Happening[]; gaveUp: boolean } {
    this.happenings = [];
    this.passed = [];
    this.stack = [];
    this.rounds = 1;
    this.keeping = undefined;
    this.later = undefined;
    this.logging = false;
    this.said.clear();
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
    this.patience = Math.min(barrenAfter, this.stepsWithoutFruit());
    this.fruitsBefore = this.fruits;
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
    this.concernsSigningIn = this.inVain > stepsInVain && this.hasWords(entry);
    const passed = this.gates.through(this, entry);
    const followed = this.within(() => {
      for (const happening of passed.happenings) this.note(happening);
      for (const state of passed.states)
        for (const out of this.callFunction(handler, entry.args, state)) {
          this.note(answeredWith([out.v], out.s));
          this.note({ k: "passed", claims: out.s.claims });
          entry.after?.(this, out);
        }
    });
    if (this.fruits === this.fruitsBefore) this.inVain += this.steps;
    return { happenings: followed.happenings, gaveUp: followed.gaveUp || passed.gaveUp };
  }

  private hasWords({ point, handler }: Entry): boolean {
    if (words.test(`${point.name} ${point.symbol}`)) return true;
    const body = this.project.factsOf(handler.file)?.functions[handler.fn]?.body ?? [];
    return expressionsIn(body).some((e) => e.k === "call" && words.test(nameOf(e.f)));
  }

  private stepsWithoutFruit(): number {
    if (this.inVain <= stepsInVain) return stepsPerEntry;
    return this.concernsSigningIn ? 5 * stepsOfLate : stepsOfLate;
  }

  step(): void {
    if (++this.steps <= this.patience) return;
    if (this.steps > (this.fruits > this.fruitsBefore ? stepsOfFruitful : this.stepsWithoutFruit()))
      throw new OutOfSteps();
    this.patience = this.steps + barrenAfter / 4;
    // The innermost one: the calls around it may lead somewhere without it. The entry point itself is always followed.
    const call = this.stack
      .slice(1)
      .findLast(
        ({ steps, fruits, proofs }) =>
          this.steps - steps > barrenAfter && fruits === this.fruits && proofs === State.proofs,
      );
    if (call !== undefined) throw new LeadsNowhere(call);
  }

  // ---- calls

  /** Follows a function of the project. Paths on which it throws end in it. */
  callFunction(callee: Extract<Value, { k: "function" }>, args: readonly Value[], s: State): Out[] {
    const facts = this.project.factsOf(callee.file);
    const fn = facts?.functions[callee.fn];
    const name = `${callee.file}:${callee.fn}`;
    const depth = (this.stack.at(-1)?.depth ?? 0) + (fn === undefined || fn.name === "" ? 0 : 1);
    if (
      fn === undefined ||
      depth > deepestCall ||
      this.stack.length >= deepestNameless ||
      this.stack.filter((other) => other.name === name).length > 1
    )
      return [{ s, v: this.any(fn?.name ?? "", args) }];
    if (this.stack.length > 0) this.reached.add(name);
    const spent = this.stack.length === 0 ? undefined : this.fruitless.get(name);
    if (spent !== undefined && spent.steps > barrenAfter && spent.steps > spent.calls * cheapCall)
      return [{ s, v: this.tools.get(toolKey(callee, args)) ?? this.any(fn.name, args) }];
    const call: Call = { name, depth, steps: this.steps, fruits: this.fruits, proofs: State.proofs };
    const before = s.fork();
    const opened = this.stack.length;
    this.stack.push(call);
    let outs: Out[];
    try {
      outs = this.enter(callee, fn, args, s);
    } catch (error) {
      if (!(error instanceof LeadsNowhere) || error.call !== call) throw error;
      this.stack.length = opened;
      this.fruitless.set(name, { steps: Infinity, calls: 1 });
      return [{ s: before, v: this.any(fn.name, args) }];
    }
    this.stack.length = opened;
    const bore =
      this.fruits > call.fruits || outs.some((out) => out.s.claims !== before.claims || isAnswer(out.v));
    if (!bore && outs.length > 0 && this.steps - call.steps > cheapCall && outs.every(({ v }) => isTool(v)))
      this.tools.set(toolKey(callee, args), either(outs.map(({ v }) => v)));
    this.fruitless.set(name, {
      steps: bore ? -Infinity : (spent?.steps ?? 0) + this.steps - call.steps,
      calls: (spent?.calls ?? 0) + 1,
    });
    return outs;
  }

  private enter(
    callee: Extract<Value, { k: "function" }>,
    fn: FunctionFacts,
    args: readonly Value[],
    s: State,
  ): Out[] {
    const last = this.ids;
    s.cells.enter();
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
    const outs = [...ended.returned, ...ended.next.map((state): Out => ({ s: state, v: nothing }))];
    for (const out of outs) out.s.cells.leave(last, holdsFunction(out.v));
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
        return { next: [], returned: this.returning(stmt.e, s, scope, stmt.at) };
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
          const body = this.going(stmt, entered, scope);
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

  /** What the handler itself returns is its answer. */
  private returning(e: Expr, s: State, scope: Scope, at: readonly [number, number]): Out[] {
    const outs = this.eval(e, s, scope);
    if (this.stack.length === 1)
      for (const { s: state, v } of outs)
        if (v.k !== "response")
          this.note({
            k: "answered",
            atoms: new Set(),
            plain: new Set(),
            values: [v],
            spot: this.spot(scope, at),
            guarded: state.guarded,
          });
    return outs;
  }

  /** The body of a loop is followed once, and what is made in it is known to be made as often as it goes round. */
  private going(stmt: Extract<Stmt, { k: "loop" }>, states: State[], scope: Scope): Ended {
    const [first] = states;
    const times =
      stmt.times === undefined || first === undefined
        ? undefined
        : this.eval(stmt.times, first.fork(), scope)[0]?.v;
    const before = this.rounds;
    if (times?.k === "const" && typeof times.v === "number" && times.v > 1 && times.v <= 64)
      this.rounds *= times.v;
    const ended = this.block(stmt.b, states, scope);
    this.rounds = before;
    return ended;
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
        // What a list of the program holds is changed at once; rows of a database are saved first.
        if (/\.[cm]?[jt]sx?:/.test(on.store)) this.keepField(on.store, field, value, s, spot);
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
      case "instance": {
        // An empty map that a service keeps is a store, whenever it is made.
        const store = value.k === "native" && value.name === "Map()";
        s.written.set(
          `this:${on.file}:${on.cls}:${field}`,
          store ? { k: "store", name: `${on.file}:${on.cls}.${field}`, filter: null, memory: true } : value,
        );
        return [s];
      }
      default:
        return [s];
    }
  }

  /** Notes that a store now holds `value` under `key`, each leaf of it on its own. */
  keep(store: string, key: Value, value: Value, s: State, spot: Spot): void {
    this.keepField(store, "#key", key, s, spot);
    this.keepField(store, "", value, s, spot);
  }

  keepField(
    store: string,
    path: string,
    value: Value,
    s: State,
    spot: Spot,
    row: Value | null = path === "" && value.k === "object" ? value : null,
  ): void {
    const inner = value.k === "hash" ? value.of : value;
    if ((inner.k === "object" && inner.model === null) || (inner.k === "object" && path === "")) {
      for (const [key, prop] of Object.entries(inner.props))
        this.keepField(store, path === "" ? key : `${path}.${key}`, prop, s, spot, row);
      for (const rest of inner.rest)
        if (rest.k === "object" || rest.k === "either") this.keepField(store, path, rest, s, spot, row);
      return;
    }
    if (inner.k === "either") {
      for (const one of inner.of) this.keepField(store, path, one, s, spot, row);
      return;
    }
    this.noteKept(store, path, value, s, spot, row);
  }

  private noteKept(store: string, path: string, value: Value, s: State, spot: Spot, row: Value | null): void {
    if (
      value.k === "const" &&
      (value.v === null || value.v === undefined || value.v === false || value.v === "")
    ) {
      noteRemoved(this, store, path, s, spot);
      return;
    }
    const lifetime = this.keeping ?? this.lasting.get(store.replace(/\[[^\]]*\]$/, ""));
    this.note({
      k: "kept",
      store,
      path,
      value,
      row,
      atoms: atomsOf(value),
      spot,
      claims: s.claims,
      guarded: s.guarded,
      ...(lifetime === undefined ? {} : { lifetime }),
    });
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
          const told = tellsDevelopment(out.v);
          const decided = decide(this, out.v, out.s);
          if (told !== undefined) for (const state of told ? decided.t : decided.f) state.guarded = true;
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
        if (e.at === undefined) return [{ s, v: { k: "const", v: e.v } }];
        return [{ s, v: { k: "const", v: e.v, spot: this.spot(scope, e.at), guarded: s.guarded } }];
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
        return this.each(e.parts, s, scope).map(({ s: state, vs }) => ({
          s: state,
          v:
            (e.sum === true ? calculated(this, "+", vs[0] ?? nothing, vs[1] ?? nothing) : undefined) ??
            textOf(vs),
        }));
      case "mix":
        return this.each(e.of, s, scope).map(({ s: state, vs }) => ({
          s: state,
          v: this.mixed(e, vs, state, scope),
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
          // `[...waiting]`: the rows of a list that lasts, as they are now.
          v: vs.length === 1 && vs[0]?.k === "store" && vs[0].memory ? vs[0] : { k: "array", items: vs },
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
          v: compared(e.op, l ?? nothing, r ?? nothing, this.spot(scope, e.at), e.loose === true),
        }));
      case "and":
      case "or":
      case "nullish":
        return this.logical(e, s, scope);
      case "choose": {
        const { t, f } = this.condition(e.c, s, scope);
        return mergeApart([
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
    const within =
      scope.fn === null ? "" : (this.project.factsOf(scope.file)?.functions[scope.fn]?.name ?? "");
    return end === undefined ? { file: scope.file, at, within } : { file: scope.file, at, end, within };
  }

  private mixed(e: Extract<Expr, { k: "mix" }>, vs: readonly Value[], s: State, scope: Scope): Value {
    const [first, second] = vs;
    if (e.op === "delete") {
      for (const one of first?.k === "either" ? first.of : [first ?? nothing])
        if (one.k === "record")
          noteRemoved(
            this,
            one.store,
            one.path === "" ? null : one.path,
            s,
            this.spot(scope, e.at ?? [1, 1]),
          );
      return yes;
    }
    if (e.op === "++") return this.any("count", vs);
    if (e.op !== undefined && first !== undefined && second !== undefined)
      return calculated(this, e.op, first, second) ?? this.any("", vs);
    return vs.length === 1 && first !== undefined ? first : this.any("", vs);
  }

  private logical(e: Extract<Expr, { k: "and" | "or" | "nullish" }>, s: State, scope: Scope): Out[] {
    if (e.k === "and") {
      const { t, f } = this.condition(e.l, s, scope);
      return mergeApart([
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
    const sign = o.k === "store" ? undefined : chosen(this, o, i);
    if (sign !== undefined) return sign;
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
    if (filter !== null) noteAged(this, store, filter);
    return { k: "record", store, filter, path: "", id: this.newId(), spot, certain };
  }

  // ---- calls in expressions

  private call(e: Extract<Expr, { k: "call" }>, s: State, scope: Scope): Out[] {
    const spot = this.spot(scope, e.at, e.end);
    if (e.f.k === "id" && e.f.n === "require" && e.a[0]?.k === "lit" && typeof e.a[0].v === "string")
      return [{ s, v: this.required(scope.file, e.a[0].v) }];
    const calleeOf = e.f.k === "get" ? e.f.o : e.f;
    const member = e.f.k === "get" ? e.f.p : null;
    const site: Site = { spot, name: nameOf(e.f), made: e.made, scope };
    const evaluated = this.each([calleeOf, ...e.a], s, scope);
    const around = this.logging;
    const logs = !around && isLogging(site.name);
    if (logs) {
      this.logging = true;
      for (const { s: state, vs } of evaluated) noteLogged(this, vs.slice(1), state, site);
    }
    for (const { s: state, vs } of evaluated)
      if (setsCookie(site.name, vs.slice(1))) this.note(answeredWith(vs.slice(1), state));
    const outs = evaluated.flatMap(({ s: state, vs: [on, ...args] }) =>
      // A list of digits that is put together and joined later.
      on?.k === "array" && member === "push" && on.items.length < 16
        ? this.assign(calleeOf, { k: "array", items: [...on.items, ...args] }, state, scope, spot).map(
            (next): Out => ({ s: next, v: nothing }),
          )
        : member === null
          ? callValue(this, on ?? nothing, args, state, site)
          : methodCall(this, on ?? nothing, member, args, state, site),
    );
    this.logging = around;
    return outs.length > 1 ? mergeOuts(outs) : outs;
  }

  required(file: string, specifier: string): Value {
    const found = this.project.modules.resolve(file, specifier);
    if (found !== undefined) return { k: "module", file: found };
    return { k: "package", module: specifier.replace(/^node:/, ""), path: "", args: [], id: 0 };
  }
}

// ---- small helpers, in order of use

/** Something kept that a flow may go through: what was made here, or what is named like a code or a password. */
function isTelling({ store, path, value }: Extract<Happening, { k: "kept" }>): boolean {
  if (isCodeName(path) || isPasswordName(path) || isCodeName(store)) return true;
  return parts(value).some((part) => part.k === "fresh");
}

/** Something that a caller may check or keep: passing the function over would lose it. */
function isAnswer(value: Value, depth = 0): boolean {
  if (depth > 3) return false;
  const inside = (of: Value): boolean => isAnswer(of, depth + 1);
  switch (value.k) {
    case "record":
    case "answer":
    case "test":
    case "fresh":
    case "hash":
      return true;
    case "not":
      return inside(value.of);
    case "either":
      return value.of.some(inside);
    case "array":
      return value.items.some(inside);
    case "object":
      return value.rest.some(inside) || Object.values(value.props).some(inside);
    default:
      return false;
  }
}

/** A connection, a client, a store: the same each time it is asked for. */
function isTool(value: Value): boolean {
  if (value.k === "either") return value.of.every(isTool);
  return value.k === "store" || value.k === "package" || value.k === "instance";
}

function toolKey(callee: Extract<Value, { k: "function" }>, args: readonly Value[]): string {
  return [callee, ...(callee.self === null ? [] : [callee.self]), ...args].map((of) => keyOf(of)).join("\n");
}

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

function selfOf(scope: Scope | null): Value | null {
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
  if (told.length !== 1 || only === undefined) return { k: "text", parts: told };
  return only.k === "input" ? { ...only, typed: true } : only;
}

function objectOf(props: Extract<Expr, { k: "object" }>["props"], values: readonly Value[]): Value {
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

function compared(op: CompareOp, l: Value, r: Value, spot: Spot, loose: boolean): Value {
  if (l.k === "const" && r.k === "const" && (op === "==" || op === "!="))
    return { k: "const", v: (l.v === r.v) === (op === "==") };
  return loose ? { k: "test", op, l, r, spot, loose } : { k: "test", op, l, r, spot };
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

// A reading in progress: what is known over all entry points, and what happened at the one that is being followed.
import { nameOf } from "./called.ts";
import { noteAged } from "./codes/notes.ts";
import type { Lifetime } from "./codes/lifetimes.ts";
import { saidOnce } from "./codes/said.ts";
import type { Entry } from "./entries/index.ts";
import { answeredWith, type Happening } from "./events.ts";
import type { Expr, Pattern } from "./facts.ts";
import { bind } from "./following/assignments.ts";
import { Effort } from "./following/effort.ts";
import { evaluate } from "./following/expressions.ts";
import { Functions } from "./following/functions.ts";
import { Gates } from "./gates.ts";
import { isCodeName, isPasswordName } from "./names.ts";
import type { Project } from "./project.ts";
import type { Out, State } from "./state.ts";
import { keyOf, parts, type Scope, type Spot, type Value } from "./values.ts";
import { expressionsIn } from "./visit.ts";

const words =
  /otp|sms|phone|mobile|passw|pwd|verif|log_?in|sign_?(?:in|up)|reset|recover|forgot|2fa|mfa|factor|_?code$/i;

/** A reading in progress: the tables that last over all entry points, and the happenings of the current one. */
export class Run {
  readonly project: Project;
  readonly effort = new Effort();
  readonly functions = new Functions();
  private readonly gates = new Gates();
  readonly moduleValues = new Map<string, Value>();
  readonly childIds = new Map<string, number>();
  /** Variables that functions made while a module was read have closed over. */
  readonly lastingCells = new Map<number, Value>();
  happenings: Happening[] = [];
  /** The functions that are entry points themselves. */
  readonly handled = new Set<string>();
  /** The paths that called `next()` in the middleware that is being followed. */
  passed: State[] = [];
  /** Set while middleware or a hook is followed: an answer that it gives keeps the request from its handler. */
  atGate = false;
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
  /** What the records were looked for with that a path went one way or the other for. */
  readonly lookedFor = new Map<number, Value>();
  /** Set inside of a call that writes to a log, which is one place however many functions it goes through. */
  logging = false;
  /** What is told once for an entry point, however many paths it happens on. */
  private readonly said = new Set<string>();
  private ids = 0;

  constructor(project: Project) {
    this.project = project;
  }

  // ---- values

  newId(): number {
    return ++this.ids;
  }

  /** The number that was given last. */
  get lastId(): number {
    return this.ids;
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

  record(store: string, filter: Value | null, spot: Spot, certain = false): Value {
    if (filter !== null) noteAged(this, store, filter);
    return { k: "record", store, filter, path: "", id: this.newId(), spot, certain };
  }

  /** A query that was awaited: its first row, or the rows. The same query gives the same rows each time it is asked. */
  rowOf(query: Value): Extract<Value, { k: "record" }> | undefined {
    if (query.k !== "store" || query.memory || query.filter === null || query.spot === undefined)
      return undefined;
    const { name, filter, spot } = query;
    const id = this.childId(`row:${spot.file}:${spot.at.join(":")}:${keyOf(query)}`);
    return { k: "record", store: name, filter, path: "", id, spot, certain: false };
  }

  spot(scope: Scope, at: readonly [number, number], end?: number): Spot {
    const { file } = scope;
    const around = scope.fn === null ? undefined : this.project.factsOf(file)?.functions[scope.fn];
    if (around === undefined)
      return end === undefined ? { file, at, within: "" } : { file, at, end, within: "" };
    const {
      name: within,
      at: [begins],
    } = around;
    return end === undefined ? { file, at, within, begins } : { file, at, end, within, begins };
  }

  required(file: string, specifier: string): Value {
    const found = this.project.modules.resolve(file, specifier);
    if (found !== undefined) return { k: "module", file: found };
    return { k: "package", module: specifier.replace(/^node:/, ""), path: "", args: [], id: 0 };
  }

  // ---- what happens

  note(happening: Happening): void {
    // Whatever is stored or answered is noted, but only what was made, sent or changed makes a function worth entering.
    if (
      happening.k === "sent" ||
      happening.k === "effect" ||
      (happening.k === "kept" && isTelling(happening))
    )
      this.effort.bear(happening.k !== "sent" || happening.channels.some((channel) => channel !== "email"));
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
    this.atGate = false;
    this.effort.leaveAll();
    this.rounds = 1;
    this.keeping = undefined;
    this.later = undefined;
    this.logging = false;
    this.said.clear();
    const gaveUp = !this.effort.bounded(work);
    return { happenings: this.happenings, gaveUp };
  }

  /** Follows an entry point: what stands before its handler, then the handler on each path that was let through. */
  follow(entry: Entry): { happenings: readonly Happening[]; gaveUp: boolean } {
    const { handler } = entry;
    this.handled.add(`${handler.file}:${handler.fn}`);
    this.effort.begin(() => this.hasWords(entry));
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
    this.effort.end();
    return { happenings: followed.happenings, gaveUp: followed.gaveUp || passed.gaveUp };
  }

  private hasWords({ point, handler }: Entry): boolean {
    if (words.test(`${point.name} ${point.symbol}`)) return true;
    const body = this.project.factsOf(handler.file)?.functions[handler.fn]?.body ?? [];
    return expressionsIn(body).some((e) => e.k === "call" && words.test(nameOf(e.f)));
  }

  // ---- what code is followed with

  /** Follows a function of the project. Paths on which it throws end in it. */
  callFunction(callee: Extract<Value, { k: "function" }>, args: readonly Value[], s: State): Out[] {
    return this.functions.call(this, callee, args, s);
  }

  /** Follows an expression on one path. */
  eval(e: Expr, s: State, scope: Scope): Out[] {
    return evaluate(this, e, s, scope);
  }

  /** Binds what a pattern names. */
  bind(pattern: Pattern, value: Value, s: State, scope: Scope): State[] {
    return bind(this, pattern, value, s, scope);
  }

  /** Does some work with a budget, and says whether it came to an end. */
  bounded(work: () => void): boolean {
    return this.effort.bounded(work);
  }
}

/** Something kept that a flow may go through: what was made here, or what is named like a code or a password. */
function isTelling({ store, path, value }: Extract<Happening, { k: "kept" }>): boolean {
  if (isCodeName(path) || isPasswordName(path) || isCodeName(store)) return true;
  return parts(value).some((part) => part.k === "fresh");
}

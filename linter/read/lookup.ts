// What a name, a property or a declared type stands for: locals, modules, classes and what is injected into them.
import { autoImported } from "./auto-imports.ts";
import { optionIn } from "./codes/lifetimes.ts";
import type { ClassFacts, Expr, FileFacts, Pattern, Stmt, TypeName } from "./facts.ts";
import { type Injected, injectedIn, tokenOf } from "./injection.ts";
import { answered } from "./postgrest.ts";
import { eggService, requestProperty, soundsLikeWho } from "./requests.ts";
import type { Run } from "./run.ts";
import { State } from "./state.ts";
import { storeName } from "./store-name.ts";
import { either, keyOf, nothing, slotName, type Scope, type Value } from "./values.ts";
import { expressionsIn } from "./visit.ts";

const builtIn = new Set(
  "process console JSON Math Date crypto Promise Buffer Object Array String Number Boolean parseInt parseFloat fetch module exports setTimeout setImmediate globalThis window Symbol Error Response NextResponse Map Set RegExp URL URLSearchParams encodeURIComponent decodeURIComponent isNaN structuredClone queueMicrotask Reflect BigInt".split(
    " ",
  ),
);

/** The value of a name where it is used. */
export function lookUp(run: Run, scope: Scope, name: string, s: State): Value {
  let outermost = scope;
  for (let at: Scope | null = scope; at !== null; at = at.up) {
    const cell = at.cells.get(name);
    const value = cell === undefined ? undefined : (s.cells.get(cell) ?? run.lastingCells.get(cell));
    if (value !== undefined) return value;
    outermost = at;
  }
  const facts = run.project.factsOf(scope.file);
  if (facts === undefined) return run.any(name);
  const lexical =
    outermost.fn === null
      ? undefined
      : enclosing(
          run,
          facts,
          outermost.unentered === true ? outermost.fn : (facts.functions[outermost.fn]?.parent ?? null),
          name,
        );
  if (lexical !== undefined) return lexical;
  const written = s.written.get(`module:${scope.file}:${name}`);
  const value = moduleValue(run, facts, name);
  if (written !== undefined)
    return value.k === "any" || value.k === "const" ? written : either([value, written]);
  return value;
}

/** A name of a function around one that was not entered through it, for example of a function that registers routes. */
function enclosing(run: Run, facts: FileFacts, fn: number | null, name: string): Value | undefined {
  for (let at = fn; at !== null; at = facts.functions[at]?.parent ?? null) {
    const around = facts.functions[at];
    if (around === undefined) return undefined;
    const key = `local:${facts.file}:${at}:${name}`;
    const known = run.moduleValues.get(key);
    if (known !== undefined) return known;
    const declared = declarationOf(around.body, name);
    if (declared !== undefined) {
      run.moduleValues.set(key, stableAny(run, key, name));
      const scope: Scope = {
        file: facts.file,
        fn: at,
        cells: new Map(),
        up: null,
        self: around.cls === null ? null : instanceOf(facts.file, around.cls),
      };
      const value = valueOf(run, declared, name, scope);
      run.moduleValues.set(key, value);
      return value;
    }
    for (const param of around.params) {
      if (!binds(param.to, name)) continue;
      const value =
        (param.to.k === "name" ? typedValue(run, facts.file, param.type, name) : undefined) ??
        byName(run, name) ??
        stableAny(run, key, name);
      run.moduleValues.set(key, value);
      return value;
    }
  }
  return undefined;
}

function stableAny(run: Run, key: string, name: string): Value {
  return { k: "any", name, id: run.childId(key), from: [] };
}

/** A name of a module: what it declares, what it imports, or something built into the language. */
function moduleValue(run: Run, facts: FileFacts, name: string): Value {
  const key = `module:${facts.file}:${name}`;
  const known = run.moduleValues.get(key);
  if (known !== undefined) return known;
  // A name that is asked for while it is being worked out is used before it is set; that it is unknown will do.
  run.moduleValues.set(key, stableAny(run, key, name));
  const value = readModuleValue(run, facts, name);
  run.moduleValues.set(key, value);
  return value;
}

function readModuleValue(run: Run, facts: FileFacts, name: string): Value {
  const imported = Object.hasOwn(facts.imports, name) ? facts.imports[name] : undefined;
  if (imported !== undefined) {
    const module = run.required(facts.file, imported.from);
    return imported.name === "*" ? module : propertyOf(run, module, imported.name, new State());
  }
  const declared = declarationOf(facts.body, name);
  if (declared !== undefined) {
    const scope: Scope = { file: facts.file, fn: null, cells: new Map(), up: null, self: null };
    return asStore(valueOf(run, declared, name, scope), `${facts.file}:${name}`, name, run);
  }
  if (builtIn.has(name)) return { k: "native", name };
  const auto = autoImported(run, facts.file, name);
  if (auto !== undefined) return propertyOf(run, { k: "module", file: auto.file }, auto.name, new State());
  return stableAny(run, `module:${facts.file}:${name}`, name);
}

/** A module's empty object, map or cache is a store: what one request puts in, another finds there. */
function asStore(value: Value, where: string, name: string, run: Run): Value {
  const empty =
    value.k === "object" &&
    value.model === null &&
    Object.keys(value.props).length === 0 &&
    value.rest.length === 0;
  const map = value.k === "native" && value.name === "Map()";
  const list = value.k === "array" && value.items.length === 0;
  const cache =
    value.k === "package" && /(cache|lru|keyv|ttl|map)/i.test(value.module) && value.path.endsWith("()");
  if (empty || map || list || cache) {
    const lifetime = value.k === "package" ? optionIn(value.args[0]) : undefined;
    if (lifetime !== undefined) run.lasting.set(where, lifetime);
    return { k: "store", name: where, filter: null, memory: true };
  }
  // A variable that is filled later: unknown until then.
  if (value.k === "const" && (value.v === null || value.v === undefined))
    return stableAny(run, `later:${where}`, name);
  return value;
}

interface Declared {
  readonly to: Pattern;
  readonly e: Expr | null;
}

function declarationOf(stmts: readonly Stmt[], name: string): Declared | undefined {
  for (const stmt of stmts) {
    if (stmt.k === "let" && binds(stmt.to, name)) return stmt;
    if (stmt.k === "try" || stmt.k === "if") {
      const inner = declarationOf(stmt.k === "try" ? stmt.b : stmt.t, name);
      if (inner !== undefined) return inner;
    }
  }
  return undefined;
}

function binds(pattern: Pattern, name: string): boolean {
  switch (pattern.k) {
    case "name":
      return pattern.n === name;
    case "fields":
      return pattern.of.some(([, to]) => binds(to, name));
    case "items":
      return pattern.of.some((to) => to !== null && binds(to, name));
  }
}

/** Works a declaration out by itself, on a path of its own; nothing that happens there is noted. */
function valueOf(run: Run, declared: Declared, name: string, scope: Scope): Value {
  const { e, to } = declared;
  if (e === null) return nothing;
  const { happenings } = run;
  const values: Value[] = [];
  run.happenings = [];
  try {
    run.bounded(() => {
      for (const out of run.eval(e, new State(), scope)) {
        run.bind(to, out.v, out.s, scope);
        const cell = scope.cells.get(name);
        const value = cell === undefined ? undefined : out.s.cells.get(cell);
        // What a function made here has closed over must outlive this path.
        for (const [kept, inside] of out.s.cells.all()) run.lastingCells.set(kept, inside);
        if (value !== undefined) values.push(value);
      }
    });
  } finally {
    run.happenings = happenings;
  }
  return values.length === 0 ? run.any(name) : either(values);
}

/** Works an expression of a module out by itself, without binding anything. */
export function staticValue(run: Run, e: Expr, scope: Scope): Value {
  const { happenings } = run;
  const values: Value[] = [];
  run.happenings = [];
  try {
    run.bounded(() => {
      for (const out of run.eval(e, new State(), scope)) {
        for (const [kept, inside] of out.s.cells.all()) run.lastingCells.set(kept, inside);
        values.push(out.v);
      }
    });
  } finally {
    run.happenings = happenings;
  }
  return values.length === 0 ? run.any("") : either(values);
}

function instanceOf(file: string, cls: number): Value {
  return { k: "instance", file, cls, given: null };
}

// ---- properties

/** A member of an object; frameworks put the request there as `this.ctx`. */
function memberOrContext(run: Run, on: Instance, name: string): Value {
  const found = member(run, on, name, 0);
  if (name === "ctx" && (found === undefined || found.k === "any")) return { k: "request" };
  if (name === "service" && found === undefined) return requestProperty(run, name, new State());
  return found ?? stableAny(run, `${on.file}:${on.cls}.${name}`, name);
}

/** The property of a value. */
export function propertyOf(run: Run, on: Value, name: string, s: State): Value {
  switch (on.k) {
    case "module": {
      const found = exported(run, on.file, name, 0);
      if (found !== undefined && !(found.k === "const" && found.v === undefined)) return found;
      return stableAny(run, `export:${on.file}:${name}`, name);
    }
    case "package":
      return {
        k: "package",
        module: on.module,
        path: on.path === "" ? (name === "default" ? "" : name) : `${on.path}.${name}`,
        args: on.args,
        id: on.id,
      };
    case "native":
      if (on.name === "process" && name === "env")
        return { k: "package", module: "env", path: "", args: [], id: 0 };
      // What a program keeps there is not there yet when it begins: `globalThis.client ?? new Client()`.
      if (on.name === "globalThis") return builtIn.has(name) ? { k: "native", name } : nothing;
      return { k: "native", name: `${on.name}.${name}` };
    case "request":
      return requestProperty(run, name, s);
    case "response":
      return (
        s.written.get(`response:${name}`) ?? (name === "locals" ? { k: "session", path: "" } : run.any(name))
      );
    case "input":
      // `({ ctx, input })`: the context of a request, not what the caller typed.
      if (on.path === "" && /^(ctx|context|req|request)$/.test(name)) return { k: "request" };
      return name === "length"
        ? run.any(name, [on])
        : {
            k: "input",
            path: on.path === "" ? name : `${on.path}.${name}`,
            ...(on.typed === true ? { typed: true } : {}),
          };
    case "session":
      return { k: "session", path: on.path === "" ? name : `${on.path}.${name}` };
    case "record":
      return answered(run, on, name) ?? recordProperty(on, name, s);
    case "answer":
      return { ...on, path: on.path === "" ? name : `${on.path}.${name}` };
    case "object": {
      const own = Object.hasOwn(on.props, name) || on.props[name] !== undefined ? on.props[name] : undefined;
      if (own !== undefined) return own;
      for (const rest of on.rest) {
        const found = propertyOf(run, rest, name, s);
        if (!(found.k === "const" && found.v === undefined)) return found;
      }
      return on.model !== null ? run.any(name) : nothing;
    }
    case "array":
      return name === "length"
        ? run.any(name)
        : /^\d+$/.test(name)
          ? (on.items[Number(name)] ?? nothing)
          : run.any(name, [on]);
    case "instance":
      return writtenField(run, on, name, s) ?? memberOrContext(run, on, name);
    case "class": {
      const facts = run.project.factsOf(on.file)?.classes[on.cls];
      if (name === "name" && facts !== undefined) return { k: "const", v: facts.name };
      return (
        fixedMember(run, on.file, facts, name, 0) ?? stableAny(run, `${on.file}:${on.cls}:${name}`, name)
      );
    }
    case "either":
      return either(on.of.map((one) => propertyOf(run, one, name, s)));
    case "store": {
      // `db.User`, `models.Member`: an object that is filled while the program starts, with a table under each name.
      if (on.memory && /^[A-Z][a-z]/.test(name))
        return { k: "store", name: storeName(name), filter: null, memory: false };
      const answer = answered(run, on, name);
      if (answer !== undefined) return answer;
      const rows = name === "length" || name === "rows" ? run.rowOf(on) : undefined;
      if (rows !== undefined) return recordProperty(rows, name, s);
      return on.memory
        ? run.record(
            slotName(on.name, { k: "const", v: name }),
            { k: "object", props: { "#key": { k: "const", v: name } }, rest: [], model: null },
            { file: "", at: [1, 1] },
          )
        : stableAny(run, `${on.name}.${name}`, name);
    }
    case "const":
      return typeof on.v === "string" && name === "length"
        ? { k: "const", v: on.v.length }
        : stableAny(run, `const.${name}`, name);
    case "any":
      return eggService(run, on, name) ?? { k: "any", name, id: run.childId(`${on.id}.${name}`), from: [on] };
    case "test":
    case "not":
      return on;
    default:
      return run.any(name, [on]);
  }
}

/** What this path wrote to a field, unless it is the empty map with which a store of the object begins. */
function writtenField(run: Run, on: Instance, name: string, s: State): Value | undefined {
  const written = s.written.get(`this:${on.file}:${on.cls}:${name}`);
  if (written === undefined) return undefined;
  const isEmpty =
    (written.k === "native" && written.name === "Map()") ||
    (written.k === "object" && Object.keys(written.props).length === 0 && written.rest.length === 0);
  const store = isEmpty || written.k === "either" ? member(run, on, name, 0) : undefined;
  return store?.k === "store" ? store : written;
}

function recordProperty(on: Extract<Value, { k: "record" }>, name: string, s: State): Value {
  if (/^(rows|_doc|dataValues|\d+)$/.test(name) && on.path === "") return on;
  if (
    /^(length|count|rowCount|affectedRows|matchedCount|modifiedCount|deletedCount|nModified|affected|size|n)$/.test(
      name,
    )
  )
    return { ...on, path: `${on.path}#count` };
  const path = on.path === "" ? name : `${on.path}.${name}`;
  const written = s.written.get(`record:${on.id}:${path}`);
  if (written !== undefined) return written;
  if (on.store === "session" && soundsLikeWho(name)) return { k: "session", path };
  return { ...on, path };
}

// ---- modules

function exported(run: Run, file: string, name: string, depth: number): Value | undefined {
  const facts = run.project.factsOf(file);
  if (facts === undefined || depth > 8) return undefined;
  const key = `export:${file}:${name}`;
  const known = run.moduleValues.get(key);
  if (known !== undefined) return known;
  const scope: Scope = { file, fn: null, cells: new Map(), up: null, self: null };
  const found = facts.exports[name];
  let value: Value | undefined;
  if (found?.k === "value") {
    run.moduleValues.set(key, stableAny(run, key, name));
    value = staticValue(run, found.e, scope);
  } else if (found?.k === "from") {
    const module = run.required(file, found.from);
    value =
      found.name === "*"
        ? module
        : module.k === "module"
          ? exported(run, module.file, found.name, depth + 1)
          : propertyOf(run, module, found.name, new State());
  } else {
    const whole = facts.exports["module.exports"];
    if (whole?.k === "value" && name !== "module.exports") {
      const all = staticValue(run, whole.e, scope);
      value =
        name === "default"
          ? asStore(all, `${file}:exports`, name, run)
          : propertyOf(run, all, name, new State());
    }
    if (value === undefined || (value.k === "const" && value.v === undefined))
      for (const from of facts.starExports) {
        const module = run.required(file, from);
        const through = module.k === "module" ? exported(run, module.file, name, depth + 1) : undefined;
        if (through !== undefined) {
          value = through;
          break;
        }
      }
  }
  if (value === undefined) run.moduleValues.delete(key);
  else run.moduleValues.set(key, value);
  return value;
}

/** What calling or constructing a whole module means: what it exports by default. */
export function wholeModule(run: Run, file: string): Value | undefined {
  return exported(run, file, "default", 0);
}

// ---- classes

type Instance = Extract<Value, { k: "instance" }>;

function member(run: Run, on: Instance, name: string, depth: number): Value | undefined {
  const facts = run.project.factsOf(on.file)?.classes[on.cls];
  if (facts === undefined || depth > 6) return undefined;
  const method = facts.methods.find((one) => one.name === name && !one.fixed);
  if (method !== undefined) return { k: "function", file: on.file, fn: method.fn, scope: null, self: on };
  const field = facts.fields.filter((one) => one.name === name && !one.fixed);
  if (field.length > 0) return fieldValue(run, on, facts, field);
  const late = lateStore(run, on, facts, name);
  if (late !== undefined) return late;
  const base = baseOf(run, on.file, facts);
  if (base === undefined) return undefined;
  const inherited = member(run, { ...base, given: null }, name, depth + 1);
  // A method of a base class works on the object that it was called on.
  return inherited?.k === "function" && inherited.self?.k === "instance"
    ? { ...inherited, self: on }
    : inherited;
}

/** A map that some method makes when it is first needed, `this.codes = new Map()`: all methods mean the same one. */
function lateStore(run: Run, on: Instance, facts: ClassFacts, name: string): Value | undefined {
  const key = `late:${on.file}:${on.cls}:${name}`;
  const known = run.moduleValues.get(key);
  if (known !== undefined) return known.k === "store" ? known : undefined;
  const file = run.project.factsOf(on.file);
  const isMade = facts.methods.some(({ fn }) => {
    for (const e of expressionsIn(file?.functions[fn]?.body ?? []))
      if (e.k === "assign" && e.to.k === "get" && e.to.o.k === "this" && e.to.p === name && isEmptyStore(e.v))
        return true;
    return false;
  });
  const value: Value = isMade
    ? { k: "store", name: `${on.file}:${facts.name}.${name}`, filter: null, memory: true }
    : nothing;
  run.moduleValues.set(key, value);
  return isMade ? value : undefined;
}

function isEmptyStore(e: Expr): boolean {
  if (e.k === "call") return e.made && e.f.k === "id" && (e.f.n === "Map" || e.f.n === "Set");
  return (e.k === "object" && e.props.length === 0) || (e.k === "array" && e.items.length === 0);
}

function baseOf(run: Run, file: string, facts: ClassFacts): Instance | undefined {
  if (facts.base === null) return undefined;
  const value = staticValue(run, facts.base, { file, fn: null, cells: new Map(), up: null, self: null });
  return value.k === "class" ? { k: "instance", file: value.file, cls: value.cls, given: null } : undefined;
}

function fieldValue(
  run: Run,
  on: Instance,
  facts: ClassFacts,
  fields: ClassFacts["fields"],
): Value | undefined {
  const [first] = fields;
  if (first === undefined) return undefined;
  const key = `field:${on.file}:${on.cls}:${first.name}:${on.given === null ? "" : givenKey(on.given)}`;
  const known = run.moduleValues.get(key);
  if (known !== undefined) return known;
  run.moduleValues.set(key, stableAny(run, key, first.name));
  const value = readField(run, on, facts, fields);
  const kept = asStore(value, `${on.file}:${facts.name}.${first.name}`, first.name, run);
  run.moduleValues.set(key, kept);
  return kept;
}

const givenKeys = new WeakMap<readonly Value[], string>();

/** Equal for objects that were made with the same: others of the same class have other fields. */
function givenKey(given: readonly Value[]): string {
  const known = givenKeys.get(given);
  if (known !== undefined) return known;
  const key = `given:${keyOf({ k: "array", items: given })}`;
  givenKeys.set(given, key);
  return key;
}

function readField(run: Run, on: Instance, facts: ClassFacts, fields: ClassFacts["fields"]): Value {
  let declared: Value | undefined;
  for (const field of fields) {
    const typed =
      injected(run, on.file, field) ??
      injectedByToken(run, field.decorators) ??
      typedValue(run, on.file, field.type, field.name);
    // What it was made with says more than its class: `phone: Kind = new Kind(2)`.
    if (typed !== undefined && !fields.some(({ e }) => e?.k === "call" && e.made)) return typed;
    declared ??= typed;
  }
  for (const field of fields.toReversed()) {
    if (field.e === null) continue;
    const scope: Scope = {
      file: on.file,
      fn: field.inMaker ? facts.maker : null,
      cells: new Map(),
      up: null,
      self: on,
    };
    const s = new State();
    const maker =
      field.inMaker && facts.maker !== null
        ? run.project.factsOf(on.file)?.functions[facts.maker]
        : undefined;
    maker?.params.forEach((param, index) => {
      const value =
        on.given?.[index] ?? typedValue(run, on.file, param.type, param.to.k === "name" ? param.to.n : "");
      if (value !== undefined) run.bind(param.to, value, s, scope);
      else if (param.to.k === "name")
        run.bind(
          param.to,
          forToken(run, param.to.n) ?? byName(run, param.to.n) ?? run.any(param.to.n),
          s,
          scope,
        );
      else if (param.to.k === "fields")
        for (const [name, to] of param.to.of)
          if (name !== null)
            run.bind(to, forToken(run, name) ?? byName(run, name) ?? run.any(name), s, scope);
    });
    const { e } = field;
    let found: Value | undefined;
    run.bounded(() => {
      found = run.eval(e, s, scope)[0]?.v;
    });
    if (found !== undefined && (declared === undefined || found.k === "instance")) return found;
  }
  if (declared !== undefined) return declared;
  const [first] = fields;
  return (first === undefined ? undefined : byName(run, first.name)) ?? run.any(first?.name ?? "");
}

/** `@InjectModel(User.name)`, `@InjectRepository(User)`, `@InjectEntityModel(User)`: the store that is injected. */
function injected(run: Run, file: string, field: ClassFacts["fields"][number]): Value | undefined {
  for (const decorator of field.decorators) {
    if (
      decorator.k !== "call" ||
      decorator.f.k !== "id" ||
      !/^Inject\w*(Model|Repository|Entity\w*)$/.test(decorator.f.n)
    )
      continue;
    const argument = decorator.a[0];
    if (argument === undefined) continue;
    const value = staticValue(run, argument, { file, fn: null, cells: new Map(), up: null, self: null });
    const name =
      value.k === "const"
        ? String(value.v)
        : value.k === "class"
          ? run.project.factsOf(value.file)?.classes[value.cls]?.name
          : argument.k === "id"
            ? argument.n
            : undefined;
    if (name !== undefined) return { k: "store", name: storeName(name), filter: null, memory: false };
  }
  return undefined;
}

/** `@Inject("SMS") sms`, `@inject(TYPES.Sms) sms`: an object of the class that a container is told. */
function injectedByToken(run: Run, decorators: readonly Expr[]): Value | undefined {
  for (const decorator of decorators) {
    if (decorator.k !== "call" || decorator.f.k !== "id" || !/^inject$/i.test(decorator.f.n)) continue;
    const found = forToken(run, tokenOf(decorator.a[0]));
    if (found !== undefined) return found;
  }
  return undefined;
}

const containers = new WeakMap<Run, ReadonlyMap<string, Injected>>();

/** An object of the class that stands behind a token, if a container of the project is told one. */
function forToken(run: Run, token: string | undefined): Value | undefined {
  if (token === undefined) return undefined;
  let known = containers.get(run);
  if (known === undefined) {
    known = injectedIn(run.project.parsed);
    containers.set(run, known);
  }
  const told = known.get(token);
  if (told === undefined) return undefined;
  const value = staticValue(run, told.e, {
    file: told.file,
    fn: null,
    cells: new Map(),
    up: null,
    self: null,
  });
  return value.k === "class" ? { k: "instance", file: value.file, cls: value.cls, given: null } : undefined;
}

function fixedMember(
  run: Run,
  file: string,
  facts: ClassFacts | undefined,
  name: string,
  depth: number,
): Value | undefined {
  if (facts === undefined || depth > 6) return undefined;
  const cls = run.project.factsOf(file)?.classes.indexOf(facts) ?? -1;
  const method = facts.methods.find((one) => one.name === name && one.fixed);
  if (method !== undefined)
    return { k: "function", file, fn: method.fn, scope: null, self: { k: "class", file, cls } };
  const field = facts.fields.find((one) => one.name === name && one.fixed);
  if (field !== undefined && field.e !== null)
    return asStore(
      staticValue(run, field.e, {
        file,
        fn: null,
        cells: new Map(),
        up: null,
        self: { k: "class", file, cls },
      }),
      `${file}:${facts.name}.${name}`,
      name,
      run,
    );
  const base = baseOf(run, file, facts);
  return base === undefined
    ? undefined
    : fixedMember(run, base.file, run.project.factsOf(base.file)?.classes[base.cls], name, depth + 1);
}

// ---- types

/** What a declared type says of a value: an object of a class of the project, a repository, a package's client. */
export function typedValue(run: Run, file: string, type: TypeName | null, name: string): Value | undefined {
  if (type === null) return undefined;
  const [written, of] = type;
  if (
    of !== undefined &&
    /^(Repository|Model|EntityRepository|MongoRepository|ReturnModelType|ModelType|Collection|EntityModel|PaginateModel|SoftDeleteModel)$/.test(
      written,
    )
  )
    return { k: "store", name: storeName(of), filter: null, memory: false };
  const facts = run.project.factsOf(file);
  if (facts === undefined) return undefined;
  const value = moduleValue(run, facts, written);
  if (value.k === "class") {
    // A class that only describes data, as a request's body does, says nothing about a value.
    const cls = run.project.factsOf(value.file)?.classes[value.cls];
    if (cls === undefined || cls.methods.length === 0) return forToken(run, written);
    return { k: "instance", file: value.file, cls: value.cls, given: null };
  }
  if (
    value.k === "package" &&
    value.module !== "env" &&
    /(Service|Client|Repository|Api|Twilio|SNS|Mailer\w*)$/.test(written)
  )
    return { ...value, id: 0 };
  // An interface: what a container has for it, or the one class that is called after it, if there is one.
  return (
    forToken(run, written) ??
    byName(run, written.replace(/^I(?=[A-Z])|(Interface|Port)$/g, "")) ??
    (/(Service|Repository|Provider|Gateway)$/.test(written) ? byName(run, name) : undefined)
  );
}

/** The one class of the parsed files that goes by this name, as containers without types inject it. */
function byName(run: Run, name: string): Value | undefined {
  const wanted = name.replace(/^_+/, "").toLowerCase();
  if (
    !/(service|repository|controller|provider|gateway|manager|client|helper|usecase|dao|store|impl)$/.test(
      wanted,
    )
  )
    return undefined;
  const [only, ...others] = run.project.classesNamed(wanted);
  return only === undefined || others.length > 0 ? undefined : { k: "instance", ...only, given: null };
}

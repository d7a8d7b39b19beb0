// Binds names to values and changes what they name: variables, fields of rows, of the request and of the visit.
import { noteFieldGone, picked } from "../whole-body.ts";
import { nameOf } from "../called.ts";
import { noteSession } from "../effects.ts";
import { answeredWith } from "../events.ts";
import type { Expr, Pattern } from "../facts.ts";
import { propertyOf } from "../lookup.ts";
import { isPhoneField } from "../names.ts";
import { soundsLikeWho, theVisit } from "../requests.ts";
import type { Run } from "../run.ts";
import type { State } from "../state.ts";
import { inputIn, type Scope, slotName, type Spot, type Value } from "../values.ts";
import { keep, keepField } from "./keeping.ts";
import { isLeftBehind } from "./left-behind.ts";

/** Binds what a pattern names. */
export function bind(run: Run, pattern: Pattern, value: Value, s: State, scope: Scope): State[] {
  switch (pattern.k) {
    case "name": {
      const cell = scope.cells.get(pattern.n) ?? run.newId();
      scope.cells.set(pattern.n, cell);
      s.cells.set(cell, value);
      return [s];
    }
    case "items":
      pattern.of.forEach((item, index) => {
        if (item === null) return;
        const part =
          value.k === "array"
            ? (value.items[index] ?? run.any("", [value]))
            : value.k === "record" || value.k === "input"
              ? value
              : (run.rowOf(value) ?? run.any("", [value]));
        bind(run, item, part, s, scope);
      });
      return [s];
    case "fields": {
      let states = [s];
      for (const [key, to, otherwise] of pattern.of) {
        states = states.flatMap((state) => {
          const part = key === null ? picked(value) : propertyOf(run, value, key, state);
          const absent = part.k === "const" && part.v === undefined;
          if (otherwise === null || !absent) return bind(run, to, part, state, scope);
          return run.eval(otherwise, state, scope).flatMap((out) => bind(run, to, out.v, out.s, scope));
        });
      }
      return states;
    }
  }
}

/** Changes what an expression names, on each path that comes out of evaluating it. */
export function assign(run: Run, to: Expr, value: Value, s: State, scope: Scope, spot: Spot): State[] {
  switch (to.k) {
    case "id": {
      const cell = cellOf(scope, to.n);
      if (cell !== undefined) s.cells.set(cell, value);
      else s.written.set(`module:${scope.file}:${to.n}`, value);
      return [s];
    }
    case "get":
      return run
        .eval(to.o, s, scope)
        .flatMap((out) => assignField(run, to.o, out.v, to.p, value, out.s, scope, spot));
    case "index": {
      const outs = run
        .eval(to.o, s, scope)
        .flatMap((out) => run.eval(to.i, out.s, scope).map((i) => ({ o: out.v, i: i.v, s: i.s })));
      for (const { o, i, s: state } of outs) {
        if (o.k === "store") keep(run, slotName(o.name, i), i, value, state, spot);
        else if (o.k === "record") keep(run, `${o.store}.${o.path}`, i, value, state, spot);
      }
      return outs.map((out) => out.s);
    }
    case "object":
      return bind(
        run,
        {
          k: "fields",
          of: to.props.map(([key, e]) => [key, { k: "name", n: e.k === "id" ? e.n : "" }, null]),
        },
        value,
        s,
        scope,
      );
    case "array":
      return bind(
        run,
        { k: "items", of: to.items.map((e) => (e.k === "id" ? { k: "name", n: e.n } : null)) },
        value,
        s,
        scope,
      );
    default:
      return [s];
  }
}

function assignField(
  run: Run,
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
      return assign(run, owner, changed, s, scope, spot);
    }
    case "either": {
      const record = on.of.find((one) => one.k === "record" || one.k === "object");
      return record === undefined ? [s] : assignField(run, owner, record, field, value, s, scope, spot);
    }
    case "record":
      s.written.set(`record:${on.id}:${on.path === "" ? field : `${on.path}.${field}`}`, value);
      s.places.set(`record:${on.id}:${on.path === "" ? field : `${on.path}.${field}`}`, spot);
      // What a list of the program holds is changed at once; rows of a database are saved first.
      if (/\.[cm]?[jt]sx?:/.test(on.store)) keepField(run, on.store, field, value, s, spot);
      if (on.store === "session") {
        keepField(run, "session", on.path === "" ? field : `${on.path}.${field}`, value, s, spot);
        if (soundsLikeWho(field) && inputIn(value) === undefined && value.k !== "const")
          noteSession(run, "the session", value, s, spot);
      }
      return [s];
    case "request":
      if (field === "session" && value.k === "object") {
        // A visit that is set as a whole: `this.session = { userId }`.
        for (const [name, part] of Object.entries(value.props))
          assignField(run, owner, theVisit(run), name, part, s, scope, spot);
      } else if (field === "body" && !isNamedRequest(owner)) {
        // What a context of Koa carries as its body is the answer; what was sent is its request's.
        run.note(answeredWith([value], s, spot));
        s.written.set("answer", value);
      } else s.written.set(`request:${field}`, value);
      return [s];
    case "response":
      if (field === "body") run.note(answeredWith([value], s, spot));
      s.written.set(`response:${field}`, value);
      return [s];
    case "session":
      // `ctx.state.code = …`; what is added to somebody in the visit does not sign them in once more.
      return isLeftBehind(value) && isOfRequest(run, owner, s, scope)
        ? assign(run, owner, beside(on, field, value), s, scope, spot)
        : [s];
    case "input": {
      if (isPhoneField(field)) noteFieldGone(on, s);
      if (!isLeftBehind(value)) return [s];
      // `const { body } = request; body.code = …` changes the request, whatever it is called here.
      const place = `request:${on.path}`;
      if (owner.k === "id" && /^(body|query|params)$/.test(on.path))
        s.written.set(place, beside(s.written.get(place) ?? on, field, value));
      return assign(run, owner, beside(on, field, value), s, scope, spot);
    }
    case "store":
      if (on.memory)
        keep(run, slotName(on.name, { k: "const", v: field }), { k: "const", v: field }, value, s, spot);
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

/** Whether an expression says by its name that it is the request, and not a context around it. */
export function isNamedRequest(e: Expr): boolean {
  return /(^|\.)_*(req|request)$/i.test(nameOf(e));
}

function beside(on: Value, field: string, value: Value): Value {
  return { k: "object", props: { [field]: value }, rest: [on], model: null };
}

/** Whether an expression names something that the request or the answer carries itself. */
function isOfRequest(run: Run, e: Expr, s: State, scope: Scope): boolean {
  if (e.k !== "get") return false;
  const [on] = run.eval(e.o, s.fork(), scope);
  return on?.v.k === "request" || on?.v.k === "response";
}

/** Where the variable of a name is kept, if it is one of the functions that are being followed. */
export function cellOf(scope: Scope | null, name: string): number | undefined {
  for (let at = scope; at !== null; at = at.up) {
    const cell = at.cells.get(name);
    if (cell !== undefined) return cell;
  }
  return undefined;
}

// Reads the options of a call: what is written, what is left out, and what only run time knows.
import type { Place } from "../../flow.ts";
import type { Expr, FileFacts, Stmt } from "../facts.ts";
import { staticValue } from "../lookup.ts";
import { nothing, type Value } from "../values.ts";
import type { CallSite } from "./calls.ts";
import { placeOf } from "./calls.ts";

/** One option. `unknown`: it may or may not be given, for example by a spread of somebody else's options. */
export interface Option {
  readonly state: "given" | "absent" | "unknown";
  /** The values that it can have; more than one where run time chooses among values that are written. */
  readonly choices: readonly Value[];
  readonly place: Place;
  /** The expression that gives it, where that is written in place. */
  readonly e: Expr | undefined;
}

/** The options in one argument of a call. */
export interface Options {
  readonly option: (...path: readonly string[]) => Option;
  /** Where the argument as a whole, or the call, stands. */
  readonly place: Place;
}

/** The options that an expression at a call gives. An absent argument gives none. */
export function optionsOf(site: CallSite, e: Expr | undefined): Options {
  const value = e === undefined ? nothing : staticValue(site.run, e, site.scope);
  return optionsIn(site, value, e, placeOf(site));
}

function optionsIn(site: CallSite, value: Value, e: Expr | undefined, place: Place): Options {
  return {
    place,
    option(...path) {
      const [name, ...deeper] = path;
      if (name === undefined) return { state: "given", choices: choicesOf(value), place, e };
      const own = optionIn(site, value, e, name, place);
      if (deeper.length === 0 || own.state !== "given") return own;
      const inner = own.choices.map((choice) => optionsIn(site, choice, own.e, own.place).option(...deeper));
      const [first] = inner;
      if (first === undefined) return own;
      const state = inner.every((option) => option.state === first.state) ? first.state : "unknown";
      return { ...first, state, choices: inner.flatMap(({ choices }) => choices) };
    },
  };
}

function optionIn(site: CallSite, value: Value, e: Expr | undefined, name: string, whole: Place): Option {
  const literal = literalOf(site, e);
  const written = literal?.props.findLast(([key]) => key === name);
  const at = written?.[2];
  const place = at === undefined ? whole : { file: site.facts.file, line: at[0], column: at[1] };
  const { state, choices } = lookInto(value, name);
  // An unknown spread behind a key can put something else in its place.
  const isCovered =
    literal !== undefined &&
    written !== undefined &&
    literal.props
      .slice(literal.props.indexOf(written) + 1)
      .some(([key, spread]) => key === null && !isPlain(staticValue(site.run, spread, site.scope)));
  return { state: isCovered ? "unknown" : state, choices, place, e: written?.[1] };
}

function lookInto(value: Value, name: string): Pick<Option, "state" | "choices"> {
  switch (value.k) {
    case "const":
      return { state: "absent", choices: [] };
    case "object": {
      const own = Object.hasOwn(value.props, name) ? value.props[name] : undefined;
      if (own !== undefined) return given(own);
      return value.rest.length > 0 || value.model !== null
        ? { state: "unknown", choices: [] }
        : { state: "absent", choices: [] };
    }
    case "either": {
      const found = value.of.map((one) => lookInto(one, name));
      const [first] = found;
      if (first === undefined || found.some(({ state }) => state !== first.state))
        return { state: "unknown", choices: [] };
      return { state: first.state, choices: found.flatMap(({ choices }) => choices) };
    }
    default:
      return { state: "unknown", choices: [] };
  }
}

function given(value: Value): Pick<Option, "state" | "choices"> {
  const choices = choicesOf(value);
  if (choices.every((choice) => choice.k === "const" && choice.v === undefined))
    return { state: "absent", choices: [] };
  return { state: choices.some(isUnknown) ? "unknown" : "given", choices };
}

function choicesOf(value: Value): readonly Value[] {
  return value.k === "either" ? value.of : [value];
}

function isUnknown(value: Value): boolean {
  return value.k === "any" || (value.k === "package" && value.module === "env");
}

function isPlain(value: Value): boolean {
  return value.k === "object" && value.rest.length === 0 && value.model === null;
}

/** The object that is written for an expression, in place or behind a name of the same file. */
function literalOf(site: CallSite, e: Expr | undefined): Extract<Expr, { k: "object" }> | undefined {
  if (e?.k === "object") return e;
  if (e?.k !== "id") return undefined;
  const found = declared(bodiesAround(site.facts, site.scope.fn), e.n);
  return found?.k === "object" ? found : undefined;
}

function* bodiesAround(facts: FileFacts, fn: number | null): Generator<readonly Stmt[]> {
  for (let at = fn; at !== null; at = facts.functions[at]?.parent ?? null)
    yield facts.functions[at]?.body ?? [];
  yield facts.body;
}

function declared(bodies: Iterable<readonly Stmt[]>, name: string): Expr | undefined {
  for (const body of bodies)
    for (const stmt of body)
      if (stmt.k === "let" && stmt.to.k === "name" && stmt.to.n === name && stmt.e !== null) return stmt.e;
  return undefined;
}

// ---- values

/** The member of an enumeration of a package that a value is: `REQUIRED` of `Mfa.REQUIRED`. */
export function memberOf(value: Value, enumeration: string): string | undefined {
  if (value.k !== "package") return undefined;
  const [owner, member] = value.path.split(".").slice(-2);
  return owner === enumeration ? member : undefined;
}

/** Whether an option is on: true, or an object of further options. Undefined where that is not known. */
export function isOn({ state, choices }: Option): boolean | undefined {
  if (state === "absent") return false;
  if (state === "unknown") return undefined;
  const answers = new Set(
    choices.map((choice) =>
      choice.k === "const" ? Boolean(choice.v) : choice.k === "object" ? true : undefined,
    ),
  );
  const [answer] = answers;
  return answers.size === 1 ? answer : undefined;
}

/** The texts that an option can be; undefined where one of them is not known. */
export function textsIn({ state, choices }: Option): readonly string[] | undefined {
  if (state !== "given") return undefined;
  const texts = choices.flatMap((choice) =>
    choice.k === "const" && typeof choice.v === "string" ? [choice.v] : [],
  );
  return texts.length === choices.length ? texts : undefined;
}

/** The items of a list that is written out; undefined where it is not known. */
export function itemsOf({ state, choices }: Option): readonly Value[] | undefined {
  const [only, ...others] = choices;
  if (state !== "given" || others.length > 0 || only?.k !== "array") return undefined;
  return only.items;
}

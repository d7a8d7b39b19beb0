// Finds the calls by which a product is told its settings, wherever they stand in a file.
import { nameOf } from "../called.ts";
import type { Place } from "../../flow.ts";
import type { At, Expr, FileFacts, Stmt } from "../facts.ts";
import { staticValue } from "../lookup.ts";
import type { Run } from "../run.ts";
import type { Scope } from "../values.ts";
import { expressionsIn } from "../visit.ts";

/** A call of something that a package exports: `new UserPool(…)` of `aws-cdk-lib/aws-cognito`. */
export interface ConfiguringCall {
  readonly call: Extract<Expr, { k: "call" }>;
  readonly module: string;
  /** The members on the way to it, calls as `()`: `aws_cognito.UserPool`. */
  readonly path: string;
  readonly site: CallSite;
}

/** Where a call stands, and with which names in sight. */
export interface CallSite {
  readonly run: Run;
  readonly facts: FileFacts;
  readonly scope: Scope;
  readonly at: At;
  /** The symbol path around it: `AuthStack.constructor`; empty at the top of a file. */
  readonly around: string;
}

interface Part {
  readonly body: readonly Stmt[];
  readonly scope: Scope;
  readonly around: string;
}

/** An expression, with the names in sight where it stands. */
interface Placed {
  readonly e: Expr;
  readonly part: Part;
}

// Every reader looks at the same expressions; a file is walked once.
const walked = new WeakMap<FileFacts, readonly Placed[]>();

/** Every expression of a file that stands in a statement, a field or an export. */
export function expressionsOf(facts: FileFacts): readonly Placed[] {
  const known = walked.get(facts);
  if (known !== undefined) return known;
  const found: Placed[] = [];
  for (const part of partsOf(facts)) for (const e of expressionsIn(part.body)) found.push({ e, part });
  walked.set(facts, found);
  return found;
}

/** The calls whose last name is one of `names` and that lead into a package that `isPackage` knows. */
export function* callsInto(
  run: Run,
  facts: FileFacts,
  isPackage: (module: string) => boolean,
  names: RegExp,
): Generator<ConfiguringCall> {
  for (const { e, part } of expressionsOf(facts)) {
    if (e.k !== "call" || !names.test(lastName(e.f))) continue;
    const callee = staticValue(run, e.f, part.scope);
    if (callee.k !== "package" || !isPackage(callee.module)) continue;
    const site = { run, facts, scope: part.scope, at: e.at, around: part.around };
    yield { call: e, module: callee.module, path: callee.path, site };
  }
}

/** The place of a call. */
export function placeOf({ facts, at }: CallSite): Place {
  return { file: facts.file, line: at[0], column: at[1] };
}

function lastName(callee: Expr): string {
  const name = nameOf(callee);
  return name.slice(name.lastIndexOf(".") + 1);
}

function* partsOf(facts: FileFacts): Generator<Part> {
  const { file } = facts;
  const top: Scope = { file, fn: null, cells: new Map(), up: null, self: null };
  yield { body: facts.body, scope: top, around: "" };
  for (const found of Object.values(facts.exports))
    // What is exported by its name was declared above.
    if (found.k === "value" && found.e.k !== "id")
      yield { body: [{ k: "do", e: found.e }], scope: top, around: "" };
  for (const [fn, { body, cls, name }] of facts.functions.entries())
    yield {
      body,
      scope: {
        file,
        fn,
        cells: new Map(),
        up: null,
        self: cls === null ? null : { k: "instance", file, cls, given: null },
        unentered: true,
      },
      around: name,
    };
  for (const [cls, { name, fields }] of facts.classes.entries())
    for (const { e, inMaker } of fields)
      // What the constructor sets is found in the constructor.
      if (e !== null && !inMaker)
        yield {
          body: [{ k: "do", e }],
          scope: { ...top, cells: new Map(), self: { k: "instance", file, cls, given: null } },
          around: name,
        };
}

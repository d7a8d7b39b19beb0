// Finds the resolvers in maps of GraphQL: `{ Mutation: { resetPassword: (parent, args, context) => … } }`.
import type { Expr, FileFacts } from "../facts.ts";
import { staticValue } from "../lookup.ts";
import type { Run } from "../run.ts";
import { propOf, type Scope, type Value } from "../values.ts";
import { expressionsIn } from "../visit.ts";
import { type Entry, moduleScope, outermost, pointOf, unwrapped } from "./entry.ts";

/** The resolvers of one file. */
export function graphQlIn(facts: FileFacts, run: Run): Entry[] {
  const found: Entry[] = [];
  const scope = moduleScope(facts);
  const add = (type: string, field: string, e: Expr, inside: Scope): void => {
    const value = staticValue(run, e, inside);
    const resolved = unwrapped(run, propOf(value, "resolve") ?? propOf(value, "subscribe") ?? value);
    if (resolved === undefined) return;
    const { handler, before } = resolved;
    const at = run.project.factsOf(handler.file)?.functions[handler.fn]?.at ?? [1, 1];
    found.push({
      point: pointOf(run, "graphql", `${type} ${field}`, handler, { file: facts.file, at }),
      before,
      beforeArgs: resolverArgs,
      handler,
      args: resolverArgs,
    });
  };
  for (const [type, map] of mapsIn(facts))
    for (const [field, e] of map.props) if (field !== null) add(type, field, e, scope);
  for (const field of fieldsIn(facts)) add("field", field.name, field.e, field.scope);
  return found;
}

/** `(parent, args, context, info)` */
const resolverArgs: readonly Value[] = [
  { k: "any", name: "parent", id: 0, from: [] },
  { k: "input", path: "args" },
  { k: "request" },
];

type ObjectExpr = Extract<Expr, { k: "object" }>;

/** The maps of a file, by the type that they belong to: properties, constants and exports of that name. */
function mapsIn(facts: FileFacts): [type: string, map: ObjectExpr][] {
  const maps: [string, ObjectExpr][] = [];
  for (const stmt of facts.body)
    if (stmt.k === "let" && stmt.to.k === "name" && stmt.e?.k === "object") {
      const type = /^(Mutation|Query)s?$/.exec(stmt.to.n)?.[1];
      if (type !== undefined) maps.push([type, stmt.e]);
    }
  for (const e of expressionsIn(outermost(facts))) {
    if (e.k !== "object") continue;
    for (const [key, value] of e.props)
      if (value.k === "object" && (key === "Mutation" || key === "Query")) maps.push([key, value]);
  }
  return maps;
}

/** Objects that describe a field: `{ type, args, resolve }`, as graphql-js, Nexus and Pothos take them. */
function fieldsIn(facts: FileFacts): { readonly name: string; readonly e: Expr; readonly scope: Scope }[] {
  const found: { name: string; e: Expr; scope: Scope }[] = [];
  const named = new Map<Expr, string>();
  const bodies = [
    [null, outermost(facts)] as const,
    ...facts.functions.map((fn, index) => [index, fn.body] as const),
  ];
  // Names are gathered from all calls and objects of a file, which only few files call for.
  if (!bodies.some(([, body]) => expressionsIn(body).some(isResolved))) return found;
  for (const [fn, body] of bodies)
    for (const e of expressionsIn(body)) {
      const [first, second] = e.k === "call" ? e.a : [];
      // `t.field("reset", { … })`, `builder.mutationField("reset", (t) => t.field({ … }))`
      if (first?.k === "lit" && second !== undefined) {
        named.set(second, String(first.v));
        if (second.k === "function")
          for (const inner of expressionsIn(facts.functions[second.fn]?.body ?? []))
            if (inner.k === "object") named.set(inner, String(first.v));
      }
      if (e.k !== "object") continue;
      for (const [key, value] of e.props) if (key !== null) named.set(value, key);
      const resolve = e.props.find(([key]) => key === "resolve")?.[1];
      if (resolve !== undefined && isResolved(e))
        found.push({
          name: named.get(e) ?? "",
          e: resolve,
          scope: { file: facts.file, fn, cells: new Map(), up: null, self: null },
        });
    }
  return found;
}

/** `{ type, args, resolve }` */
function isResolved(e: Expr): boolean {
  if (e.k !== "object") return false;
  const keys = e.props.map(([key]) => key);
  return keys.includes("resolve") && (keys.includes("type") || keys.includes("args"));
}
